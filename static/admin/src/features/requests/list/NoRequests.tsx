import EmptyState from '@atlaskit/empty-state';
import { Lines } from '../../../ui/Lines';
import { LinkButtonTo } from '../../../ui/LinkTo';
import { useRules } from '../../automation/use-rules';
import { isFiltered, type ListState } from './list-state';

const whatARuleDoes =
  'A rule says which requests of the portal lead to which access. ' +
  'Requests appear here once a rule answers them.';

/** A request is answered by a rule, so the first step may be on another page. */
function NothingYet() {
  const { data: rules, isPending } = useRules();
  if (isPending) return <Lines label="Looking for rules…" count={2} />;
  if (rules?.length === 0) {
    return (
      <EmptyState
        header="Write a rule first"
        headingLevel={2}
        description={whatARuleDoes}
        primaryAction={
          <LinkButtonTo to="/automation/new" appearance="primary">
            New rule
          </LinkButtonTo>
        }
      />
    );
  }
  return (
    <EmptyState
      header="No request yet"
      headingLevel={2}
      description="Nobody has raised a request that a rule answers. It appears here as soon as somebody does."
      primaryAction={<LinkButtonTo to="/automation">Look at the rules</LinkButtonTo>}
    />
  );
}

const found = ({ key, alert }: ListState): { header: string; description: string } => {
  if (key) {
    return {
      header: `No rule has answered ${key.trim().toUpperCase()}`,
      description:
        'There is no such ticket, or no rule was enabled for its request type when it was raised. Check the key.',
    };
  }
  if (alert)
    return {
      header: 'Nothing needs attention for this reason',
      description: 'It may have been mended meanwhile.',
    };
  return { header: 'No request matches', description: 'Change or clear the filters to see the others.' };
};

export const NoRequests = ({ state }: { state: ListState }) =>
  isFiltered(state) ? <EmptyState {...found(state)} headingLevel={2} headingSize="xsmall" /> : <NothingYet />;
