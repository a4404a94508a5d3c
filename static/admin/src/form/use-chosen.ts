import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../api';
import { pickOption, type PickOption } from './pick-option';
import type { OptionKind, OptionSource } from './use-option-search';

type Seen = Readonly<Record<string, PickOption>>;

/** What is picked, by name. What no search has just shown is asked for; what is gone says so and can be removed. */
export function useChosen(source: OptionSource | undefined, kind: OptionKind, ids: readonly string[]) {
  const [seen, setSeen] = useState<Seen>({});
  const isUnknown = ids.some((id) => seen[id] === undefined);
  const { data, error } = useQuery({
    queryKey: ['chosen', source, kind, ids],
    queryFn: async () => (source ? await api.describe({ source, kind, ids: [...ids] }) : []).map(pickOption),
    enabled: source !== undefined && ids.length > 0 && isUnknown,
  });
  const chosen = useMemo(
    () =>
      ids.map((id): PickOption => {
        const known = seen[id] ?? data?.find((option) => option.id === id);
        return known ?? pickOption({ id, name: data ? 'No longer available' : 'Chosen before' });
      }),
    [ids, seen, data],
  );
  const see = (options: readonly PickOption[]) =>
    setSeen((all) => ({ ...all, ...Object.fromEntries(options.map((option) => [option.id, option])) }));
  return { chosen, see, error };
}
