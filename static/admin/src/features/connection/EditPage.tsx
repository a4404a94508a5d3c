import { isCredential } from '../../form/fields';
import { ConnectorGate } from './ConnectorGate';
import { EditForm } from './EditForm';

/** Everything but the credential, which is replaced on a page of its own. */
export const EditPage = () => (
  <ConnectorGate title="Edit connection">
    {(connection, { fields }) => (
      <EditForm connection={connection} fields={fields.filter((field) => !isCredential(field))} />
    )}
  </ConnectorGate>
);
