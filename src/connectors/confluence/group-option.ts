import type { Option } from '../connector';
import type { Group } from './shapes';

/** No call tells a group of guests from others: it is known by the name that Atlassian gives it. */
export const isGuestGroup = (name: string): boolean => /^confluence-guests(-|$)/i.test(name);

function kindOf({ name, managedBy, usageType }: Group): string | undefined {
  if (isGuestGroup(name)) return 'Guests: opens only the spaces that they are invited to';
  if (managedBy === 'EXTERNAL') return 'From your identity provider';
  if (usageType === 'TEAM_COLLABORATION') return 'Team';
  if (managedBy === 'TEAM_MEMBERS') return 'Looked after by its members';
  return managedBy === 'OPEN' ? 'Anyone may join' : undefined;
}

const OPENS_NOTHING = 'Does not open Confluence by itself: people need access to it already';

interface Seen {
  /** Why it cannot be chosen. */
  readonly why: string | undefined;
  /** Undefined: not known, or nothing to speak of. */
  readonly opens?: boolean | undefined;
}

/** A group as a picker shows it. */
export function optionOf(group: Group, { why, opens }: Seen): Option {
  const { id, name } = group;
  const isShut = opens === false && why === undefined && !isGuestGroup(name);
  const parts = [kindOf(group), isShut ? OPENS_NOTHING : undefined].filter((part) => part !== undefined);
  return {
    ...{ id, name },
    ...(parts.length > 0 && { detail: parts.join('. ') }),
    ...(why !== undefined && { blocked: why }),
  };
}
