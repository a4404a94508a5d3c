import type { ConnectionView, ConnectorView } from '@contract/views';
import type { ReactNode } from 'react';
import { ConnectionGate, listTrail } from '../connections/ConnectionGate';
import { useConnectors } from '../connections/use-connections';
import { Lines } from '../../ui/Lines';
import { Page } from '../../ui/Page';
import { Failure } from '../../ui/ProblemMessage';

interface Props {
  title: string;
  children(connection: ConnectionView, connector: ConnectorView): ReactNode;
}

interface FormProps extends Props {
  connection: ConnectionView;
}

const missing = new Error('The connector of this connection is not part of this version of the app.');

function FormPage({ title, connection, children }: FormProps) {
  const { isPending, error, data: connectors, refetch } = useConnectors();
  const connector = connectors?.find(({ key }) => key === connection.connector);
  return (
    <Page
      title={title}
      trail={[...listTrail, { to: `/connections/${connection.id}`, text: connection.name }]}
    >
      {isPending && <Lines label="Loading the form…" />}
      {connector && children(connection, connector)}
      {!isPending && !connector && (
        <Failure error={error ?? missing} title="The form could not be loaded" retry={refetch} />
      )}
    </Page>
  );
}

/** A page about one connection that draws its connector's fields. */
export const ConnectorGate = ({ title, children }: Props) => (
  <ConnectionGate>
    {(connection) => (
      <FormPage title={title} connection={connection}>
        {children}
      </FormPage>
    )}
  </ConnectionGate>
);
