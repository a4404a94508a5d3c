import type { ConnectorView } from '@contract/views';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../api';
import { DraftForm } from '../../form/DraftForm';
import { Lines } from '../../ui/Lines';
import { NotFoundPage } from '../../ui/NotFoundPage';
import { Page } from '../../ui/Page';
import { Failure } from '../../ui/ProblemMessage';
import { tell } from '../../ui/tell';
import { useConnectors, useRemember } from '../connections/use-connections';

const trail = [
  { to: '/connections', text: 'App Connections' },
  { to: '/connections/new', text: 'Add an integration' },
];

function ConnectPanel({ connector }: { connector: ConnectorView }) {
  const navigate = useNavigate();
  const remember = useRemember();
  return (
    <Page title={`Connect ${connector.name}`} trail={trail}>
      <p className="intro">{connector.description}</p>
      <DraftForm
        connector={connector}
        fields={connector.fields}
        memory={`connect:${connector.key}`}
        submit={`Connect ${connector.name}`}
        cancel="/connections"
        onSubmit={async (draft, values) => {
          const made = await api.connect({ draft, values });
          await remember(made);
          tell(`${made.name} is connected`);
          await navigate(`/connections/${made.id}`);
        }}
      />
    </Page>
  );
}

/** The connect panel of any connector. There is no screen for a particular one. */
export function ConnectPage() {
  const { connector: key } = useParams();
  const { isPending, error, data: connectors, refetch } = useConnectors();
  const connector = connectors?.find((one) => one.key === key);
  if (connector) return <ConnectPanel connector={connector} />;
  if (!isPending && !error) return <NotFoundPage />;
  return (
    <Page title="Connect an application" trail={trail}>
      {error ? (
        <Failure error={error} title="The form could not be loaded" retry={refetch} />
      ) : (
        <Lines label="Loading the form…" count={6} />
      )}
    </Page>
  );
}
