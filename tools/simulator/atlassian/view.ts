import type { DirectoryState } from './directory-state';
import type { Group, Person } from './model';

const byName = (a: Group, b: Group) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** The directory as somebody sees it: with a moment, as reads see it then; without, as it truly is. */
export class View {
  constructor(
    private readonly state: DirectoryState,
    private readonly now?: number,
  ) {}

  person(accountId: string): Person | undefined {
    const { people } = this.state;
    return this.now === undefined ? people.get(accountId) : people.shown(accountId, this.now);
  }

  group(id: string): Group | undefined {
    const { groups } = this.state;
    return this.now === undefined ? groups.get(id) : groups.shown(id, this.now);
  }

  groupNamed(name: string): Group | undefined {
    return this.state
      .groupsByName(name)
      .flatMap((id) => this.group(id) ?? [])
      .find((group) => group.name === name);
  }

  /** Sorted by name. */
  groups(): readonly Group[] {
    return this.state.sortedGroups().flatMap((id) => this.group(id) ?? []);
  }

  people(): readonly Person[] {
    return [...this.state.people.keys()].flatMap((id) => this.person(id) ?? []);
  }

  isMember(groupId: string, accountId: string): boolean {
    return this.state.memberships.find(groupId, accountId, this.now) !== undefined;
  }

  /** Whether the membership opens what the group opens. */
  opens(groupId: string, accountId: string): boolean {
    return this.state.memberships.find(groupId, accountId, this.now)?.withoutAccess === false;
  }

  membersOf(groupId: string): readonly Person[] {
    const ids = [...this.state.memberships.everIn(groupId)].filter((id) => this.isMember(groupId, id));
    return ids.flatMap((id) => this.person(id) ?? []);
  }

  /** Sorted by name. */
  groupsOf(accountId: string): readonly Group[] {
    const ids = [...this.state.memberships.everOf(accountId)].filter((id) => this.isMember(id, accountId));
    return ids.flatMap((id) => this.group(id) ?? []).sort(byName);
  }
}
