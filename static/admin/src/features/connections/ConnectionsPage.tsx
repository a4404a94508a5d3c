import EmptyState from '@atlaskit/empty-state';
import { LinkButtonTo } from '../../ui/LinkTo';
import { Lines } from '../../ui/Lines';
import { Page } from '../../ui/Page';
import { Failure } from '../../ui/ProblemMessage';
import { Alerts } from './Alerts';
import { ConnectionList } from './ConnectionList';
import { useConnections } from './use-connections';

const add = (
  <LinkButtonTo to="/connections/new" appearance="primary">
    + Add Integration
  </LinkButtonTo>
);

const firstStep =
  'Press + Add Integration and choose an application. You need the email and an API token of an administrator.';

function Connections() {
  const { isPending, error, data: connections, refetch } = useConnections();
  if (isPending) return <Lines label="Loading the connections…" count={5} />;
  if (error) return <Failure error={error} title="The connections could not be loaded" retry={refetch} />;
  if (connections.length === 0) {
    return <EmptyState header="No application is connected yet" headingLevel={2} description={firstStep} />;
  }
  return (
    <div className="stack-large">
      <Alerts connections={connections} />
      <ConnectionList connections={connections} />
    </div>
  );
}

/** The app's first view. */
export const ConnectionsPage = () => (
  <Page
    title="App Connections"
    actions={
      <>
        {add}
        <LinkButtonTo to="/connections/settings">Settings</LinkButtonTo>
      </>
    }
  >
    <Connections />
  </Page>
);
