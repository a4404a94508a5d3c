import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { aTicketFor, JOINER, joinerOf, startInviting } from './inviting';
import { HOUR, type Stage } from './stage';

const { groups } = acme;
const isIn = (stage: Stage) => stage.isIn(groups.confluenceUsers, joinerOf(stage.site)?.accountId ?? '');

it('somebody without an account is invited after the approval, given access, and loses it at the end', async () => {
  const stage = await startInviting();
  const issueId = await aTicketFor(stage);
  expect(joinerOf(stage.site)).toBeUndefined();
  await stage.approve(issueId);
  expect(isIn(stage)).toBe(true);
  const { state, beneficiary, timeline } = await stage.view(issueId);
  expect({ state, beneficiary }).toEqual({
    state: 'fulfilled',
    beneficiary: joinerOf(stage.site)?.accountId,
  });
  const told = timeline.map(({ what }) => what);
  expect(told.filter((what) => what.startsWith('request.invit'))).toEqual([
    'request.inviting',
    'request.invited',
  ]);
  expect(stage.said(issueId).join()).not.toContain(JOINER);
  await stage.advance(9 * HOUR);
  expect(isIn(stage)).toBe(false);
  stage.close();
});

it('an invited person is known by their account from then on, whatever comes in between', async () => {
  const stage = await startInviting();
  const issueId = await aTicketFor(stage);
  stage.faults.declare({
    id: 'adding',
    match: { service: 'egress', operation: 'POST /rest/api/3/group/user' },
    effect: { kind: 'error', status: 503 },
  });
  await stage.approve(issueId);
  expect(joinerOf(stage.site)).toBeDefined();
  expect(await stage.stateOf(issueId)).toBe('provisioning');
  expect(stage.faults.unfired()).toEqual([]);

  stage.faults.clear();
  await stage.advance(10 * 60_000);
  expect(await stage.stateOf(issueId)).toBe('fulfilled');
  expect(isIn(stage)).toBe(true);
  stage.close();
});
