import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readListState, writeListState, type ListState } from './list-state';

/** The state of the list, kept in the address. */
export function useListState() {
  const [search, setSearch] = useSearchParams();
  const state = useMemo(() => readListState(search), [search]);
  const change = useCallback(
    (part: Partial<ListState>) => setSearch(writeListState({ ...state, ...part }), { replace: true }),
    [state, setSearch],
  );
  return { state, change };
}
