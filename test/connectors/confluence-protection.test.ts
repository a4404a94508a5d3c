import { confluence } from '../../src/connectors/confluence';
import type { Entitlement, Principal } from '../../src/domain/access';
import { variantTable, type Variants } from '../../tools/simulator/atlassian/variants';
import { confluenceWorld, idOf } from './confluence-world';

const who = (id: string): Principal => ({ id: idOf(id), name: id });
const member = (id: string): Entitlement => ({
  resource: { kind: 'confluence-group', id, name: id },
  role: 'member',
});

function start(variants: Partial<Variants> = {}, found: Record<string, string> = {}) {
  const world = confluenceWorld({ variants });
  const credential = { ...world.credential, found: { ...world.credential.found, ...found } };
  const writes = () => world.site.calls.filter(({ method }) => method !== 'GET');
  return { ...world, target: confluence.open(credential, world.installation), writes };
}

describe('groups that are nobody’s to give', () => {
  const untouchable = ['org-admins', 'site', 'wiki-admins', 'leads', 'jira-admins', 'board', 'okta'];
  const worlds = (['externalGroupWrite', 'addToOrgAdmins'] as const).flatMap((key) =>
    variantTable[key].map((value): Partial<Variants> => ({ [key]: value })),
  );

  it.each(untouchable)('never writes to %s, whatever the site would do', async (group) => {
    for (const variants of worlds) {
      const { target, writes, site } = start(variants);
      await expect(target.grant(who('lena'), member(group))).rejects.toMatchObject({
        code: 'target-refused',
      });
      site.directory.setMember(group, idOf('lena'), true);
      await expect(target.revoke(who('lena'), member(group))).rejects.toMatchObject({
        code: 'target-refused',
      });
      expect(writes()).toEqual([]);
    }
  });

  it('looks again at the moment of the change: a group may have been made an admin group', async () => {
    const { target, writes, site } = start();
    expect(await target.grant(who('lena'), member('marketing'))).toBe('granted');
    site.directory.setGroup('marketing', { roles: [{ resource: 'confluence', role: 'admin' }] });
    await expect(target.grant(who('bob'), member('marketing'))).rejects.toMatchObject({
      code: 'target-refused',
    });
    expect(writes()).toHaveLength(1);
  });

  it.each([400, 403, 404, 409, 429, 500, 503])(
    'changes and describes nothing while Jira does not tell its admin groups (%i)',
    async (status) => {
      const { target, site, faults, writes } = start();
      site.directory.setGroup('jira-admins', { name: 'a harmless name' });
      faults.declare({
        id: 'untold',
        match: { operation: 'GET /rest/api/3/group/bulk' },
        effect: { kind: 'error', status, headers: { 'retry-after': '30' } },
      });
      const untold = {
        code: 'target-unavailable',
        retryable: true,
        message: expect.stringContaining('Jira did not tell') as string,
        ...([429, 503].includes(status) && { retryAfterSeconds: 30 }),
      };
      for (const group of ['jira-admins', 'marketing']) {
        await expect(target.grant(who('lena'), member(group))).rejects.toMatchObject(untold);
        await expect(target.revoke(who('lena'), member(group))).rejects.toMatchObject(untold);
        await expect(target.describeGroups([group])).rejects.toMatchObject(untold);
      }
      expect(writes()).toEqual([]);
    },
  );

  it('gives on when Jira cannot list the site’s admin groups only, as Confluence lists them too', async () => {
    const { credential, installation } = start();
    const http: typeof installation.http = async (request) =>
      /group\/bulk.*site-admin/.test(request.url.href)
        ? { status: 500, headers: {}, text: '' }
        : installation.http(request);
    const target = confluence.open(credential, { ...installation, http });
    expect(await target.grant(who('lena'), member('marketing'))).toBe('granted');
    await expect(target.grant(who('lena'), member('site'))).rejects.toMatchObject({ code: 'target-refused' });
  });
});

describe('the account of the connection', () => {
  it.each([
    ['known', { accountId: idOf('olga') }],
    ['asked for', {}],
  ])('keeps its way into Confluence (%s)', async (_how, found) => {
    const { target, writes } = start({}, found);
    await expect(target.revoke(who('olga'), member('wiki-users'))).rejects.toMatchObject({
      code: 'target-refused',
    });
    expect(writes()).toEqual([]);
  });

  it('may leave a group that opens nothing', async () => {
    const { target, site } = start();
    site.directory.setMember('coffee', idOf('olga'), true);
    expect(await target.revoke(who('olga'), member('coffee'))).toBe('revoked');
  });
});
