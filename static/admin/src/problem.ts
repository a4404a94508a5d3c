import type { Problem } from '@contract/views';
import { Unanswered } from './answered';

/** What is shown of a failure. Without a `trace` the server has never heard of it. */
export type ShownProblem = Omit<Problem, 'trace'> & { trace?: string };

/** The server's no, in its own words. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly problem: ShownProblem) {
    super(problem.message);
  }
}

const silent: ShownProblem = {
  code: 'unanswered',
  message: 'Jira did not answer within 30 seconds.',
  remedy: 'Check your network and try again. If you were saving something, look first whether it was saved.',
};

const broken: ShownProblem = {
  code: 'unanswered',
  message: 'The app could not be asked.',
  remedy: 'Try again in a moment. If you were saving something, look first whether it was saved.',
};

export function problemOf(error: unknown): ShownProblem {
  if (error instanceof Refused) return error.problem;
  return error instanceof Unanswered ? silent : broken;
}

/** What became of a change that failed. Without an answer nobody can say. */
export function titleOf(problem: ShownProblem, otherwise: string): string {
  if (problem.code === 'unanswered') return 'It is not known whether this was done';
  return problem.fields ? 'Please check the form' : otherwise;
}
