import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import type { ConnectionView } from '@contract/views';
import { useMemo } from 'react';
import { useNames } from '../../use-people';
import { Pages } from '../../ui/Pages';
import { SortTable } from '../../ui/SortTable';
import { columns } from './columns';
import { ListFilters } from './ListFilters';
import { rowsOf } from './list-rows';
import { useListState } from './use-list-state';

/** The connections as the address asks for them: filtered, sorted, one page. */
export function ConnectionList({ connections }: { connections: readonly ConnectionView[] }) {
  const { state, change } = useListState();
  const names = useNames(connections.map(({ applicationAdmin }) => applicationAdmin));
  const { shown, total, page, pages } = useMemo(
    () => rowsOf(connections, names, state),
    [connections, names, state],
  );
  return (
    <section className="stack" aria-label="All connections">
      <ListFilters connections={connections} state={state} onChange={change} />
      <p role="status" className="visually-hidden">
        {total === 1 ? '1 connection is shown.' : `${total} connections match.`}
      </p>
      {total === 0 ? (
        <EmptyState
          header="No connection matches the filter"
          headingLevel={2}
          headingSize="xsmall"
          description="Change or clear the filter to see the others."
          primaryAction={
            <Button onClick={() => change({ text: '', health: undefined })}>Clear the filter</Button>
          }
        />
      ) : (
        <SortTable
          label="Connections"
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
