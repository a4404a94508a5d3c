import { useQuery } from '@tanstack/react-query';
import type { OptionView } from '@contract/views';
import { useMemo, useState } from 'react';
import { api } from '../api';
import type { OptionKind, OptionSource } from './use-option-search';

type Seen = Readonly<Record<string, OptionView>>;

/** What is picked, by name. What was not just seen in a search is asked for; what is gone says so and can be removed. */
export function useChosen(source: OptionSource | undefined, kind: OptionKind, ids: readonly string[]) {
  const [seen, setSeen] = useState<Seen>({});
  const isUnknown = ids.some((id) => seen[id] === undefined);
  const { data, error } = useQuery({
    queryKey: ['chosen', source, kind, ids],
    queryFn: () => (source ? api.describe({ source, kind, ids: [...ids] }) : []),
    enabled: source !== undefined && ids.length > 0 && isUnknown,
  });
  const chosen = useMemo(
    () =>
      ids.map((id): OptionView => {
        const known = seen[id] ?? data?.find((option) => option.id === id);
        return known ?? { id, name: data ? 'No longer available' : 'Chosen before' };
      }),
    [ids, seen, data],
  );
  const see = (options: readonly OptionView[]) =>
    setSeen((all) => ({ ...all, ...Object.fromEntries(options.map((option) => [option.id, option])) }));
  return { chosen, see, error };
}
