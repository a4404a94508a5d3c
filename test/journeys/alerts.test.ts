import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import type { AlertsView } from '../../src/contract/request-views';
import { aGrant } from '../forge/records';
import { valueOf } from '../start';
import { keepGrants } from './crowd';
import { aTicketFor, startInviting } from './inviting';
import { govern, HOUR, type Stage } from './stage';

const calm: AlertsView = {
  overdue: 0,
  blocked: 0,
  waiting: 0,
  unasked: 0,
  unverified: 0,
  quarantined: 0,
  stopped: 0,
  drifted: 0,
};
const { orgAdmin } = acme.people;
const { hrReaders } = acme.groups;

const alerts = async ({ call }: Stage) => valueOf(await call('request.alerts'));
const listed = async ({ call }: Stage, alert: Exclude<keyof AlertsView, 'quarantined'>) =>
  valueOf(await call('request.list', { alert })).items.map(({ issueId }) => issueId);

async function given(): Promise<{ readonly stage: Stage; readonly issueId: string }> {
  const stage = await govern();
  const issueId = await stage.ask();
  await stage.approve(issueId);
  expect(stage.isIn(hrReaders)).toBe(true);
  return { stage, issueId };
}
/** Nothing reaches the app any more but what a person does. */
function stopRounds({ forge }: Stage): void {
  for (const key of ['five-minutes', 'hourly', 'daily']) forge.stoppedSchedules.add(key);
  forge.queues.delayMs = 1000 * HOUR;
}

it('nothing is announced while all is well', async () => {
  const { stage } = await given();
  expect(await alerts(stage)).toEqual(calm);
  expect(await listed(stage, 'blocked')).toEqual([]);
});

it('a removal that a broken token stops is announced as blocked, then as overdue, with its request', async () => {
  const { stage, issueId } = await given();
  stage.revokeTokensOf(orgAdmin.accountId);
  await stage.advance(8 * HOUR + 60_000);
  expect(await alerts(stage)).toEqual({ ...calm, blocked: 1 });
  await stage.advance(HOUR);
  expect(await alerts(stage)).toEqual({ ...calm, blocked: 1, overdue: 1 });
  expect(await listed(stage, 'overdue')).toEqual([issueId]);
  expect(await listed(stage, 'blocked')).toEqual([issueId]);
  expect(await listed(stage, 'drifted')).toEqual([]);
});

it('what was acknowledged when it was blocked is announced again once it is overdue', async () => {
  const { stage, issueId } = await given();
  stage.revokeTokensOf(orgAdmin.accountId);
  await stage.advance(8 * HOUR + 60_000);
  const [grant] = (await stage.view(issueId)).grants;
  valueOf(await stage.call('grant.acknowledge', { grantId: grant?.id ?? '' }));
  expect(await alerts(stage)).toEqual(calm);
  await stage.advance(HOUR);
  expect(await alerts(stage)).toMatchObject({ overdue: 1 });
});

it('access past its end that nobody has begun to take back is announced as overdue', async () => {
  const { stage, issueId } = await given();
  stopRounds(stage);
  await stage.advance(9 * HOUR);
  expect(stage.isIn(hrReaders)).toBe(true);
  expect(await alerts(stage)).toEqual({ ...calm, overdue: 1 });
  expect(await listed(stage, 'overdue')).toEqual([issueId]);
});

it('access that may have been given and whose end came before that was known is announced as overdue', async () => {
  const { stage } = await given();
  stopRounds(stage);
  const end = new Date(stage.clock.time() + HOUR);
  keepGrants(stage, [aGrant({ state: 'pending', until: end, wakeAt: end })]);
  await stage.advance(2 * HOUR);
  expect(await alerts(stage)).toEqual({ ...calm, overdue: 1 });
});

it('the timeline says in words why something was stopped', async () => {
  const { stage, issueId } = await given();
  stage.revokeTokensOf(orgAdmin.accountId);
  await stage.advance(8 * HOUR + 60_000);
  const { timeline } = await stage.view(issueId);
  const blocked = timeline.find(({ what }) => what === 'grant.blocked');
  expect(blocked?.detail).toMatchObject({
    code: 'credential',
    reason: 'The connection is broken: its credential does not work.',
  });
});

describe('what is held up is announced, and is not any more once it goes on:', () => {
  it('a request that cannot be taken up', async () => {
    const stage = await startInviting();
    const effect = { kind: 'error', status: 401 } as const;
    stage.faults.declare({ id: 'site', match: { service: 'egress' }, effect });
    const issueId = await aTicketFor(stage);
    await stage.advance(10 * 60_000);
    expect(await alerts(stage)).toEqual({ ...calm, waiting: 1 });
    expect(await listed(stage, 'waiting')).toEqual([issueId]);
    stage.faults.clear();
    await stage.advance(2 * HOUR);
    expect(await alerts(stage)).toEqual(calm);
  });

  it('a request for somebody who was invited and whose account nobody names', async () => {
    const stage = await startInviting();
    const issueId = await aTicketFor(stage);
    const inviting = { service: 'egress', operation: 'POST /rest/api/3/user', phase: 'after' } as const;
    stage.faults.declare({ id: 'lost', match: inviting, effect: { kind: 'lose-response' }, maxFires: 1 });
    await stage.approve(issueId);
    await stage.advance(10 * 60_000);
    expect(stage.faults.unfired()).toEqual([]);
    expect((await stage.view(issueId)).why).toContain('does not say which one it is');
    expect(await alerts(stage)).toEqual({ ...calm, waiting: 1 });
    expect(await listed(stage, 'waiting')).toEqual([issueId]);
  });
});
