import { kvsGrants } from '../../src/forge/store/grants';
import type { CallPoint } from '../../tools/simulator/faults';
import { tapInto, type Phase } from '../rig/points';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { aTicketFor, JOINER, joinerOf, startInviting } from './inviting';
import { agent, employee, HOUR, type Stage } from './stage';

const { groups, people } = acme;
const INVITING = 'POST /rest/api/3/user';
const A_WHILE = 15 * 60_000;
const TOLD = 'Atlassian does not say which one it is';

const isIn = (stage: Stage, accountId: string | undefined) =>
  stage.isIn(groups.confluenceUsers, accountId ?? '');
const rename = ({ site }: Stage, displayName: string) => site.directory.setPerson(employee, { displayName });
const showAddress = ({ site }: Stage) =>
  site.directory.setPerson(joinerOf(site)?.accountId ?? '', { emailVisible: true });
const invitations = ({ site }: Stage) =>
  site.calls.filter(({ method, path }) => method === 'POST' && path === '/rest/api/3/user').length;

/** The requester calls themselves like the address, at the very moment of the invitation. */
function impersonate(stage: Stage): () => number {
  let times = 0;
  tapInto(stage.faults, ({ operation }: CallPoint, phase: Phase) => {
    if (operation === INVITING && phase === 'after') {
      times += 1;
      rename(stage, `${JOINER} Moreau`);
    }
    return undefined;
  });
  return () => times;
}

it('whoever calls themselves like the invited address is not given their access', async () => {
  const stage = await startInviting();
  const id = await aTicketFor(stage);
  const times = impersonate(stage);
  await stage.approve(id);
  expect(times()).toBe(1);
  expect(await stage.stateOf(id)).toBe('fulfilled');
  expect([isIn(stage, employee), isIn(stage, joinerOf(stage.site)?.accountId)]).toEqual([false, true]);
  stage.close();
});

describe('where nobody says which account was made', () => {
  const ways = [
    ['the answer is lost', 'lose-response'],
    ['the run dies before it can write it down', 'crash'],
  ] as const;

  it.each(ways)('because %s, nobody is guessed at, and the ticket says so', async (_how, kind) => {
    const stage = await startInviting();
    const id = await aTicketFor(stage);
    const match = { service: 'egress', operation: INVITING, phase: 'after', attempt: 1 } as const;
    stage.faults.declare({ id: 'lost', match, effect: { kind } });
    const times = impersonate(stage);
    await stage.approve(id);
    await stage.advance(A_WHILE);
    expect(stage.faults.unfired()).toEqual([]);
    expect(times()).toBeGreaterThan(0);
    expect(await stage.view(id)).toMatchObject({ state: 'provisioning', grants: [] });
    expect((await stage.view(id)).why).toContain(TOLD);
    const [toAll, toDesk] = stage.said(id).slice(-2);
    expect(toAll).toContain(TOLD);
    expect(toDesk).toMatch(/^\(internal\) .*raised again/s);
    expect(isIn(stage, employee)).toBe(false);

    const said = stage.said(id).length;
    await stage.advance(A_WHILE);
    expect(stage.said(id)).toHaveLength(said);
    showAddress(stage);
    await stage.advance(A_WHILE);
    expect(await stage.stateOf(id)).toBe('fulfilled');
    expect([isIn(stage, employee), isIn(stage, joinerOf(stage.site)?.accountId)]).toEqual([false, true]);
    stage.close();
  });

  it('because the account is suspended, it waits, and ends when the ticket is closed', async () => {
    const stage = await startInviting();
    const id = await aTicketFor(stage, people.suspended.email);
    await stage.approve(id);
    expect((await stage.view(id)).why).toContain(TOLD);
    stage.site.work.transition(id, { by: agent, to: 'Cancel' });
    await stage.advance(A_WHILE);
    expect(await stage.view(id)).toMatchObject({ state: 'failed', grants: [] });
    const sent = invitations(stage);
    await stage.advance(A_WHILE);
    expect(invitations(stage)).toBe(sent);
    stage.close();
  });

  it('it ends with the time that was asked for', async () => {
    const stage = await startInviting();
    const id = await aTicketFor(stage, people.suspended.email);
    await stage.approve(id);
    expect(await stage.stateOf(id)).toBe('provisioning');
    await stage.advance(9 * HOUR);
    expect(await stage.view(id)).toMatchObject({ state: 'failed', grants: [] });
    stage.close();
  });
});

it('an account that was written down is the one, though the run died right after that', async () => {
  const stage = await startInviting();
  const id = await aTicketFor(stage);
  let invited = false;
  let died = false;
  tapInto(stage.faults, ({ service, operation }, phase) => {
    if (invited && !died && service === 'egress') {
      died = true;
      return { kind: 'crash' };
    }
    invited ||= operation === INVITING && phase === 'after';
    return undefined;
  });
  await stage.approve(id);
  await stage.advance(A_WHILE);
  expect(died).toBe(true);
  expect(await stage.stateOf(id)).toBe('fulfilled');
  expect(isIn(stage, joinerOf(stage.site)?.accountId)).toBe(true);
  expect(invitations(stage)).toBe(1);
  stage.close();
});

it('an account that does not show at once is waited for', async () => {
  const stage = await startInviting();
  const id = await aTicketFor(stage);
  stage.site.conditions.lagMs.person = 120_000;
  await stage.approve(id);
  expect(await stage.view(id)).toMatchObject({ state: 'provisioning', grants: [] });
  await stage.advance(A_WHILE);
  expect(await stage.stateOf(id)).toBe('fulfilled');
  expect(invitations(stage)).toBe(1);
  stage.close();
});

it('two runs at once invite once, and neither says that anything is in the way', async () => {
  const stage = await startInviting();
  const id = await aTicketFor(stage);
  const store: { findMany: typeof kvsGrants.findMany } = kvsGrants;
  const { findMany } = store;
  let second: Promise<unknown> | undefined;
  store.findMany = async (ids) => {
    // The first run knows that nothing is begun yet, and before it goes on, another one comes and goes.
    store.findMany = findMany;
    const found = await findMany(ids);
    second = stage.call('request.retry', { issueId: id });
    await second;
    return found;
  };
  await stage.approve(id);
  await stage.advance(A_WHILE);
  expect(await second).toMatchObject({ ok: true, value: { state: 'fulfilled' } });
  expect(invitations(stage)).toBe(1);
  expect(stage.said(id).join()).not.toContain('cannot be given');
  stage.close();
});

it('who was invited is written down though the request was closed in that moment, and is given nothing', async () => {
  const stage = await startInviting();
  const id = await aTicketFor(stage);
  const { site } = stage;
  const { handle } = site;
  site.handle = async (request) => {
    const answer = await handle(request);
    if (`${request.method} ${request.url.pathname}` !== INVITING) return answer;
    site.handle = handle;
    site.work.transition(id, { by: agent, to: 'Cancel' });
    expect(await stage.call('request.retry', { issueId: id })).toMatchObject({ ok: true });
    return answer;
  };
  await stage.approve(id);
  await stage.advance(A_WHILE);
  const { state, beneficiary, grants: given, timeline } = await stage.view(id);
  expect({ state, beneficiary, given }).toMatchObject({
    state: 'cancelled',
    beneficiary: joinerOf(site)?.accountId,
    given: [],
  });
  expect(timeline.map(({ what }) => what)).toContain('request.invited');
  stage.close();
});
