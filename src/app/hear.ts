import type { AccessRequest, HeardAnswer } from '../domain/request';
import type { ApprovalEvidence } from '../domain/ticket';
import type { Happening } from './happened';
import type { Step } from './judge';
import type { Ports } from './ports';
import { writeRequest } from './write-request';

/** So many fit into one write, next to what they lead to: the storage takes 25 things at once. */
const MOST = 15;

/**
 * Whoever looks at a request hears what was answered. Each answer is told once: with what is written next, or by itself
 * where nothing else is. The service desk does not say when an answer was given, only when the last of them was.
 */
export async function hear(ports: Ports, step: Step, evidence: readonly ApprovalEvidence[]): Promise<Step> {
  const { answers, ...hearing } = hearOf(step.request.heard, evidence);
  if (answers.length === 0) return step;
  const heard = { ...step, request: { ...step.request, heard: hearing.heard }, news: answers.map(told) };
  if (!hearing.isCut) return heard;
  return hear(ports, { ...step, request: await tellHeard(ports, heard) }, evidence);
}

export interface Hearing {
  /** Those that nobody had heard of, as many as one write takes. */
  readonly answers: readonly HeardAnswer[];
  /** They, and all that had been heard before. */
  readonly heard: readonly HeardAnswer[];
  readonly isCut: boolean;
}

export function hearOf(before: readonly HeardAnswer[] = [], evidence: readonly ApprovalEvidence[]): Hearing {
  const known = new Set(before.map(keyOf));
  const answers = new Map<string, HeardAnswer>();
  for (const answer of evidence.flatMap(answersOf)) {
    const key = keyOf(answer);
    if (!known.has(key)) answers.set(key, answer);
  }
  const some = [...answers.values()].slice(0, MOST);
  return { answers: some, heard: [...before, ...some], isCut: answers.size > MOST };
}

const keyOf = ({ approval, by, decision }: HeardAnswer): string => JSON.stringify([approval, by, decision]);

const answersOf = ({ id: approval, answers }: ApprovalEvidence): readonly HeardAnswer[] =>
  answers.flatMap(({ by, decision }) => (decision === 'pending' ? [] : [{ approval, by, decision }]));

export const told = (answer: HeardAnswer): Happening => ({ what: 'request.answered', detail: { ...answer } });

/** Nothing else is written, so what was heard is told by itself. */
export async function tellHeard(
  ports: Ports,
  { request, by, news = [] }: Omit<Step, 'rule'>,
): Promise<AccessRequest> {
  const [first, ...rest] = news;
  if (!first) return request;
  return writeRequest(ports, { before: request, next: request, happenings: [first, ...rest], by });
}
