import type { ConnectionView } from '@contract/views';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { LinkButtonTo } from '../../ui/LinkTo';
import { Lines } from '../../ui/Lines';
import { Page } from '../../ui/Page';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { problemOf } from '../../problem';
import { useConnection } from './use-connections';

export const listTrail = [{ to: '/connections', text: 'App Connections' }];

/** The branches that come before a connection is there; then what is made of it. */
export function ConnectionGate({ children }: { children(connection: ConnectionView): ReactNode }) {
  const { id = '' } = useParams();
  const { error, data: connection, refetch } = useConnection(id);
  if (connection) return children(connection);
  if (!error) {
    return (
      <Page title="Connection" trail={listTrail}>
        <Lines label="Loading the connection…" count={6} />
      </Page>
    );
  }
  const problem = problemOf(error);
  const isGone = problem.code === 'not-found';
  return (
    <Page title="Connection" trail={listTrail}>
      <ProblemMessage
        problem={problem}
        title={isGone ? 'This connection is gone' : 'The connection could not be loaded'}
        {...(!isGone && { retry: () => void refetch() })}
      >
        <LinkButtonTo to="/connections">Go to App Connections</LinkButtonTo>
      </ProblemMessage>
    </Page>
  );
}
