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
  const isMember = (group: string, person: string) => world.site.directory.isMember(group, idOf(person));
  return { ...world, target: confluence.open(credential, world.installation), writes, isMember };
}

describe('groups that are nobody’s to give', () => {
  const untouchable = ['org-admins', 'site', 'wiki-admins', 'leads', 'jira-admins', 'board', 'okta'];
  const worlds = (['externalGroupWrite', 'addToOrgAdmins'] as const).flatMap((key) =>
    variantTable[key].map((value): Partial<Variants> => ({ [key]: value })),
  );

  it.each(untouchable)('never writes to %s, whatever the site would do', async (group) => {
    for (const variants of worlds) {
      const { target, writes, site } = start(variants);
      const refusal = {
        code: 'target-refused',
        reason: group === 'okta' ? 'group-external' : 'group-protected',
      };
      await expect(target.mustBeGivable(member(group))).rejects.toMatchObject(refusal);
      await expect(target.grant(who('lena'), member(group))).rejects.toMatchObject(refusal);
      site.directory.setMember(group, idOf('lena'), true);
      await expect(target.revoke(who('lena'), member(group))).rejects.toMatchObject(refusal);
      expect(writes()).toEqual([]);
    }
  });

  it('looks again when it gives: a group may have been made an admin group', async () => {
    const { target, writes, site, clock } = start();
    expect(await target.grant(who('lena'), member('marketing'))).toBe('granted');
    site.directory.setGroup('marketing', { roles: [{ resource: 'confluence', role: 'admin' }] });
    // What is known of the site's groups is at most five minutes old.
    clock.elapse(300_000);
    await expect(target.grant(who('bob'), member('marketing'))).rejects.toMatchObject({
      code: 'target-refused',
    });
    expect(writes()).toHaveLength(1);
  });

  it('takes what was given before the group was made an admin group, and nobody else out of it', async () => {
    const { target, site, clock } = start();
    expect(await target.grant(who('lena'), member('marketing'))).toBe('granted');
    site.directory.setGroup('marketing', { roles: [{ resource: 'confluence', role: 'admin' }] });
    clock.elapse(900_000);
    await expect(target.revoke(who('lena'), member('marketing'))).rejects.toMatchObject({
      reason: 'group-protected',
    });
    expect(await target.revoke(who('lena'), member('marketing'), { given: true })).toBe('revoked');
  });

  it.each(['org-admins', 'atlassian-addons'])('takes nobody out of %s, given or not', async (group) => {
    const { target, writes } = start();
    await expect(target.revoke(who('lena'), member(group), { given: true })).rejects.toMatchObject({
      reason: 'group-protected',
    });
    expect(writes()).toEqual([]);
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

describe('a privileged-access rule names the very group', () => {
  const named = { named: true };

  it.each(['wiki-admins', 'leads', 'jira-admins', 'board'])('gives and takes %s', async (group) => {
    const { target, isMember } = start();
    await expect(target.mustBeGivable(member(group), named)).resolves.toBeUndefined();
    expect(await target.grant(who('lena'), member(group), named)).toBe('granted');
    expect(isMember(group, 'lena')).toBe(true);
    expect(await target.revoke(who('lena'), member(group), named)).toBe('revoked');
    expect(isMember(group, 'lena')).toBe(false);
  });

  it.each([
    ['org-admins', 'group-protected'],
    ['site', 'group-protected'],
    ['okta', 'group-external'],
  ] as const)('never opens %s', async (group, reason) => {
    const { target, writes, site } = start();
    const refusal = { code: 'target-refused', reason };
    await expect(target.mustBeGivable(member(group), named)).rejects.toMatchObject(refusal);
    await expect(target.grant(who('lena'), member(group), named)).rejects.toMatchObject(refusal);
    site.directory.setMember(group, idOf('lena'), true);
    await expect(target.revoke(who('lena'), member(group), named)).rejects.toMatchObject(refusal);
    expect(writes()).toEqual([]);
  });

  it.each(['org-admins', 'site-admins', 'atlassian-addons', 'atlassian-addons-admin', 'ＯＲＧ‑аdmins'])(
    'never opens a group that is called %s',
    async (name) => {
      const { target, writes, site } = start();
      site.directory.setGroup('coffee', { name });
      const what = { ...member('coffee'), resource: { ...member('coffee').resource, name } };
      const refusal = { code: 'target-refused', reason: 'group-protected' };
      await expect(target.grant(who('lena'), what, named)).rejects.toMatchObject(refusal);
      await expect(target.revoke(who('lena'), what, named)).rejects.toMatchObject(refusal);
      expect(writes()).toEqual([]);
    },
  );

  it('knows the groups of the organisation’s admins by id, whatever they are called', async () => {
    const { target, writes, site } = start();
    site.directory.setGroup('org-admins', { name: 'a harmless name' });
    const refusal = { code: 'target-refused', reason: 'group-protected' };
    await expect(target.grant(who('lena'), member('org-admins'), named)).rejects.toMatchObject(refusal);
    expect(writes()).toEqual([]);
  });
});

describe('what is known may be old', () => {
  it('refuses nobody by it: a group that makes no admins any more can be given at once', async () => {
    const { target, site } = start();
    await expect(target.grant(who('lena'), member('board'))).rejects.toMatchObject({
      reason: 'group-protected',
    });
    site.directory.setGroup('board', { roles: [] });
    expect(await target.grant(who('lena'), member('board'))).toBe('granted');
  });

  it('is told by Atlassian: a group has got another keeper since', async () => {
    for (const externalGroupWrite of ['400', '403'] as const) {
      const { target, site, isMember } = start({ externalGroupWrite });
      expect(await target.grant(who('lena'), member('marketing'))).toBe('granted');
      site.directory.setGroup('marketing', { managedBy: 'EXTERNAL' });
      const refusal = { code: 'target-refused', reason: 'group-external' };
      await expect(target.revoke(who('lena'), member('marketing'))).rejects.toMatchObject(refusal);
      expect(isMember('marketing', 'lena')).toBe(true);
    }
  });

  it('is told by Atlassian: a group has got another keeper between look and gift', async () => {
    for (const externalGroupWrite of ['400', '403'] as const) {
      const { target, site } = start({ externalGroupWrite });
      const look = await target.look(who('lena'), member('marketing'));
      site.directory.setGroup('marketing', { managedBy: 'EXTERNAL' });
      await expect(look.give()).rejects.toMatchObject({ code: 'target-refused', reason: 'group-external' });
    }
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

  it.each(['org-admins', 'jira-admins'])(
    'keeps what makes it an admin, whatever a rule names: %s',
    async (group) => {
      const { target, writes } = start();
      await expect(target.revoke(who('olga'), member(group), { named: true })).rejects.toMatchObject({
        code: 'target-refused',
        reason: 'group-protected',
      });
      expect(writes()).toEqual([]);
    },
  );

  it('keeps its way into Confluence, though the group has opened it for a minute only', async () => {
    const { target, writes, site } = start();
    site.directory.setMember('coffee', idOf('olga'), true);
    await target.mustBeGivable(member('coffee'));
    site.directory.setGroup('coffee', { roles: [{ resource: 'confluence', role: 'user' }] });
    await expect(target.revoke(who('olga'), member('coffee'))).rejects.toMatchObject({
      code: 'target-refused',
    });
    expect(writes()).toEqual([]);
  });

  it('may leave a group that opens nothing', async () => {
    const { target, site } = start();
    site.directory.setMember('coffee', idOf('olga'), true);
    expect(await target.revoke(who('olga'), member('coffee'))).toBe('revoked');
  });

  it.each(['marketing', 'wiki-admins'])(
    'is not given %s, which could never be taken back from it',
    async (group) => {
      const { target, writes } = start({}, { accountId: idOf('olga') });
      const refusal = { code: 'target-refused', reason: 'person-ineligible' };
      const named = { named: true };
      await expect(target.mustBeGivable(member(group), { ...named, to: who('olga') })).rejects.toMatchObject(
        refusal,
      );
      await expect(target.look(who('olga'), member(group), named)).rejects.toMatchObject(refusal);
      await expect(
        target.mustBeGivable(member(group), { ...named, to: who('lena') }),
      ).resolves.toBeUndefined();
      expect(writes()).toEqual([]);
    },
  );

  it('is given what opens nothing', async () => {
    const { target } = start();
    expect(await target.grant(who('olga'), member('coffee'))).toBe('granted');
    expect(await target.revoke(who('olga'), member('coffee'))).toBe('revoked');
  });
});
