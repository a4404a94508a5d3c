import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { pickOption, type PickOption } from './pick-option';
import { describeOptions, type OptionKind, type OptionSource } from './pick-source';

type Seen = Readonly<Record<string, PickOption>>;

interface Choice {
  readonly kind: OptionKind;
  readonly ids: readonly string[];
  /** What the caller can name already: it is not asked for again. */
  readonly named: readonly { readonly id: string; readonly name: string }[];
}

const byId = (options: readonly PickOption[]): Seen =>
  Object.fromEntries(options.map((option) => [option.id, option]));

/** What is picked, by name. What no search has just shown is asked for; what is gone says so and can be removed. */
export function useChosen(source: OptionSource | undefined, { kind, ids, named }: Choice) {
  const [found, setFound] = useState<Seen>({});
  const seen = useMemo(() => ({ ...byId(named.map(pickOption)), ...found }), [named, found]);
  const isUnknown = ids.some((id) => seen[id] === undefined);
  const { data, error } = useQuery({
    queryKey: ['chosen', source, kind, ids],
    queryFn: () => (source ? describeOptions(source, { kind, ids }) : []),
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
  const see = (options: readonly PickOption[]) => setFound((all) => ({ ...all, ...byId(options) }));
  return { chosen, see, error };
}
