import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { AuditEventView } from '@contract/views';
import { api } from '../../api';
import { Actor } from '../../ui/Actor';
import { Lines } from '../../ui/Lines';
import { Failure } from '../../ui/ProblemMessage';
import { exactTime } from '../../ui/dates';
import { sentenceOf } from './history-words';

const useHistory = (id: string) =>
  useInfiniteQuery({
    queryKey: ['history', id],
    queryFn: ({ pageParam }) => api.history({ id, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

const Event = ({ event }: { event: AuditEventView }) => (
  <li className="event">
    <time dateTime={event.at} className="subtle">
      {exactTime(event.at)}
    </time>
    <span>{sentenceOf(event)}</span>
    <Actor by={event.by} />
  </li>
);

function Events({ id }: { id: string }) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory(id);
  if (isPending) return <Lines label="Loading the history…" />;
  const events = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      {events.length === 0 && !error && <p>Nothing has happened yet.</p>}
      <ol className="events" aria-label="History, newest first">
        {events.map((event) => (
          <Event key={event.id} event={event} />
        ))}
      </ol>
      {error && <Failure error={error} title="The history could not be loaded" retry={refetch} />}
      {hasNextPage && !error && (
        <Button onClick={() => void fetchNextPage()} isLoading={isFetchingNextPage}>
          Show older events
        </Button>
      )}
    </>
  );
}

export const HistoryPanel = ({ id }: { id: string }) => (
  <section className="stack" aria-labelledby="history-heading">
    <Heading size="medium" as="h2" id="history-heading">
      History
    </Heading>
    <Events id={id} />
  </section>
);
