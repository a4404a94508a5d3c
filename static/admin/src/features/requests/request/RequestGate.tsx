import type { RequestView } from '@contract/request-views';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { problemOf } from '../../../problem';
import { LinkButtonTo } from '../../../ui/LinkTo';
import { Lines } from '../../../ui/Lines';
import { Page } from '../../../ui/Page';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { useRequest } from '../use-requests';

export const listTrail = [{ to: '/requests', text: 'Requests' }];

/** The branches that come before a request is there; then what is made of it. */
export function RequestGate({ children }: { children(request: RequestView): ReactNode }) {
  const { issueId = '' } = useParams();
  const { error, data: request, refetch } = useRequest(issueId);
  if (request) return children(request);
  if (!error) {
    return (
      <Page title="Request" trail={listTrail}>
        <Lines label="Loading the request…" count={6} />
      </Page>
    );
  }
  const problem = problemOf(error);
  const isGone = problem.code === 'not-found';
  const remedy = 'No rule has answered this ticket, or the address is mistyped. Look for it in the list.';
  return (
    <Page title="Request" trail={listTrail}>
      <ProblemMessage
        problem={isGone ? { ...problem, remedy } : problem}
        title={isGone ? 'There is no such request' : 'The request could not be loaded'}
        {...(!isGone && { retry: () => void refetch() })}
      >
        <LinkButtonTo to="/requests">Go to Requests</LinkButtonTo>
      </ProblemMessage>
    </Page>
  );
}
