import { LaggingMap } from './lagging';

export interface Membership {
  readonly withoutAccess: boolean;
}

const add = (index: Map<string, Set<string>>, key: string, value: string) => {
  const found = index.get(key);
  if (found) found.add(value);
  else index.set(key, new Set([value]));
};

const NONE: ReadonlySet<string> = new Set();

/** Who is in which group. The indexes name everybody who was ever in; the pairs say who is. */
export class Memberships {
  private readonly pairs = new LaggingMap<Membership>();
  private readonly people = new Map<string, Set<string>>();
  private readonly groups = new Map<string, Set<string>>();

  set(
    [groupId, accountId]: readonly [string, string],
    membership: Membership | undefined,
    time: { readonly now: number; readonly shownAt: number },
  ): void {
    this.pairs.set(`${groupId} ${accountId}`, membership, time);
    if (!membership) return;
    add(this.people, groupId, accountId);
    add(this.groups, accountId, groupId);
  }

  /** With `now`, what a read sees at that moment; without, what is true. */
  find(groupId: string, accountId: string, now?: number): Membership | undefined {
    const key = `${groupId} ${accountId}`;
    return now === undefined ? this.pairs.get(key) : this.pairs.shown(key, now);
  }

  everIn(groupId: string): ReadonlySet<string> {
    return this.people.get(groupId) ?? NONE;
  }

  everOf(accountId: string): ReadonlySet<string> {
    return this.groups.get(accountId) ?? NONE;
  }
}
