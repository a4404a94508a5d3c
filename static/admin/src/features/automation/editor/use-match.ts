import { useState } from 'react';
import { findOptions, type OptionKind, type OptionSource } from '../../../form/pick-source';
import { useAction } from '../../../ui/use-action';
import type { GroupRef, OptionRef } from '../draft/draft';

export interface Match {
  readonly option: OptionRef;
  /** Absent: there is no group of exactly this name, or it cannot be given. */
  readonly group?: GroupRef;
  readonly blocked?: string;
  /** More groups contain the name than the site lists. */
  readonly isCut?: boolean;
}

interface Search {
  readonly source: OptionSource;
  readonly kind: OptionKind;
}

async function matchOne({ source, kind }: Search, option: OptionRef): Promise<Match> {
  let cursor = '';
  let isCut = false;
  do {
    const { options, next, ...page } = await findOptions(source, { kind, query: option.label, cursor });
    const same = options.find(({ name }) => name === option.label);
    if (same?.blocked !== undefined) return { option, blocked: same.blocked };
    if (same) return { option, group: { id: same.id, name: same.name } };
    cursor = next ?? '';
    isCut = page.isCut;
  } while (cursor !== '');
  return { option, isCut };
}

/** Looks for groups that are called exactly as the options are, one after the other: the site is not to be hurried. */
export function useMatch(search: Search, onDone: (matches: readonly Match[]) => void) {
  const [done, setDone] = useState(0);
  const [matches, setMatches] = useState<readonly Match[]>();
  const look = useAction(async (options: readonly OptionRef[]) => {
    setDone(0);
    const found: Match[] = [];
    for (const option of options) {
      found.push(await matchOne(search, option));
      setDone(found.length);
    }
    setMatches(found);
    onDone(found);
  });
  return { look, done, matches };
}
