import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { someFacts, valueOf } from '../start';
import { startInviting, aTicketFor } from './inviting';
import { agent, approver, HOUR, SOON, type Stage } from './stage';

const { desk, groups, people } = acme;
const MINUTE = 60_000;
const { email, accountId } = people.jiraAdmin;

/** They hold nothing of what is asked for yet. */
async function startStage(): Promise<Stage> {
  const stage = await startInviting();
  stage.site.directory.setMember(groups.confluenceUsers, accountId, false);
  return stage;
}

const fail = ({ faults }: Stage, status: number) =>
  faults.declare({ id: 'site', match: { service: 'egress' }, effect: { kind: 'error', status } });
const restless = (stage: Stage) => stage.events().filter((id) => id.startsWith('request#')).length;

it('a ticket that cannot be understood while the credential is broken says so once, and goes on after it', async () => {
  const stage = await startStage();
  fail(stage, 401);
  const id = await aTicketFor(stage, email);
  await stage.advance(10 * MINUTE);
  expect(await stage.view(id)).toMatchObject({
    state: 'received',
    why: 'The connection is broken: its credential does not work.',
  });
  expect(stage.said(id)).toEqual([
    expect.stringMatching(/^This request cannot be taken up yet\./),
    expect.stringMatching(/^\(internal\) .*[^]*give the connection a token that works/),
  ]);
  const events = restless(stage);
  await stage.advance(4 * HOUR);
  // Heard of long ago, and nothing has been mended: it does not stand before what can go on.
  const runs = stage.forge.invocations().length;
  await stage.advance(40 * MINUTE);
  const worked = stage.forge
    .invocations()
    .slice(runs)
    .map(({ function: name }) => name);
  expect([worked.includes('on-five-minutes'), worked.includes('on-work')]).toEqual([true, false]);
  await stage.advance(20 * HOUR);
  expect([stage.said(id).length, restless(stage)]).toEqual([2, events]);
  stage.faults.clear();
  await stage.advance(HOUR + 11 * MINUTE);
  expect(await stage.stateOf(id)).toBe('awaiting-approval');
  expect(stage.said(id).at(-1)).toMatch(/^Understood/);
  await stage.approve(id);
  expect(stage.isIn(groups.confluenceUsers, accountId)).toBe(true);
  stage.close();
});

it('what Atlassian does not answer for a minute is nothing to tell anybody', async () => {
  const stage = await startStage();
  fail(stage, 503);
  const id = await aTicketFor(stage, email);
  expect(await stage.view(id)).toMatchObject({ state: 'received', grants: [] });
  stage.faults.clear();
  await stage.advance(2 * MINUTE);
  expect(await stage.stateOf(id)).toBe('awaiting-approval');
  expect(stage.said(id)).toEqual([expect.stringMatching(/^Understood/)]);
  stage.close();
});

it('what it does not answer for longer is told', async () => {
  const stage = await startStage();
  fail(stage, 503);
  const id = await aTicketFor(stage, email);
  await stage.advance(20 * MINUTE);
  expect(stage.said(id)[0]).toMatch(/cannot be taken up yet\. Atlassian could not be reached/);
  expect(stage.said(id)).toHaveLength(2);
  stage.close();
});

it.each<[string, (stage: Stage, id: string) => unknown]>([
  ['closed', (stage, id) => stage.site.work.transition(id, { by: agent, to: 'Cancel' })],
  ['deleted', (stage, id) => stage.site.work.delete(id, { by: agent })],
])('a ticket that is %s while it waits to be understood is cancelled', async (_how, act) => {
  const stage = await startStage();
  fail(stage, 401);
  const id = await aTicketFor(stage, email);
  act(stage, id);
  await stage.advance(HOUR + 20 * MINUTE);
  expect(await stage.stateOf(id)).toBe('cancelled');
  stage.close();
});

it('approved while it waits to be understood, it is given once it is', async () => {
  const stage = await startStage();
  fail(stage, 401);
  const id = await aTicketFor(stage, email);
  stage.site.work.edit(id, { by: agent, fields: { [desk.fields.approvers.id]: [approver] } });
  stage.site.work.answer(id, { by: approver, decision: 'approved' });
  await stage.advance(SOON);
  stage.faults.clear();
  await stage.advance(HOUR + 11 * MINUTE);
  expect([await stage.stateOf(id), stage.isIn(groups.confluenceUsers, accountId)]).toEqual([
    'fulfilled',
    true,
  ]);
  stage.close();
});

it('what is added to the default groups after an approval is not given by it', async () => {
  const stage = await startStage();
  fail(stage, 503);
  const id = await aTicketFor(stage, email);
  stage.site.work.edit(id, { by: agent, fields: { [desk.fields.approvers.id]: [approver] } });
  stage.site.work.answer(id, { by: approver, decision: 'approved' });
  await stage.advance(SOON);
  stage.faults.clear();
  const { version } = valueOf(await stage.call('connection.read', { id: stage.connection.id }));
  const values = { ...someFacts, defaultGroups: [groups.confluenceUsers, groups.legalReviewers] };
  valueOf(await stage.call('connection.update', { id: stage.connection.id, version, values }));
  await stage.advance(HOUR);
  expect(await stage.view(id)).toMatchObject({
    state: 'refused',
    why: 'What the application gives was changed after somebody had answered the request.',
  });
  expect(stage.isIn(groups.legalReviewers, accountId)).toBe(false);
  expect(stage.isIn(groups.confluenceUsers, accountId)).toBe(false);
  stage.close();
});
