import type { DirectoryChange } from './change';
import { LaggingMap } from './lagging';
import { Memberships } from './memberships';
import type { Group, Person, Product, Resource, Token } from './model';
import { PrefixIndex } from './prefix-index';
import { View } from './view';

export const fold = (text: string): string => text.toLowerCase();
export const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** The directory that Jira and Confluence share. It only moves by changes. */
export class DirectoryState {
  readonly people = new LaggingMap<Person>();
  readonly groups = new LaggingMap<Group>();
  readonly memberships = new Memberships();
  readonly tokens = new Map<string, Token>();
  readonly products = new Map<Resource, Product>();
  readonly names = new PrefixIndex();
  readonly words = new PrefixIndex();
  readonly emails = new PrefixIndex();
  private readonly groupNames = new PrefixIndex();
  private scheduled: { readonly at: number; readonly change: DirectoryChange }[] = [];

  apply(change: DirectoryChange, now: number): void {
    switch (change.kind) {
      case 'person.set':
        this.index(change.person);
        return this.people.set(change.person.accountId, change.person, { now, shownAt: change.shownAt });
      case 'group.set':
        if (this.groups.get(change.group.id)) this.groupNames.remove(change.group.id);
        this.groupNames.add(change.group.name, change.group.id);
        return this.groups.set(change.group.id, change.group, { now, shownAt: change.shownAt });
      case 'group.removed':
        return this.groups.set(change.groupId, undefined, { now, shownAt: change.shownAt });
      case 'membership.set':
        return this.setMembership(change, now);
      case 'token.set':
        this.tokens.set(change.token.sha256, change.token);
        return;
      case 'seats.set':
        return this.setSeats(change.product, change.seats);
    }
  }

  /** Runs what an identity provider's sync has undone by now. */
  settle(now: number): void {
    const due = this.scheduled.filter(({ at }) => at <= now);
    if (due.length === 0) return;
    this.scheduled = this.scheduled.filter(({ at }) => at > now);
    for (const { change } of due) this.apply(change, now);
  }

  /** Ids of all groups, past ones too, in the order of their names. */
  sortedGroups(): readonly string[] {
    return this.groupNames.startingWith('');
  }

  /** Ids of the groups whose name begins so. */
  groupsByName(prefix: string): readonly string[] {
    return this.groupNames.startingWith(prefix);
  }

  /** What is true, for writes. */
  truth(): View {
    return new View(this);
  }

  /** What reads see at a moment. */
  shown(now: number): View {
    return new View(this, now);
  }

  private setMembership(change: Extract<DirectoryChange, { kind: 'membership.set' }>, now: number): void {
    const { groupId, accountId, member, shownAt, undoneAt, withoutAccess = false } = change;
    this.memberships.set([groupId, accountId], member ? { withoutAccess } : undefined, { now, shownAt });
    if (undoneAt === undefined) return;
    const undo: DirectoryChange = {
      kind: 'membership.set',
      groupId,
      accountId,
      member: !member,
      shownAt: undoneAt,
    };
    this.scheduled.push({ at: undoneAt, change: undo });
  }

  private setSeats(key: Resource, seats: number | undefined): void {
    const product = this.products.get(key);
    if (!product) throw new Error(`The site has no ${key}.`);
    const { name, defaultGroups } = product;
    this.products.set(key, { key, name, defaultGroups, ...(seats !== undefined && { seats }) });
  }

  private index({ accountId, displayName, email }: Person): void {
    if (this.people.get(accountId))
      for (const index of [this.names, this.words, this.emails]) index.remove(accountId);
    this.names.add(fold(displayName), accountId);
    for (const word of new Set(wordsOf(displayName))) this.words.add(word, accountId);
    if (email) this.emails.add(fold(email), accountId);
  }
}
