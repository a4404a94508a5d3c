import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { PickOption } from './pick-option';
import { findOptions, type Found, type OptionKind, type OptionSource } from './pick-source';
import { useSettled } from './use-settled';

interface Search {
  source: OptionSource | undefined;
  kind: OptionKind;
  text: string;
  isOpen: boolean;
}

const PAUSE_MS = 250;
const none: readonly PickOption[] = [];

const search = (source: OptionSource | undefined, kind: OptionKind, query: string) => ({
  queryKey: ['options', source, kind, query],
  queryFn: async ({ pageParam }: { pageParam: string }): Promise<Found> =>
    source
      ? findOptions(source, { kind, query, cursor: pageParam })
      : { options: [], next: undefined, isCut: false },
  initialPageParam: '',
  getNextPageParam: ({ next }: Found) => next,
});

/**
 * What can be picked, found by the site itself, page by page. A page may bring nothing and still not be the last one:
 * then the next is asked for at once. While somebody types, the finds of an earlier text are not offered.
 */
export function useOptionSearch({ source, kind, text, isOpen }: Search) {
  const settled = useSettled(text, PAUSE_MS);
  // Jira refuses to search people for nothing.
  const needsText = source === 'directory' && kind === 'person' && settled === '';
  const found = useInfiniteQuery({
    ...search(source, kind, settled),
    enabled: isOpen && source !== undefined && !needsText,
  });
  const { data, hasNextPage, isFetching, fetchNextPage, error } = found;
  const isCurrent = settled === text;
  const pages = data?.pages.length ?? 0;
  const cameEmpty = data?.pages.at(-1)?.options.length === 0;

  const canGoOn = isOpen && isCurrent && hasNextPage && !isFetching && !error;
  useEffect(() => {
    if (canGoOn && cameEmpty) void fetchNextPage();
  }, [canGoOn, cameEmpty, pages, fetchNextPage]);

  return {
    options: isCurrent ? (data?.pages.flatMap(({ options }) => options) ?? none) : none,
    isLoading: isOpen && source !== undefined && (!isCurrent || isFetching || (canGoOn && cameEmpty)),
    pagesSeen: isCurrent ? pages : 0,
    hasMore: hasNextPage,
    isCut: isCurrent && data?.pages.at(-1)?.isCut === true,
    needsText: needsText && isCurrent,
    error,
    retry: found.refetch,
    more: () => {
      if (canGoOn) void fetchNextPage();
    },
  };
}
