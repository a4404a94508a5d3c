import { confluence } from '../../src/connectors/confluence';
import { isAccepted } from '../../src/domain/check';
import type { Group } from '../../tools/simulator/atlassian/model';
import { confluenceWorld, idOf, policy, type WorldOptions } from './confluence-world';

/** The check tries whether the account may change a group, with a group that the account is in already. */
async function check(
  before: (world: ReturnType<typeof confluenceWorld>) => void,
  options: WorldOptions = {},
) {
  const world = confluenceWorld(options);
  before(world);
  const { lines } = await confluence.open(world.credential, world.installation).check(policy);
  const tried = lines.find(({ key }) => key === 'may-change-membership');
  const writes = world.site.calls.filter(({ method }) => method !== 'GET');
  return { ...world, lines, tried, writes };
}
type World = ReturnType<typeof confluenceWorld>;
const LAG_MS = 30_000;

it.each(['olga', 'scoped'])(
  'tells when the account may have been put back into a group (%s)',
  async (token) => {
    const { tried, lines, site } = await check(
      ({ site: { conditions, directory } }) => {
        directory.setMember('coffee', idOf('olga'), true);
        conditions.lagMs.membership = LAG_MS;
        directory.setMember('coffee', idOf('olga'), false);
      },
      { token },
    );
    expect(site.directory.isMember('coffee', idOf('olga'))).toBe(true);
    expect(tried).toMatchObject({
      outcome: 'warned',
      finding: expect.stringContaining('to coffee') as string,
    });
    expect(tried?.remedy).toContain('take it out');
    expect(isAccepted(lines)).toBe(true);
  },
);

it('does not put the account back where one of the products has seen it go', async () => {
  for (const operation of ['GET /wiki/rest/api/user/memberof', 'GET /rest/api/3/myself']) {
    const { tried, writes } = await check(({ site, faults }) => {
      site.directory.setMember('wiki-users', idOf('olga'), false);
      site.directory.setMember('jira', idOf('olga'), false);
      site.directory.setMember('wiki-admins', idOf('olga'), true);
      const both = ['wiki-users', 'jira'].map((id) => ({ id, groupId: id, name: `${id} of old` }));
      const me = {
        accountId: idOf('olga'),
        accountType: 'atlassian',
        active: true,
        displayName: 'Olga',
        groups: { items: both },
      };
      const old = operation.includes('wiki') ? { results: both, _links: {} } : me;
      faults.declare({
        id: 'old',
        match: { operation },
        effect: { kind: 'answer', body: JSON.stringify(old) },
      });
    });
    expect(tried?.outcome).toBe('failed');
    expect(writes).toEqual([]);
  }
});

it.each([
  ['looked after by its members', { managedBy: 'TEAM_MEMBERS' }],
  ['that anyone may join', { managedBy: 'OPEN' }],
  ['of an identity provider', { managedBy: 'EXTERNAL' }],
  ['of a team', { usageType: 'TEAM_COLLABORATION' }],
  ['of site admins', { roles: [{ resource: 'site', role: 'site-admin' }] }],
  ['named like one of admins', { name: 'org-admins of old, confluence-admins-acme' }],
] satisfies [string, Partial<Group>][])('tries it with no group %s', async (_what, over) => {
  const { writes } = await check(({ site: { directory } }) => {
    for (const id of ['wiki-users', 'jira']) directory.setMember(id, idOf('olga'), false);
    for (const id of ['wiki-admins', 'coffee']) directory.setMember(id, idOf('olga'), true);
    directory.setGroup('coffee', over);
  });
  expect(writes).toEqual([]);
});

it('would rather try it with a group that opens nothing', async () => {
  const { tried } = await check(({ site: { conditions, directory } }: World) => {
    directory.setMember('coffee', idOf('olga'), true);
    directory.setGroup('coffee', { name: 'zeta' });
    conditions.lagMs.membership = LAG_MS;
    directory.setMember('coffee', idOf('olga'), false);
    directory.setMember('wiki-users', idOf('olga'), false);
    directory.setMember('wiki-admins', idOf('olga'), true);
  });
  expect(tried?.finding).toContain('to zeta');
});

it('tries nothing while it does not know which groups hold site admins', async () => {
  const world = confluenceWorld();
  world.site.conditions.groupAccessFails = true;
  world.faults.declare({
    id: 'neither',
    match: { operation: 'GET /wiki/rest/api/group' },
    effect: { kind: 'error', status: 503 },
  });
  const checking = confluence.open(world.credential, world.installation).check(policy);
  await expect(checking).rejects.toMatchObject({ code: 'target-unavailable' });
  expect(world.site.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
});
