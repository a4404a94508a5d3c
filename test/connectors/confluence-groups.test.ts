import { confluence } from '../../src/connectors/confluence';
import type { Option } from '../../src/connectors/connector';
import { pages } from '../../src/connectors/pages';
import type { Variants } from '../../tools/simulator/atlassian/variants';
import { groups } from './confluence-directory';
import { confluenceWorld, idOf } from './confluence-world';

function start(variants: Partial<Variants> = {}) {
  const world = confluenceWorld({ variants });
  const target = confluence.open(world.credential, world.installation);
  const search = async (query: string): Promise<readonly Option[]> => {
    const all: Option[] = [];
    for await (const option of pages((cursor) => target.searchGroups(query, cursor))) all.push(option);
    return all;
  };
  return { ...world, target, search, calls: () => world.site.calls.length };
}
const admins = expect.stringContaining('administrators') as string;

it('offers the groups that open Confluence and no others', async () => {
  const { search } = start();
  const names = (await search('')).map(({ name }) => name);
  expect(names).toContain('Marketing');
  expect(names).toContain('team-204');
  expect(names).not.toContain('coffee');
  expect(names).not.toContain('jira-users-acme');
});

it('shows what cannot be chosen, with the reason', async () => {
  const { target } = start();
  const blocked = async (name: string) => (await target.searchGroups(name)).items;
  expect(await blocked('everyone-okta')).toEqual([
    {
      id: 'okta',
      name: 'everyone-okta',
      detail: 'From your identity provider',
      blocked: expect.stringContaining('identity provider') as string,
    },
  ]);
  expect(await blocked('Wiki leads')).toEqual([{ id: 'leads', name: 'Wiki leads', blocked: admins }]);
  expect(await blocked('crew')).toEqual([{ id: 'crew', name: 'crew', detail: 'Team' }]);
});

it('blocks admin groups by their names, where another role lists them', async () => {
  const { target, site } = start();
  site.directory.setGroup('board', {
    name: 'confluеnce-аdmins-acme',
    roles: [{ resource: 'confluence', role: 'user' }],
  });
  expect((await target.searchGroups('acme')).items).toContainEqual(
    expect.objectContaining({ id: 'board', blocked: admins }),
  );
});

it('says which groups are for guests, where the site lists them', async () => {
  const { target } = start({ guestGroupsAsUser: 'yes' });
  const [guests] = (await target.searchGroups('guests')).items;
  expect(guests).toEqual({
    id: 'guests',
    name: 'confluence-guests-acme',
    detail: expect.stringContaining('Guests') as string,
  });
});

it('takes two calls for each page of a search', async () => {
  const { target, calls } = start();
  const first = await target.searchGroups('team-');
  expect(calls()).toBe(2);
  expect(first.next).toBe('200');
  const second = await target.searchGroups('team-', first.next);
  expect(calls()).toBe(4);
  expect(second.next).toBeUndefined();
});

describe('what is chosen, as it is now', () => {
  it.each([
    ['deleted', ({ site }: ReturnType<typeof start>) => site.directory.removeGroup('marketing'), undefined],
    [
      'managed by an identity provider',
      ({ site }: ReturnType<typeof start>) => site.directory.setGroup('marketing', { managedBy: 'EXTERNAL' }),
      'identity provider',
    ],
    [
      'opening Confluence no longer',
      ({ site }: ReturnType<typeof start>) => site.directory.setGroup('marketing', { roles: [] }),
      'does not open Confluence',
    ],
    [
      'making admins',
      ({ site }: ReturnType<typeof start>) =>
        site.directory.setGroup('marketing', { roles: [{ resource: 'confluence', role: 'admin' }] }),
      'administrators',
    ],
  ])('tells a group that is now %s', async (_what, change, reason) => {
    const world = start();
    change(world);
    const described = await world.target.describeGroups(['marketing', 'team-7']);
    expect(described.map(({ id }) => id)).toEqual(
      reason === undefined ? ['team-7'] : ['marketing', 'team-7'],
    );
    const found = described.find(({ id }) => id === 'marketing');
    if (reason !== undefined) expect(found?.blocked).toContain(reason);
  });

  it.each(['org-admins', 'site', 'jira-admins', 'board', 'leads'])(
    'blocks a group of admins by its id, whatever it is called now: %s',
    async (id) => {
      const { target, site } = start();
      const { roles } = groups.find((group) => group.id === id) ?? { roles: [] };
      site.directory.setGroup(id, {
        name: 'a harmless name',
        roles: [...roles, { resource: 'confluence', role: 'user' }],
      });
      expect(await target.describeGroups([id])).toEqual([expect.objectContaining({ id, blocked: admins })]);
    },
  );

  it('shows the new name of a group that was renamed', async () => {
    const { target, site } = start();
    site.directory.setGroup('marketing', { name: 'Brand' });
    expect(await target.describeGroups(['marketing'])).toEqual([{ id: 'marketing', name: 'Brand' }]);
  });

  it('takes five calls for one person and several groups', async () => {
    const { target, calls } = start();
    await Promise.all([
      target.describePeople([idOf('lena')]),
      target.describeGroups(['marketing', 'wiki-users', 'crew']),
    ]);
    expect(calls()).toBe(5);
  });

  it('is read anew each time', async () => {
    const { target, site } = start();
    await target.describeGroups(['marketing']);
    site.directory.setGroup('marketing', { name: 'Brand' });
    expect(await target.describeGroups(['marketing'])).toEqual([{ id: 'marketing', name: 'Brand' }]);
  });

  it('is asked for again when the site was busy', async () => {
    const { target, faults } = start();
    faults.declare({
      id: 'busy',
      match: { operation: 'GET /wiki/rest/api/group', attempt: 1 },
      effect: { kind: 'error', status: 429, headers: { 'retry-after': '1' } },
    });
    expect(await target.describeGroups(['marketing'])).toEqual([{ id: 'marketing', name: 'Marketing' }]);
    expect(faults.unfired()).toEqual([]);
  });
});
