import type { Group, Person } from '../model';
import type { WorldSeed } from '../seed';
import { acmeWorld } from './acme';
import { groups as acmeGroups } from './acme-groups';
import { aGroup, aPerson } from './make';

export interface LargeSize {
  readonly people: number;
  readonly groups: number;
  readonly memberships: number;
  /** How many of the groups open Confluence. */
  readonly opening: number;
}

const SIZE: LargeSize = { people: 20_000, groups: 10_000, memberships: 60_000, opening: 220 };

/** A sequence that looks random and is the same every time (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const FIRST =
  'Ana Ben Carla Deng Elena Farah Goran Hana Igor Jaya Kwame Lena Malik Nina Otto Pia Quentin Rosa Sven Tala ' +
  'Uma Vera Wanda Xavier Yusuf Zara Aylin Bruno Celia Dario Esra Femi Gita Henrik Ilse Jorge Kaia Levi Mona Nils';
const LAST =
  'Abe Bauer Costa Diaz Eriksen Fischer Gomez Hansen Ito Jensen Kim Lopez Mbeki Novak Olsen Perez Quinn Rao ' +
  'Silva Tran Ueda Varga Weber Xu Yilmaz Zhou Arslan Becker Conti Dubois Evans Fontaine Greco Hughes Ivanov Jovic';
const TEAMS =
  'sales support finance legal design platform mobile data security research people facilities'.split(' ');
const PLACES = 'berlin nairobi osaka lima oslo austin pune dublin warsaw sydney'.split(' ');

const pick = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new RangeError('An empty list has nothing to pick.');
  return found;
};

function somePeople(count: number): readonly Person[] {
  const roll = dice(1);
  const [first, last] = [FIRST.split(' '), LAST.split(' ')];
  return Array.from({ length: count }, (_, index) => {
    const name = `${pick(first, roll(first.length))} ${pick(last, roll(last.length))}`;
    const email = `${name.toLowerCase().replace(' ', '.')}.${index}@acme.example`;
    return aPerson(name, email, { emailVisible: index % 5 !== 0, title: `Staff ${index}` });
  });
}

const someGroups = (count: number, opening: number): readonly Group[] =>
  Array.from({ length: count }, (_, index) => {
    const name = `${pick(TEAMS, index)}-${pick(PLACES, Math.floor(index / TEAMS.length))}-${index}`;
    const managedBy = index % 9 === 0 ? 'EXTERNAL' : 'ADMINS';
    return aGroup(name, index < opening ? ['confluence:user'] : [], { managedBy });
  });

/** Two in three people use Confluence by its own group, the rest of the memberships are spread over the others. */
function someMemberships(people: readonly Person[], groups: readonly Group[], count: number) {
  const roll = dice(2);
  const pairs = new Map<string, readonly [string, string]>();
  const add = (group: Group, { accountId }: Person) =>
    pairs.set(`${group.id} ${accountId}`, [group.id, accountId]);
  people.forEach((person, index) => {
    add(acmeGroups.jiraUsers, person);
    if (index % 3 !== 0) add(acmeGroups.confluenceUsers, person);
  });
  while (pairs.size < count) add(pick(groups, roll(groups.length)), pick(people, roll(people.length)));
  return [...pairs.values()];
}

/** The same admin and the same named groups as in the small world, among very many others. */
export function largeWorld(size: LargeSize = SIZE): WorldSeed {
  const people = somePeople(size.people - acmeWorld.people.length);
  const groups = someGroups(size.groups - acmeWorld.groups.length, size.opening);
  const memberships = someMemberships(people, groups, size.memberships - acmeWorld.memberships.length);
  return {
    ...acmeWorld,
    name: 'Acme at large',
    products: acmeWorld.products.map(({ key, name, defaultGroups }) => ({ key, name, defaultGroups })),
    people: [...acmeWorld.people, ...people],
    groups: [...acmeWorld.groups, ...groups],
    memberships: [...acmeWorld.memberships, ...memberships],
  };
}
