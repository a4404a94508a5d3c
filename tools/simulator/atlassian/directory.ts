import type { World } from './exchange';
import { isActive, type Group, type Person, type Resource, type Token } from './model';
import { digestOf } from './sign-in';
import { canUseConfluence, isConfluenceGuest, isSiteAdmin, seatsTaken } from './access';

/** What an administrator of the site would see and do by hand. Shows what is true, not what lagging reads show. */
export class Directory {
  constructor(private readonly world: World) {}

  /** Sorted by name. */
  people(): readonly Person[] {
    return [...this.truth().people()].sort((a, b) => (a.displayName < b.displayName ? -1 : 1));
  }

  /** Sorted by name. */
  groups(): readonly Group[] {
    return this.truth().groups();
  }

  person(accountId: string): Person {
    const found = this.truth().person(accountId);
    if (!found) throw new Error(`There is no person ${accountId}.`);
    return found;
  }

  group(groupId: string): Group {
    const found = this.truth().group(groupId);
    if (!found) throw new Error(`There is no group ${groupId}.`);
    return found;
  }

  groupNamed(name: string): Group {
    const found = this.truth().groupNamed(name);
    if (!found) throw new Error(`There is no group named ${name}.`);
    return found;
  }

  membersOf(groupId: string): readonly Person[] {
    return this.truth().membersOf(groupId);
  }

  groupsOf(accountId: string): readonly Group[] {
    return this.truth().groupsOf(accountId);
  }

  isMember(groupId: string, accountId: string): boolean {
    return this.truth().isMember(groupId, accountId);
  }

  canUseConfluence = (accountId: string): boolean => canUseConfluence(this.truth(), this.person(accountId));
  isGuest = (accountId: string): boolean => isConfluenceGuest(this.truth(), this.person(accountId));
  isSiteAdmin = (accountId: string): boolean => isSiteAdmin(this.truth(), this.person(accountId));
  seatsTaken = (product: Resource): number => seatsTaken(this.truth(), product);

  /** Without their text, which the site does not know. */
  tokensOf(accountId: string): readonly Token[] {
    return [...this.world.state.tokens.values()].filter((token) => token.accountId === accountId);
  }

  setPerson(accountId: string, change: Partial<Person>): void {
    const { lagMs } = this.world.conditions;
    const known = this.world.state.people.get(accountId);
    const person = { ...this.person(accountId), ...change };
    const lag = known && isActive(known) === isActive(person) ? lagMs.person : lagMs.status;
    this.world.apply({ kind: 'person.set', person, shownAt: this.in(lag) });
  }

  addPerson(person: Person): void {
    this.world.apply({ kind: 'person.set', person, shownAt: this.in(this.world.conditions.lagMs.person) });
  }

  addGroup(group: Group): void {
    this.world.apply({ kind: 'group.set', group, shownAt: this.in(this.world.conditions.lagMs.role) });
  }

  setGroup(groupId: string, change: Partial<Group>): void {
    this.addGroup({ ...this.group(groupId), ...change });
  }

  removeGroup(groupId: string): void {
    const shownAt = this.in(this.world.conditions.lagMs.role);
    this.world.apply({ kind: 'group.removed', groupId: this.group(groupId).id, shownAt });
  }

  setMember(groupId: string, accountId: string, member: boolean): void {
    const shownAt = this.in(this.world.conditions.lagMs.membership);
    const pair = { groupId: this.group(groupId).id, accountId: this.person(accountId).accountId };
    this.world.apply({ kind: 'membership.set', ...pair, member, shownAt });
  }

  /** `seats` undefined lifts the limit. */
  setSeats(product: Resource, seats: number | undefined): void {
    this.world.apply({ kind: 'seats.set', product, ...(seats !== undefined && { seats }) });
  }

  /** As id.atlassian.com does. Only a digest of the text is kept. */
  issueToken(token: Omit<Token, 'sha256' | 'revoked'>, text: string): void {
    this.world.apply({ kind: 'token.set', token: { ...token, sha256: digestOf(text), revoked: false } });
  }

  revokeToken(id: string): void {
    const token = [...this.world.state.tokens.values()].find((each) => each.id === id);
    if (!token) throw new Error(`There is no token ${id}.`);
    this.world.apply({ kind: 'token.set', token: { ...token, revoked: true } });
  }

  private truth() {
    this.world.state.settle(this.world.clock.time());
    return this.world.state.truth();
  }

  private in(ms: number): number {
    return this.world.clock.time() + ms;
  }
}
