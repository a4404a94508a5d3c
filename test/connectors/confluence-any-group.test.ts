import { confluence } from '../../src/connectors/confluence';
import type { Option } from '../../src/connectors/connector';
import { pages } from '../../src/connectors/pages';
import { confluenceWorld, idOf, MANY, type WorldOptions } from './confluence-world';

/** `few`: the groups that open Confluence fit on one page of its list. */
function start({ few = false, ...options }: WorldOptions & { readonly few?: boolean } = {}) {
  const world = confluenceWorld(options);
  const target = confluence.open(world.credential, world.installation);
  if (few) for (let n = 20; n < MANY; n += 1) world.site.directory.removeGroup(`team-${n}`);
  const search = async (query: string): Promise<readonly Option[]> => {
    const all: Option[] = [];
    const fetch = (cursor?: string) => target.searchGroups(query, cursor, { purpose: 'membership' });
    for await (const option of pages(fetch)) all.push(option);
    return all;
  };
  const describeAs = (ids: readonly string[]) => target.describeGroups(ids, { purpose: 'membership' });
  return { ...world, target, search, describeAs, calls: () => world.site.calls.length };
}
const note = 'Does not open Confluence by itself: people need access to it already';
const admins = expect.stringContaining('administrators') as string;
const bob = { id: idOf('bob'), name: 'Bob Builder' };
const coffee = { resource: { kind: 'confluence-group', id: 'coffee', name: 'coffee' }, role: 'member' };

describe('groups that a rule may give', () => {
  it('are those that open Confluence until something is typed, and then any group of the site', async () => {
    const { search } = start({ few: true });
    const shown = (await search('')).map(({ id }) => id);
    expect(shown).toContain('marketing');
    expect(shown).not.toContain('coffee');
    expect(await search(' COFF ')).toEqual([{ id: 'coffee', name: 'coffee', detail: note }]);
    expect(await search('marketing')).toEqual([{ id: 'marketing', name: 'Marketing' }]);
  });

  it('do not have to open Confluence: it is said, and blocks nothing but Default Groups', async () => {
    const { describeAs, target, site } = start();
    expect(await describeAs(['coffee'])).toEqual([{ id: 'coffee', name: 'coffee', detail: note }]);
    expect((await target.describeGroups(['coffee']))[0]?.blocked).toContain('does not open Confluence');
    site.directory.setGroup('coffee', { usageType: 'TEAM_COLLABORATION' });
    expect((await describeAs(['coffee']))[0]?.detail).toBe(`Team. ${note}`);
    expect((await describeAs(['guests']))[0]?.detail).not.toContain('Does not open');
    expect(await describeAs(['marketing'])).toEqual([{ id: 'marketing', name: 'Marketing' }]);
  });

  it('are never said to open nothing where the list of those that do is longer than a page', async () => {
    const { search } = start();
    expect(await search('coff')).toEqual([{ id: 'coffee', name: 'coffee' }]);
    expect((await search('team-204')).map(({ detail }) => detail)).toEqual([undefined]);
  });

  it('are shown with the reason where they cannot be chosen', async () => {
    const { search, describeAs, site } = start({ few: true });
    site.directory.setGroup('coffee', { managedBy: 'EXTERNAL' });
    const elsewhere = expect.stringContaining('identity provider') as string;
    expect(await search('coffee')).toEqual([
      { id: 'coffee', name: 'coffee', detail: 'From your identity provider', blocked: elsewhere },
    ]);
    for (const name of ['org-admins', 'confluence-admins-acme', 'Wiki leads', 'Board keepers'])
      expect(await search(name)).toEqual([expect.objectContaining({ name, blocked: admins })]);
    for (const id of ['org-admins', 'site', 'wiki-admins', 'leads', 'board', 'jira-admins'])
      expect(await describeAs([id])).toEqual([expect.objectContaining({ id, blocked: admins })]);
  });

  it('are all found that open Confluence, each once, however many match', async () => {
    const { search, target } = start();
    const found = (await search('team-')).map(({ id }) => id);
    expect(found).toHaveLength(MANY);
    expect(new Set(found).size).toBe(MANY);
    expect((await target.searchGroups('team-', undefined, { purpose: 'membership' })).isCut).toBe(true);
    expect((await target.searchGroups('coff', undefined, { purpose: 'membership' })).isCut).toBeUndefined();
  });

  it('cost three calls a search, whether the access is privileged or not', async () => {
    const { target, calls } = start();
    for (const purpose of ['membership', 'privileged'] as const) {
      const before = calls();
      await target.searchGroups('coffee', undefined, { purpose });
      expect(calls() - before).toBe(3);
    }
    const before = calls();
    await target.searchGroups('', undefined, { purpose: 'membership' });
    expect(calls() - before).toBe(2);
  });

  it('are not taken for none where the token is no good', async () => {
    const { target } = start({ token: 'revoked' });
    const searching = target.searchGroups('coffee', undefined, { purpose: 'membership' });
    await expect(searching).rejects.toMatchObject({ code: 'target-unauthorized' });
  });

  it('are any group for privileged access too, one page of them, with the admins of Confluence', async () => {
    const { target } = start();
    const search = (query: string, cursor?: string) =>
      target.searchGroups(query, cursor, { purpose: 'privileged' });
    const [found] = (await search('coffee')).items;
    expect(found).toEqual({ id: 'coffee', name: 'coffee' });
    expect((await search('Board keepers')).items).toEqual([{ id: 'board', name: 'Board keepers' }]);
    const ids = (await search('i')).items.map(({ id }) => id);
    expect(ids.filter((id) => id === 'leads' || id === 'wiki-admins').toSorted()).toEqual([
      'leads',
      'wiki-admins',
    ]);
    expect((await search('Keepers of the site')).items).toEqual([
      expect.objectContaining({ blocked: admins }),
    ]);
    await expect(search('coffee', '200')).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('a group that does not open Confluence', () => {
  it('is given to somebody without a licence, and seen by the membership alone', async () => {
    const { target, site } = start();
    site.directory.setSeats('confluence', site.directory.seatsTaken('confluence'));
    expect(await target.grant(bob, coffee)).toBe('granted');
    expect(await target.grant(bob, coffee)).toBe('already');
    expect(site.directory.isMember('coffee', bob.id)).toBe(true);
    expect(site.calls.filter(({ path }) => path.includes('search/user'))).toEqual([]);
    expect(await target.revoke(bob, coffee)).toBe('revoked');
    expect(await target.revoke(bob, coffee)).toBe('already');
  });

  it('is not taken for given while the membership is not seen, and no licence is asked for', async () => {
    const { installation, credential } = start();
    const http: typeof installation.http = (request) =>
      request.method === 'POST'
        ? Promise.resolve({ status: 201, headers: {}, text: '{}' })
        : installation.http(request);
    const target = confluence.open(credential, { ...installation, http });
    const giving = target.grant(bob, coffee);
    await expect(giving).rejects.toMatchObject({ code: 'unverified', retryable: true });
    await expect(giving).rejects.not.toMatchObject({ message: expect.stringContaining('licence') as string });
  });
});
