import { confluence } from '../../src/connectors/confluence';
import type { Entitlement, Principal } from '../../src/domain/access';
import type { Variants } from '../../tools/simulator/atlassian/variants';
import { confluenceWorld, idOf } from './confluence-world';

const who = (id: string): Principal => ({ id: idOf(id), name: id });
const member = (id: string): Entitlement => ({
  resource: { kind: 'confluence-group', id, name: id },
  role: 'member',
});

function start(variants: Partial<Variants> = {}) {
  const world = confluenceWorld({ variants });
  const target = confluence.open(world.credential, world.installation);
  const writes = () => world.site.calls.filter(({ method }) => method !== 'GET');
  const isMember = (group: string, person: string) => world.site.directory.isMember(group, idOf(person));
  const fillSeats = () =>
    world.site.directory.setSeats('confluence', world.site.directory.seatsTaken('confluence'));
  return { ...world, target, writes, isMember, fillSeats };
}

describe('no licence is left', () => {
  it.each([
    ['400', 'target-refused', false],
    ['500', 'target-unavailable', true],
    ['201-without-access', 'unverified', true],
  ] as const)('says so when Jira answers %s', async (jiraAddConfluenceFull, code, retryable) => {
    const { target, fillSeats, site } = start({ jiraAddConfluenceFull });
    fillSeats();
    const message = expect.stringMatching(/licence/) as string;
    const refusal = { code, retryable, reason: 'no-seat', message };
    await expect(target.grant(who('bob'), member('marketing'))).rejects.toMatchObject(refusal);
    await expect(target.grant(who('bob'), member('marketing'))).rejects.toMatchObject(refusal);
    expect(site.directory.canUseConfluence(idOf('bob'))).toBe(false);
  });

  it('does not stop a group that opens nothing', async () => {
    const { target, fillSeats } = start();
    fillSeats();
    expect(await target.grant(who('bob'), member('coffee'))).toBe('granted');
  });
});

describe('a refusal that is not about seats', () => {
  it('does not blame the seats when the site breaks down for somebody who has one', async () => {
    const { target, faults } = start();
    const match = { operation: 'POST /rest/api/3/group/user' };
    faults.declare({ id: 'down', match, effect: { kind: 'error', status: 500 } });
    const refusal = { code: 'target-unavailable', reason: undefined };
    await expect(target.grant(who('lena'), member('marketing'))).rejects.toMatchObject(refusal);
  });

  it.each([429, 502, 503, 504])('does not blame the seats when the site answers %i', async (status) => {
    const { target, faults } = start();
    const match = { operation: 'POST /rest/api/3/group/user' };
    faults.declare({ id: 'down', match, effect: { kind: 'error', status } });
    const refusal = { code: 'target-unavailable', reason: undefined };
    await expect(target.grant(who('bob'), member('marketing'))).rejects.toMatchObject(refusal);
  });

  it('does not blame the seats when nothing can be seen of a change that was accepted', async () => {
    const { target, site } = start();
    site.conditions.lagMs.membership = 60_000;
    const refusal = { code: 'unverified', reason: undefined };
    await expect(target.grant(who('bob'), member('marketing'))).rejects.toMatchObject(refusal);
  });

  it('says that the group has gone between look and gift', async () => {
    const { target, site } = start();
    const look = await target.look(who('lena'), member('marketing'));
    site.directory.removeGroup('marketing');
    await expect(look.give()).rejects.toMatchObject({ code: 'not-found', reason: 'group-gone' });
  });
});

describe('reads lag behind writes', () => {
  it('waits for what it has done to be seen', async () => {
    const { target, site, isMember } = start();
    site.conditions.lagMs.membership = 5_000;
    expect(await target.grant(who('lena'), member('marketing'))).toBe('granted');
    expect(await target.revoke(who('lena'), member('marketing'))).toBe('revoked');
    expect(isMember('marketing', 'lena')).toBe(false);
  });

  it('says that it is not proven when it takes too long', async () => {
    const { target, site } = start();
    site.conditions.lagMs.membership = 60_000;
    await expect(target.grant(who('lena'), member('marketing'))).rejects.toMatchObject({
      code: 'unverified',
    });
  });

  it('is told of a membership that it could not see yet, and waits until it can', async () => {
    const { target, site } = start();
    site.conditions.lagMs.membership = 3_000;
    site.directory.setMember('marketing', idOf('lena'), true);
    expect(await target.grant(who('lena'), member('marketing'))).toBe('already');
  });

  it('does not take a membership for given that only one of the two products still shows', async () => {
    const { target, site, faults, isMember } = start();
    const shown = { results: [{ id: 'marketing', name: 'Marketing' }], _links: {} };
    faults.declare({
      id: 'confluence lags',
      match: { operation: 'GET /wiki/rest/api/user/memberof', attempt: 1 },
      effect: { kind: 'answer', body: JSON.stringify(shown) },
    });
    expect(await target.grant(who('lena'), member('marketing'))).toBe('granted');
    expect(isMember('marketing', 'lena')).toBe(true);
    expect(faults.unfired()).toEqual([]);
    expect(site.calls.some(({ method }) => method === 'POST')).toBe(true);
  });

  it('gives it when only Jira still shows it: the person has left', async () => {
    const { target, faults, isMember } = start();
    const groups = { size: 1, items: [{ groupId: 'marketing', name: 'Marketing' }] };
    const shown = {
      ...{ accountId: idOf('lena'), accountType: 'atlassian', active: true, displayName: 'Lena' },
      groups,
    };
    faults.declare({
      id: 'jira lags',
      match: { operation: 'GET /rest/api/3/user', attempt: 1 },
      effect: { kind: 'answer', body: JSON.stringify(shown) },
    });
    const look = await target.look(who('lena'), member('marketing'));
    expect(look.held).toBe(true);
    expect(await look.give()).toBe('granted');
    expect(isMember('marketing', 'lena')).toBe(true);
    expect(faults.unfired()).toEqual([]);
  });

  it('says that somebody else has given it between look and gift', async () => {
    const { target, site } = start();
    const look = await target.look(who('lena'), member('marketing'));
    site.directory.setMember('marketing', idOf('lena'), true);
    expect(look.held).toBe(false);
    expect(await look.give()).toBe('already');
  });

  it('goes on looking when the site is busy after the write', async () => {
    const { target, faults } = start();
    faults.declare({
      id: 'busy',
      match: { operation: 'GET /wiki/rest/api/user/memberof', attempt: 1 },
      effect: { kind: 'error', status: 503 },
    });
    expect(await target.grant(who('lena'), member('marketing'))).toBe('granted');
    expect(faults.unfired()).toEqual([]);
  });
});

describe('people who are not as others', () => {
  it.each([
    ['ina', 'person-inactive'],
    ['sue', 'person-inactive'],
    ['bot', 'person-ineligible'],
    ['carl', 'person-ineligible'],
  ] as const)('gives nothing to %s', async (person, reason) => {
    const { target, writes } = start();
    await expect(target.grant(who(person), member('marketing'))).rejects.toMatchObject({
      code: 'target-refused',
      reason,
    });
    expect(writes()).toEqual([]);
  });

  it('says who and what is not there at all', async () => {
    const { target } = start();
    await expect(target.look(who('nobody'), member('marketing'))).rejects.toMatchObject({
      code: 'not-found',
      reason: 'person-gone',
    });
    await expect(target.look(who('lena'), member('nothing'))).rejects.toMatchObject({
      code: 'not-found',
      reason: 'group-gone',
    });
  });

  it('takes from a suspended person, whose groups Confluence still tells', async () => {
    const { target, isMember } = start();
    expect(await target.revoke(who('sue'), member('marketing'))).toBe('revoked');
    expect(isMember('marketing', 'sue')).toBe(false);
    expect(await target.revoke(who('sue'), member('marketing'))).toBe('already');
  });

  it('does not take an empty list for proof that a suspended person holds nothing', async () => {
    const { target, site } = start();
    site.directory.setMember('coffee', idOf('gus'), true);
    site.directory.setMember('guests', idOf('gus'), false);
    site.directory.setPerson(idOf('gus'), { membershipStatus: 'suspended' });
    await expect(target.revoke(who('gus'), member('coffee'))).rejects.toMatchObject({
      code: 'unverified',
      reason: 'person-inactive',
    });
    expect(site.directory.isMember('coffee', idOf('gus'))).toBe(false);
  });

  it('takes from somebody who has lost the licence', async () => {
    const { target, site, isMember } = start();
    site.directory.setMember('coffee', idOf('bob'), true);
    expect(await target.revoke(who('bob'), member('coffee'))).toBe('revoked');
    expect(isMember('coffee', 'bob')).toBe(false);
  });
});

describe('answers that are lost', () => {
  const lose = (operation: string) => ({
    id: 'lost',
    match: { operation, phase: 'after' as const, attempt: 1 },
    effect: { kind: 'lose-response' as const },
  });

  it('are made up for by the look afterwards, at once', async () => {
    const { target, faults } = start();
    faults.declare(lose('POST /rest/api/3/group/user'), lose('DELETE /rest/api/3/group/user'));
    expect(await target.grant(who('lena'), member('marketing'))).toBe('granted');
    expect(await target.revoke(who('lena'), member('marketing'))).toBe('revoked');
    expect(faults.unfired()).toEqual([]);
  });
});
