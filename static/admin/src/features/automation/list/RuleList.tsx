import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import type { RuleRowView } from '@contract/rule-views';
import { useMemo } from 'react';
import { Pages } from '../../../ui/Pages';
import { SortTable } from '../../../ui/SortTable';
import { useRuleNames } from '../use-rule-names';
import { peopleIn } from '../words/approval-words';
import { columnsFor } from './columns';
import { ListFilters } from './ListFilters';
import { rowsOf } from './list-rows';
import { useListState } from './use-list-state';

/** The rules as the address asks for them: filtered, sorted, one page. */
export function RuleList({ rules }: { rules: readonly RuleRowView[] }) {
  const { state, change } = useListState();
  const names = useRuleNames(rules.flatMap(({ approval }) => peopleIn(approval)));
  const { shown, total, page, pages } = useMemo(() => rowsOf(rules, names, state), [rules, names, state]);
  const columns = useMemo(() => columnsFor(names), [names]);
  return (
    <section className="stack" aria-label="All rules">
      <ListFilters rules={rules} state={state} onChange={change} />
      <p role="status" className="visually-hidden">
        {total === 1 ? '1 rule is shown.' : `${total} rules match.`}
      </p>
      {total === 0 ? (
        <EmptyState
          header="No rule matches the filter"
          headingLevel={2}
          headingSize="xsmall"
          description="Change or clear the filter to see the others."
          primaryAction={
            <Button onClick={() => change({ text: '', state: undefined })}>Clear the filter</Button>
          }
        />
      ) : (
        <SortTable
          label="Rules"
          columns={columns}
          rows={shown}
          sort={state.sort}
          order={state.order}
          onSort={(sort, order) => change({ sort, order })}
        />
      )}
      <Pages page={page} pages={pages} onPage={(next) => change({ page: next })} />
    </section>
  );
}
