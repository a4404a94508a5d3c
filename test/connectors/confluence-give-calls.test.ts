import { confluence } from '../../src/connectors/confluence';
import type { Entitlement } from '../../src/domain/access';
import { confluenceWorld, idOf } from './confluence-world';

const who = (id: string) => ({ id: idOf(id), name: id });
const member = (id: string): Entitlement => ({
  resource: { kind: 'confluence-group', id, name: id },
  role: 'member',
});

/** Each change is made by a worker of its own: what it knows, it has from the memory. */
function start() {
  const { credential, installation, site, clock } = confluenceWorld();
  const signIn = { ...credential, found: { ...credential.found, accountId: idOf('olga') } };
  const open = () => confluence.open(signIn, installation);
  const calls = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
    const before = site.calls.length;
    await work();
    return site.calls.slice(before).map(({ method, path }) => `${method} ${path}`);
  };
  const give = (person: string, group: string, named = false) =>
    calls(async () => expect(await open().grant(who(person), member(group), { named })).toBe('granted'));
  const take = (person: string, group: string, named = false) =>
    calls(async () => expect(await open().revoke(who(person), member(group), { named })).toBe('revoked'));
  return { open, calls, give, take, clock };
}

/** What is remembered was asked for by another change, of another group and another person. */
async function warm() {
  const world = start();
  await world.give('hank', 'crew');
  await world.take('hank', 'crew');
  return world;
}

it('gives one group with five calls, seen afterwards in Confluence and by its licence', async () => {
  const { give } = await warm();
  expect((await give('lena', 'marketing')).toSorted()).toEqual([
    'GET /rest/api/3/user',
    'GET /wiki/rest/api/group/by-id',
    'GET /wiki/rest/api/search/user',
    'GET /wiki/rest/api/user/memberof',
    'POST /rest/api/3/group/user',
  ]);
});

it('gives a group that opens nothing with four calls', async () => {
  const { give } = await warm();
  expect(await give('lena', 'coffee')).toHaveLength(4);
});

it('looks with two calls, and sees with four that there is nothing to give', async () => {
  const { give, open, calls } = await warm();
  await give('lena', 'marketing');
  expect(await calls(() => open().look(who('lena'), member('marketing')))).toHaveLength(2);
  expect(await calls(() => open().grant(who('lena'), member('marketing')))).toHaveLength(4);
});

it('takes one group with three calls, seen afterwards by both products', async () => {
  const { give, take } = await warm();
  await give('lena', 'marketing');
  expect((await take('lena', 'marketing')).toSorted()).toEqual([
    'DELETE /rest/api/3/group/user',
    'GET /rest/api/3/user',
    'GET /wiki/rest/api/user/memberof',
  ]);
});

it('gives and takes a privileged group within the same calls', async () => {
  const { give, take } = await warm();
  expect((await give('lena', 'wiki-admins', true)).length).toBeLessThanOrEqual(5);
  await take('lena', 'wiki-admins', true);
  await give('lena', 'wiki-admins', true);
  expect(await take('lena', 'wiki-admins', true)).toHaveLength(3);
});

it('asks once more for a group that is on no list of Confluence, who manages it', async () => {
  const { give, take } = await warm();
  await give('lena', 'coffee');
  expect(await take('lena', 'coffee')).toHaveLength(4);
  await give('lena', 'coffee');
  expect(await take('lena', 'coffee')).toHaveLength(3);
});

it('costs more when nothing is remembered: five lists before a gift, and eleven calls for a removal', async () => {
  const { give, take, clock } = start();
  expect(await give('lena', 'marketing')).toHaveLength(10);
  clock.elapse(300_000);
  expect(await take('lena', 'marketing')).toHaveLength(11);
});

it('says with one call that nobody may have a group', async () => {
  const { open, calls } = await warm();
  expect(await calls(() => open().mustBeGivable(member('marketing')))).toHaveLength(1);
});
