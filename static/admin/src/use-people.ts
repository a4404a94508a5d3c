import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from './api';
import type { PersonView } from './people';

interface Waiting {
  readonly id: string;
  readonly resolve: (person: PersonView | null) => void;
  readonly reject: (error: unknown) => void;
}

/** Jira answers for at most this many ids in one address of a sane length. */
const BATCH = 40;
let waiting: Waiting[] = [];

async function ask(batch: readonly Waiting[]): Promise<void> {
  try {
    const found = await api.people([...new Set(batch.map(({ id }) => id))]);
    for (const { id, resolve } of batch) resolve(found.find((person) => person.id === id) ?? null);
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

function flush(): void {
  const all = waiting;
  waiting = [];
  for (let start = 0; start < all.length; start += BATCH) void ask(all.slice(start, start + BATCH));
}

/** Everybody that one rendering asks for goes into one request. */
const load = (id: string): Promise<PersonView | null> =>
  new Promise((resolve, reject) => {
    if (waiting.length === 0) queueMicrotask(() => queueMicrotask(flush));
    waiting.push({ id, resolve, reject });
  });

const personQuery = (id: string) => ({
  queryKey: ['person', id],
  queryFn: () => load(id),
  staleTime: 10 * 60_000,
});

/** Null: Jira does not show this person to whoever is asking. */
export const usePerson = (id: string): UseQueryResult<PersonView | null> => useQuery(personQuery(id));

const namesOf = (results: UseQueryResult<PersonView | null>[]): ReadonlyMap<string, string> =>
  new Map(results.flatMap(({ data }) => (data ? [[data.id, data.name] as const] : [])));

/** The names known so far, by account id. For sorting and searching; each row shows its person itself. */
export const useNames = (ids: readonly string[]): ReadonlyMap<string, string> =>
  useQueries({ queries: [...new Set(ids)].map(personQuery), combine: namesOf });
