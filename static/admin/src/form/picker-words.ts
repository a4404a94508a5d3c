import { problemOf } from '../problem';
import type { OptionKind } from './pick-source';

const groups = { pick: 'Search groups by name', none: 'No group matches.', many: 'groups' } as const;
export const words = {
  person: { pick: 'Search people by name', none: 'Nobody matches.', many: 'people' },
  groups,
  membership: groups,
  privileged: groups,
} as const;

export const CUT = 'More match: type more of the name.';

interface Found {
  readonly isLoading: boolean;
  readonly pagesSeen: number;
  readonly hasMore: boolean;
  /** More match than the site lists, however far one goes. */
  readonly isCut: boolean;
  /** Nothing was asked, because nothing is typed. */
  readonly needsText: boolean;
  readonly error: unknown;
  readonly options: readonly unknown[];
}

/** How the search is going, in one sentence. */
export function statusOf(kind: OptionKind, found: Found): string {
  const { isLoading, pagesSeen, hasMore, isCut, needsText, error, options } = found;
  if (needsText) return 'Type a name.';
  if (error) return problemOf(error).message;
  if (isLoading && options.length === 0) {
    return pagesSeen > 0
      ? `Searching… looked at ${pagesSeen} pages of ${words[kind].many} so far.`
      : 'Searching…';
  }
  if (options.length === 0) return words[kind].none;
  if (hasMore) return `${options.length} shown. More are loaded as you go down the list.`;
  return isCut ? `${options.length} shown. ${CUT}` : `${options.length} shown.`;
}
