import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';
import { problemOf, type ShownProblem } from '../problem';
import { useSecondsLeft } from './use-seconds-left';

interface Props {
  problem: ShownProblem;
  /** What was being tried, e.g. "The connections could not be loaded". */
  title: string;
  retry?: () => void;
  children?: ReactNode;
}

const askAnAdmin = 'Ask a Jira administrator to do this, or to give you the Administer Jira permission.';
const waitText = (seconds: number) =>
  seconds === 1 ? 'You can try again in 1 second.' : `You can try again in ${seconds} seconds.`;

/** What happened, what to do, and the reference to quote. Who is not allowed is offered no second try. */
export function ProblemMessage({ problem, title, retry, children }: Props) {
  const seconds = useSecondsLeft(problem);
  const isRefused = problem.code === 'not-allowed';
  const remedy = problem.remedy ?? (isRefused ? askAnAdmin : undefined);
  return (
    <div role="alert" className="problem">
      <SectionMessage
        appearance={isRefused ? 'warning' : 'error'}
        title={isRefused ? 'You cannot use this page' : title}
      >
        <div className="stack-small">
          <p>{problem.message}</p>
          {remedy && <p>{remedy}</p>}
          {seconds > 0 && <p aria-live="off">{waitText(seconds)}</p>}
          {problem.trace && <p className="subtle">Reference: {problem.trace}</p>}
          {!isRefused && (retry || children) && (
            <div className="actions">
              {retry && (
                <Button onClick={retry} isDisabled={seconds > 0}>
                  Try again
                </Button>
              )}
              {children}
            </div>
          )}
        </div>
      </SectionMessage>
    </div>
  );
}

interface FailureProps {
  error: unknown;
  title: string;
  retry?: () => unknown;
}

/** The problem branch of whatever was loaded. */
export const Failure = ({ error, title, retry }: FailureProps) => (
  <ProblemMessage problem={problemOf(error)} title={title} {...(retry && { retry: () => void retry() })} />
);
