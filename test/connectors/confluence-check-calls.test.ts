import { confluence } from '../../src/connectors/confluence';
import { Secret } from '../../src/domain/secret';
import { confluenceWorld, idOf, policy, type WorldOptions } from './confluence-world';

async function check({ known = false, ...options }: WorldOptions & { readonly known?: boolean }) {
  const world = confluenceWorld(options);
  const credential = known ? world.credential : { ...world.credential, found: {} };
  await confluence.open(credential, world.installation).check(policy);
  return world;
}

it('changes nothing on the site', async () => {
  const { site } = await check({});
  const groups = confluenceWorld().site.directory.groupsOf(idOf('olga'));
  expect(site.directory.groupsOf(idOf('olga'))).toEqual(groups);
  const writes = site.calls.filter(({ method }) => method !== 'GET');
  expect(writes).toEqual([
    expect.objectContaining({ method: 'POST', path: '/rest/api/3/group/user', status: 400 }),
  ]);
});

it.each(['olga', 'scoped', 'no-wiki', 'no-wiki-scoped', 'lonely', 'lena'])(
  'asks at most seven times (%s)',
  async (token) => {
    expect((await check({ token })).site.calls.length).toBeLessThanOrEqual(7);
    expect((await check({ token, known: true })).site.calls.length).toBeLessThanOrEqual(7);
  },
);

it('uses what it found out for whatever is asked next', async () => {
  const { credential, installation, site } = confluenceWorld({ token: 'scoped' });
  const target = confluence.open({ ...credential, found: {} }, installation);
  await target.check(policy);
  expect(await target.find(idOf('lena'))).toBeDefined();
  expect(site.calls.at(-1)?.path).toMatch(/^\/ex\/jira\//);
});

it('takes a stranger’s note about where to ask for none', async () => {
  const { credential, installation, site } = confluenceWorld();
  const found = { base: 'https://evil.example', accountId: idOf('olga') };
  await confluence.open({ ...credential, apiToken: new Secret('x'), found }, installation).check(policy);
  expect(site.calls.map(({ path }) => path)).toEqual([
    '/rest/api/3/myself',
    `/ex/jira/${site.cloudId}/rest/api/3/myself`,
  ]);
});
