import Button from '@atlaskit/button/new';
import type { RequestRowView } from '@contract/request-views';
import { Lines } from '../../../ui/Lines';
import { PlainTable } from '../../../ui/PlainTable';
import { Failure } from '../../../ui/ProblemMessage';
import { useRequests } from '../use-requests';
import { columns } from './columns';
import { isWholeKey, type ListState } from './list-state';
import { ListFilters } from './ListFilters';
import { NoRequests } from './NoRequests';
import { useListState } from './use-list-state';

const idOf = ({ issueId }: RequestRowView) => issueId;

const countText = (count: number, hasMore: boolean): string => {
  if (hasMore) return `The newest ${count} requests are shown. There are more.`;
  return count === 1 ? '1 request is shown.' : `${count} requests are shown.`;
};

function Found({ state }: { state: ListState }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRequests(state);
  if (!data) {
    return error ? (
      <Failure error={error} title="The requests could not be loaded" retry={refetch} />
    ) : (
      <Lines label="Loading the requests…" count={6} />
    );
  }
  const rows = data.pages.flatMap(({ items }) => items);
  if (rows.length === 0 && !error) {
    return hasNextPage ? <Lines label="Looking further back…" count={6} /> : <NoRequests state={state} />;
  }
  return (
    <>
      <p role="status" className="subtle">
        {countText(rows.length, hasNextPage)}
      </p>
      <PlainTable label="Requests" columns={columns} rows={rows} idOf={idOf} />
      {error && <Failure error={error} title="The requests could not be loaded" retry={refetch} />}
      {hasNextPage && !error && (
        <div>
          <Button onClick={() => void fetchNextPage()} isLoading={isFetchingNextPage}>
            Show older requests
          </Button>
        </div>
      )}
    </>
  );
}

/** The requests as the address asks for them, newest first. */
export function RequestList() {
  const { state, change } = useListState();
  const canSearch = state.key === '' || isWholeKey(state.key);
  return (
    <section className="stack" aria-label="All requests">
      <ListFilters state={state} onChange={change} />
      {canSearch ? (
        <Found state={state} />
      ) : (
        <p role="status">Enter the whole key of a ticket, such as IT-42.</p>
      )}
    </section>
  );
}
