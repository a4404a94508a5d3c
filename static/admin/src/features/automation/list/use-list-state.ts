import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readListState, writeListState, type ListState } from './list-state';

/** The state of the list, kept in the address. Whatever changes what is listed goes back to the first page. */
export function useListState() {
  const [search, setSearch] = useSearchParams();
  const state = useMemo(() => readListState(search), [search]);
  const change = useCallback(
    (part: Partial<ListState>) =>
      setSearch(writeListState({ ...state, page: 1, ...part }), { replace: true }),
    [state, setSearch],
  );
  return { state, change };
}
