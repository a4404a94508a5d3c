import EmptyState from '@atlaskit/empty-state';
import { LinkButtonTo } from '../../ui/LinkTo';
import { Lines } from '../../ui/Lines';
import { Page } from '../../ui/Page';
import { Failure } from '../../ui/ProblemMessage';
import { useConnectors } from '../connections/use-connections';

function Connectors() {
  const { isPending, error, data: connectors, refetch } = useConnectors();
  if (isPending) return <Lines label="Loading the integrations…" />;
  if (error) return <Failure error={error} title="The integrations could not be loaded" retry={refetch} />;
  if (connectors.length === 0) {
    return (
      <EmptyState
        header="There is nothing to add"
        headingLevel={2}
        description="This version of the app has no integration."
      />
    );
  }
  return (
    <ul className="cards" aria-label="Integrations">
      {connectors.map(({ key, name, description }) => (
        <li key={key} className="card">
          <h2>{name}</h2>
          <p>{description}</p>
          <LinkButtonTo to={`/connections/new/${encodeURIComponent(key)}`}>{`Connect ${name}`}</LinkButtonTo>
        </li>
      ))}
    </ul>
  );
}

export const ChooserPage = () => (
  <Page title="Add an integration" trail={[{ to: '/connections', text: 'App Connections' }]}>
    <p className="intro">Choose the application whose access is to be managed from Jira.</p>
    <Connectors />
  </Page>
);
