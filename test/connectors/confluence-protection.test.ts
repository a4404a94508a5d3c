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

  it('gives on when Jira cannot list its admin groups, and still knows the others by id', async () => {
    const { target, site } = start();
    site.conditions.groupAccessFails = true;
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
