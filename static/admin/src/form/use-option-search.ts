import { useInfiniteQuery } from '@tanstack/react-query';
import type { Api } from '@contract/api';
import type { OptionView, PageView } from '@contract/views';
import { useEffect } from 'react';
import { api } from '../api';
import { useSettled } from './use-settled';

type SearchInput = Parameters<Api['option.search']>[0];
export type OptionSource = SearchInput['source'];
export type OptionKind = SearchInput['kind'];

interface Search {
  source: OptionSource | undefined;
  kind: OptionKind;
  text: string;
  isOpen: boolean;
}

const PAUSE_MS = 250;
const none: readonly OptionView[] = [];

const search = (source: OptionSource | undefined, kind: OptionKind, query: string) => ({
  queryKey: ['options', source, kind, query],
  queryFn: ({ pageParam }: { pageParam: string }): Promise<PageView<OptionView>> =>
    source
      ? api.search({ source, kind, query, ...(pageParam && { cursor: pageParam }) })
      : Promise.resolve({ items: [] }),
  initialPageParam: '',
  getNextPageParam: ({ next }: PageView<OptionView>) => next,
});

/**
 * What can be picked, found by the site itself, page by page. A page may bring nothing and still not be the last one:
 * then the next is asked for at once. While somebody types, the finds of an earlier text are not offered.
 */
export function useOptionSearch({ source, kind, text, isOpen }: Search) {
  const settled = useSettled(text, PAUSE_MS);
  const found = useInfiniteQuery({
    ...search(source, kind, settled),
    enabled: isOpen && source !== undefined,
  });
  const { data, hasNextPage, isFetching, fetchNextPage, error } = found;
  const isCurrent = settled === text;
  const cameEmpty = data?.pages.at(-1)?.items.length === 0;

  const canGoOn = isOpen && isCurrent && hasNextPage && !isFetching && !error;
  useEffect(() => {
    if (canGoOn && cameEmpty) void fetchNextPage();
  }, [canGoOn, cameEmpty, fetchNextPage]);

  return {
    options: isCurrent ? (data?.pages.flatMap(({ items }) => items) ?? none) : none,
    isLoading: isOpen && source !== undefined && (!isCurrent || isFetching || (canGoOn && cameEmpty)),
    pagesSeen: isCurrent ? (data?.pages.length ?? 0) : 0,
    hasMore: hasNextPage,
    error,
    retry: found.refetch,
    more: () => {
      if (canGoOn) void fetchNextPage();
    },
  };
}
