import type { Api } from '@contract/api';
import { api } from '../api';
import { pickOption, type PickOption } from './pick-option';

type SearchInput = Parameters<Api['option.search']>[0];
/** Who is asked for options: the application behind a credential, or the site's directory. */
export type OptionSource = SearchInput['source'] | 'directory';
export type OptionKind = SearchInput['kind'];

export interface Found {
  readonly options: readonly PickOption[];
  readonly next: string | undefined;
  readonly isCut: boolean;
}

const inDirectory = (kind: OptionKind) => (kind === 'person' ? 'person' : 'group');

export async function findOptions(
  source: OptionSource,
  { kind, query, cursor }: { kind: OptionKind; query: string; cursor: string },
): Promise<Found> {
  if (source === 'directory') {
    const found = await api.findInDirectory({ kind: inDirectory(kind), query });
    return { options: found.map(pickOption), next: undefined, isCut: false };
  }
  const { items, next, isCut = false } = await api.search({ source, kind, query, ...(cursor && { cursor }) });
  return { options: items.map(pickOption), next, isCut };
}

export async function describeOptions(
  source: OptionSource,
  { kind, ids }: { kind: OptionKind; ids: readonly string[] },
): Promise<PickOption[]> {
  const known =
    source === 'directory'
      ? await api.describeInDirectory({ kind: inDirectory(kind), ids: [...ids] })
      : await api.describe({ source, kind, ids: [...ids] });
  return known.map(pickOption);
}
