import type { ConnectionView } from '@contract/views';
import { ConnectionGate, listTrail } from '../connections/ConnectionGate';
import { Page } from '../../ui/Page';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { ConnectionActions } from './ConnectionActions';
import { FactsPanel } from './FactsPanel';
import { HealthPanel } from './HealthPanel';
import { HistoryPanel } from './HistoryPanel';
import { useTest } from './use-test';

function Detail({ connection }: { connection: ConnectionView }) {
  const test = useTest(connection.id);
  return (
    <Page
      title={connection.name}
      trail={listTrail}
      actions={<ConnectionActions connection={connection} test={test} />}
    >
      <div className="stack-large">
        <p role="status" className="visually-hidden">
          {test.isRunning ? 'Testing the connection…' : ''}
        </p>
        {test.problem && <ProblemMessage problem={test.problem} title="The connection could not be tested" />}
        <HealthPanel connection={connection} isTesting={test.isRunning} />
        <FactsPanel connection={connection} />
        <HistoryPanel id={connection.id} />
      </div>
    </Page>
  );
}

export const ConnectionPage = () => (
  <ConnectionGate>{(connection) => <Detail key={connection.id} connection={connection} />}</ConnectionGate>
);
