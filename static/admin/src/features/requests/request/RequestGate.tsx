import type { RequestView } from '@contract/request-views';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { problemOf } from '../../../problem';
import { LinkButtonTo } from '../../../ui/LinkTo';
import { Lines } from '../../../ui/Lines';
import { Page } from '../../../ui/Page';
import { Failure, ProblemMessage } from '../../../ui/ProblemMessage';
import { useRequest } from '../use-requests';

const stale = 'This may be out of date: it could not be loaded again';
export const listTrail = [{ to: '/requests', text: 'Requests' }];

/** The branches that come before a request is there; then what is made of it. */
export function RequestGate({ children }: { children(request: RequestView, warning: ReactNode): ReactNode }) {
  const { issueId = '' } = useParams();
  const { error, data: request, refetch } = useRequest(issueId);
  // What is on the screen may be older than it looks, and has to say so.
  const warning = error && <Failure error={error} title={stale} retry={refetch} />;
  if (request) return children(request, warning);
  if (!error) {
    return (
      <Page title="Request" trail={listTrail}>
        <Lines label="Loading the request…" count={6} />
      </Page>
    );
  }
  const problem = problemOf(error);
  const isGone = problem.code === 'not-found';
  return (
    <Page title="Request" trail={listTrail}>
      <ProblemMessage
        problem={problem}
        title={isGone ? 'There is no such request' : 'The request could not be loaded'}
        {...(!isGone && { retry: () => void refetch() })}
      >
        <LinkButtonTo to="/requests">Go to Requests</LinkButtonTo>
      </ProblemMessage>
    </Page>
  );
}
