import { confluence } from '../../src/connectors/confluence';
import type { Option } from '../../src/connectors/connector';
import { pages } from '../../src/connectors/pages';
import { confluenceWorld, MANY } from './confluence-world';

function start() {
  const world = confluenceWorld();
  const target = confluence.open(world.credential, world.installation);
  const search = async (query: string): Promise<readonly Option[]> => {
    const all: Option[] = [];
    const fetch = (cursor?: string) => target.searchGroups(query, cursor, { purpose: 'privileged' });
    for await (const option of pages(fetch)) all.push(option);
    return all;
  };
  const describeAs = (ids: readonly string[]) => target.describeGroups(ids, { purpose: 'privileged' });
  return { ...world, target, search, describeAs, calls: () => world.site.calls.length };
}
const byId = (options: readonly Option[]) => new Map(options.map((option) => [option.id, option]));

it('offers the admin groups of Confluence first, beside every group that opens it, each once', async () => {
  const { search } = start();
  const options = await search('');
  const ids = options.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.slice(0, 2).toSorted()).toEqual(['leads', 'wiki-admins']);
  expect(ids).toEqual(expect.arrayContaining(['marketing', 'crew', 'okta', `team-${MANY - 1}`]));
  for (const id of ['leads', 'wiki-admins', 'marketing'])
    expect(byId(options).get(id)?.blocked).toBeUndefined();
});

it('still shows them as blocked to everything else', async () => {
  const { target } = start();
  expect((await target.searchGroups('confluence-admins')).items).toEqual([]);
  const admins = expect.stringContaining('administrators') as string;
  expect((await target.searchGroups('Wiki leads')).items).toEqual([
    { id: 'leads', name: 'Wiki leads', blocked: admins },
  ]);
  expect(byId(await target.describeGroups(['leads', 'wiki-admins']))).toEqual(
    new Map([
      ['leads', { id: 'leads', name: 'Wiki leads', blocked: admins }],
      ['wiki-admins', { id: 'wiki-admins', name: 'confluence-admins-acme', blocked: admins }],
    ]),
  );
});

it('never offers admins of the organisation or the site, under any name, nor what is managed elsewhere', async () => {
  const { search, describeAs, site } = start();
  site.directory.setGroup('org-admins', {
    name: 'a harmless name',
    roles: [
      { resource: 'org', role: 'org-admin' },
      { resource: 'confluence', role: 'admin' },
    ],
  });
  const found = byId(await search(''));
  const described = byId(await describeAs(['org-admins', 'site', 'okta']));
  for (const options of [found, described]) {
    expect(options.get('org-admins')?.blocked).toContain('administrators');
    expect(options.get('okta')?.blocked).toContain('identity provider');
  }
  expect(described.get('site')?.blocked).toContain('administrators');
});

it('never offers the groups of apps', async () => {
  const { search, site } = start();
  site.directory.setGroup('crew', { name: 'atlassian-addons-admin' });
  expect((await search('addons'))[0]?.blocked).toContain('apps');
});

it('describes what was chosen as it is now', async () => {
  const { describeAs, site } = start();
  const described = byId(await describeAs(['leads', 'wiki-admins', 'marketing', 'coffee', 'gone']));
  expect([...described.keys()]).toEqual(['leads', 'wiki-admins', 'marketing', 'coffee']);
  expect([...described.values()].map((option) => option.blocked)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(described.get('coffee')?.detail).toContain('Does not open Confluence by itself');
  site.directory.setGroup('leads', { managedBy: 'EXTERNAL' });
  expect((await describeAs(['leads']))[0]?.blocked).toContain('identity provider');
});

it('takes three calls for a page of the search', async () => {
  const { target, calls } = start();
  await target.searchGroups('team-', undefined, { purpose: 'privileged' });
  expect(calls()).toBe(3);
});
