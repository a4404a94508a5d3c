import EmptyState from '@atlaskit/empty-state';
import { LinkButtonTo } from '../../../ui/LinkTo';
import { Lines } from '../../../ui/Lines';
import { Page } from '../../../ui/Page';
import { Failure } from '../../../ui/ProblemMessage';
import { useConnections } from '../../connections/use-connections';
import { useRules } from '../use-rules';
import { RuleList } from './RuleList';
import '../automation.css';

const newRule = (
  <LinkButtonTo to="/automation/new" appearance="primary">
    New rule
  </LinkButtonTo>
);

/** A rule gives access through a connection, so the first step may be on another page. */
function NoRules() {
  const { data: connections, isPending } = useConnections();
  if (isPending) return <Lines label="Looking for connections…" />;
  if (connections?.length === 0) {
    return (
      <EmptyState
        header="Connect an application first"
        headingLevel={2}
        description="A rule gives access through a connection, and there is none yet."
        primaryAction={<LinkButtonTo to="/connections/new">Add an integration</LinkButtonTo>}
      />
    );
  }
  return (
    <EmptyState
      header="No rule yet"
      headingLevel={2}
      description="A rule says which request type asks for what, who approves and for how long."
      primaryAction={newRule}
    />
  );
}

function Rules() {
  const { isPending, error, data: rules, refetch } = useRules();
  if (isPending) return <Lines label="Loading the rules…" count={5} />;
  if (error) return <Failure error={error} title="The rules could not be loaded" retry={refetch} />;
  return rules.length === 0 ? <NoRules /> : <RuleList rules={rules} />;
}

/** Which request leads to which access. */
export const AutomationPage = () => (
  <Page title="Automation" actions={newRule}>
    <Rules />
  </Page>
);
