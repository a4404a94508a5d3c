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
  const isMember = (group: string, person: string) => site.directory.isMember(group, idOf(person));
  return { open, calls, give, take, clock, site, isMember };
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

const QUARTER_MS = 900_000;

it('costs more when nothing is remembered: five lists before a gift, eleven calls for the first removal', async () => {
  const { give, take, clock } = start();
  expect(await give('lena', 'marketing')).toHaveLength(10);
  clock.elapse(QUARTER_MS);
  expect(await take('lena', 'marketing')).toHaveLength(11);
  await give('lena', 'marketing');
  clock.elapse(QUARTER_MS);
  expect(await take('lena', 'marketing')).toHaveLength(8);
});

describe('what is read ahead', () => {
  const day = 86_400_000;

  /** The first removal through this connection has shown how the site answers. */
  async function ahead() {
    const world = await warm();
    world.clock.elapse(day);
    const readAhead = (...ending: readonly string[]) =>
      world.calls(() => world.open().readAhead(ending.map(member)));
    return { ...world, readAhead };
  }

  it('lets a gift that comes alone take five calls, and a removal three', async () => {
    const { give, take, readAhead, clock } = await ahead();
    expect(await readAhead()).toHaveLength(5);
    expect(await give('lena', 'marketing')).toHaveLength(5);
    clock.elapse(day);
    await readAhead('marketing');
    clock.elapse(10 * 60_000);
    expect(await take('lena', 'marketing')).toHaveLength(3);
  });

  it('tells of a group that is on no list who keeps it, so that its removal takes three calls, too', async () => {
    const { give, take, readAhead, clock } = await ahead();
    await give('lena', 'coffee');
    clock.elapse(day);
    expect(await readAhead('coffee', 'coffee')).toHaveLength(6);
    expect(await take('lena', 'coffee')).toHaveLength(3);
  });

  it('is not read again within the same minute, and anew in the next one', async () => {
    const { readAhead, clock } = await ahead();
    await readAhead('coffee');
    expect(await readAhead('coffee')).toEqual([]);
    clock.elapse(60_000);
    expect(await readAhead('coffee')).toHaveLength(6);
  });

  it.each([
    ['has got a name that is protected', { name: 'org-admins' }, 'group-protected'],
    ['has come under an identity provider', { managedBy: 'EXTERNAL' }, 'group-external'],
  ] as const)('lets nobody have a group that %s since', async (_how, change, reason) => {
    const { open, readAhead, site, isMember } = await ahead();
    await readAhead('marketing');
    site.directory.setGroup('marketing', change);
    const giving = open().grant(who('lena'), member('marketing'));
    await expect(giving).rejects.toMatchObject({ code: 'target-refused', reason });
    expect(isMember('marketing', 'lena')).toBe(false);
  });

  it('lets nobody have a group that has gone since', async () => {
    const { open, readAhead, site } = await ahead();
    await readAhead('marketing');
    site.directory.removeGroup('marketing');
    const giving = open().grant(who('lena'), member('marketing'));
    await expect(giving).rejects.toMatchObject({ code: 'not-found', reason: 'group-gone' });
  });

  it('is too old after five minutes to give by: the group may make administrators by now', async () => {
    const { open, readAhead, site, clock } = await ahead();
    await readAhead('marketing');
    site.directory.setGroup('marketing', { roles: [{ resource: 'confluence', role: 'admin' }] });
    clock.elapse(300_000);
    const giving = open().grant(who('lena'), member('marketing'));
    await expect(giving).rejects.toMatchObject({ reason: 'group-protected' });
  });

  it('is too old after a quarter of an hour to take by', async () => {
    const { open, readAhead, give, site, clock } = await ahead();
    await give('lena', 'marketing');
    await readAhead('marketing');
    site.directory.setGroup('marketing', { roles: [{ resource: 'confluence', role: 'admin' }] });
    clock.elapse(QUARTER_MS);
    const taking = open().revoke(who('lena'), member('marketing'));
    await expect(taking).rejects.toMatchObject({ reason: 'group-protected' });
  });
});

it('says with one call that nobody may have a group', async () => {
  const { open, calls } = await warm();
  expect(await calls(() => open().mustBeGivable(member('marketing')))).toHaveLength(1);
});
