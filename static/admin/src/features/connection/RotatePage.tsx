import type { ConnectionView, ConnectorView } from '@contract/views';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api';
import { DraftForm } from '../../form/DraftForm';
import { isCredential } from '../../form/fields';
import { tell } from '../../ui/tell';
import { useRemember } from '../connections/use-connections';
import { ConnectorGate } from './ConnectorGate';
import { ReloadSaved } from './ReloadSaved';

interface Props {
  connection: ConnectionView;
  connector: ConnectorView;
}

function RotateForm({ connection, connector }: Props) {
  const [opened, setOpened] = useState(connection);
  const fields = useMemo(
    () => connector.fields.filter((field) => isCredential(field) || field.kind === 'date'),
    [connector],
  );
  const navigate = useNavigate();
  const remember = useRemember();
  const { id, version } = opened;
  return (
    <DraftForm
      connector={connector}
      connection={id}
      fields={fields}
      memory={`rotate:${id}`}
      submit="Replace token"
      cancel={`/connections/${id}`}
      onSubmit={async (draft, values) => {
        await remember(await api.rotate({ id, version, draft, values }));
        tell('The token was replaced', 'The old one is no longer used and was deleted here.');
        await navigate(`/connections/${id}`);
      }}
      remedies={({ code }) => code === 'conflict' && <ReloadSaved id={id} onLoaded={setOpened} />}
    />
  );
}

/** The new token is proven before the old one goes. */
export const RotatePage = () => (
  <ConnectorGate title="Rotate token">
    {(connection, connector) => (
      <>
        <p className="intro">
          Enter the new token. The old one stays in use until the new one has been checked and you press
          Replace token.
        </p>
        <RotateForm connection={connection} connector={connector} />
      </>
    )}
  </ConnectorGate>
);
