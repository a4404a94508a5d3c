import { createSite } from '../../../tools/simulator/atlassian/site';
import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { describeWorld } from '../../../tools/simulator/atlassian/worlds/describe';
import { largeWorld } from '../../../tools/simulator/atlassian/worlds/large';
import { VirtualClock } from '../../../tools/simulator/clock';

const { world, people } = acme;
const distinct = (values: readonly string[]) => new Set(values).size === values.length;

describe('the small world', () => {
  it('has some 60 people and 25 groups, no two alike', () => {
    expect(world.people.length).toBeGreaterThanOrEqual(60);
    expect(world.groups.length).toBeGreaterThanOrEqual(25);
    expect(distinct(world.people.map(({ accountId }) => accountId))).toBe(true);
    expect(distinct(world.people.map(({ email }) => email).filter(Boolean))).toBe(true);
    expect(distinct(world.groups.map(({ id }) => id))).toBe(true);
    expect(distinct(world.tokens.map(({ token }) => token))).toBe(true);
  });

  it('knows every person and group that its memberships and tokens name', () => {
    const ids = new Set([
      ...world.people.map(({ accountId }) => accountId),
      ...world.groups.map(({ id }) => id),
    ]);
    const named = [
      ...world.memberships.flat(),
      ...world.tokens.map(({ accountId }) => accountId),
      world.appAccountId,
    ];
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('holds people of every kind', () => {
    const { directory } = createSite({ clock: new VirtualClock(), seed: world });
    expect(directory.isGuest(people.guest.accountId)).toBe(true);
    expect(directory.isSiteAdmin(people.orgAdminByRole.accountId)).toBe(true);
    expect(directory.isSiteAdmin(people.namedOrgAdmin.accountId)).toBe(false);
    expect(directory.canUseConfluence(people.orgAdminWithoutConfluence.accountId)).toBe(false);
    expect(
      directory.groups().filter(({ managedBy }) => managedBy === 'EXTERNAL').length,
    ).toBeGreaterThanOrEqual(3);
  });

  it('is told to people with every token and what it is for', () => {
    const told = describeWorld(world);
    const admin = told.people.find(({ accountId }) => accountId === people.orgAdmin.accountId);
    expect(admin?.tokens.map(({ token }) => token)).toContain(acme.tokens.scoped.token);
    expect(admin?.tokens.map(({ purpose }) => purpose)).toContain('revoked');
    expect(told).toMatchObject({
      site: 'https://acme.atlassian.net',
      groups: { length: world.groups.length },
    });
  });
});

describe('the large world', () => {
  const large = largeWorld();

  it('has 20,000 people, 10,000 groups and 60,000 memberships, some 200 groups of them opening Confluence', () => {
    expect(large.people).toHaveLength(20_000);
    expect(large.groups).toHaveLength(10_000);
    expect(large.memberships).toHaveLength(60_000);
    const opening = large.groups.filter(({ roles }) =>
      roles.some(({ resource }) => resource === 'confluence'),
    );
    expect(opening.length).toBeGreaterThan(150);
    expect(opening.length).toBeLessThan(300);
    expect(distinct(large.groups.map(({ name }) => name))).toBe(true);
    expect(distinct(large.people.map(({ accountId }) => accountId))).toBe(true);
  });

  it('is the same every time', () => {
    expect(JSON.stringify(largeWorld()) === JSON.stringify(large)).toBe(true);
  });

  it('lets the same admin in', () => {
    const { directory } = createSite({ clock: new VirtualClock(), seed: large });
    expect(directory.isSiteAdmin(people.orgAdmin.accountId)).toBe(true);
    expect(directory.groupsOf(people.orgAdmin.accountId)).toHaveLength(6);
  });
});
