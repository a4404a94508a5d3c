import { useInfiniteQuery, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { GrantView, RequestView } from '@contract/request-views';
import { useCallback, useEffect } from 'react';
import { api } from '../../api';
import { filterOf, type ListState } from './list/list-state';
import { paceOf, paceOfList } from './polling';

/** What has to be counted anew once in a while, though nobody did anything here. */
const ALERTS_MS = 60_000;

/**
 * Looked at again while the newest are moving; with older pages below, each of them would be asked for every time. The
 * storage filters a page after it was cut, so a page may bring nothing and not be the last: then the next is asked for.
 */
export function useRequests(state: ListState) {
  const found = useInfiniteQuery({
    queryKey: ['requests', filterOf(state)],
    queryFn: ({ pageParam }) => api.requests({ ...filterOf(state), ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state: { data } }) => {
      const [first, ...older] = data?.pages ?? [];
      return first && older.length === 0 ? paceOfList(first.items) : false;
    },
  });
  const { data, hasNextPage, isFetching, fetchNextPage, error } = found;
  const pages = data?.pages.length;
  const cameEmpty = data?.pages.at(-1)?.items.length === 0;
  const goesOn = cameEmpty && hasNextPage && !isFetching && !error;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, pages, fetchNextPage]);
  return found;
}

export const useAlerts = () =>
  useQuery({ queryKey: ['request-alerts'], queryFn: api.requestAlerts, refetchInterval: ALERTS_MS });

export const useRequest = (issueId: string) =>
  useQuery({
    queryKey: ['request', issueId],
    queryFn: () => api.request({ issueId }),
    refetchInterval: ({ state: { data } }) => (data ? paceOf(data) : false),
  });

const askAnew = (client: QueryClient, keys: readonly (readonly string[])[]) =>
  Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));

/** Puts the answer of a change where every view reads it, and has the rest asked anew. */
export function useRememberRequest() {
  const client = useQueryClient();
  return useCallback(
    async (request: RequestView) => {
      client.setQueryData(['request', request.issueId], request);
      await askAnew(client, [['requests'], ['request-alerts']]);
    },
    [client],
  );
}

/** The same for one grant: its new state is shown at once, what happened with it is read with its request. */
export function useRememberGrant() {
  const client = useQueryClient();
  return useCallback(
    async (grant: GrantView) => {
      client.setQueryData<RequestView>(
        ['request', grant.issueId],
        (request) =>
          request && {
            ...request,
            grants: request.grants.map((one) => (one.id === grant.id ? grant : one)),
          },
      );
      await askAnew(client, [['request', grant.issueId], ['requests'], ['request-alerts']]);
    },
    [client],
  );
}
