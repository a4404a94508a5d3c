import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { adfOf } from '../../tools/simulator/atlassian/work/engine';
import { fieldRef } from './rules';
import { govern, HOUR } from './stage';

const { hrReaders } = acme.groups;

it('asked, approved, given, seen, and taken back when the time is up', async () => {
  const { ask, approve, isIn, stateOf, statusOf, said, advance, view } = await govern();
  const issueId = await ask();
  expect(await stateOf(issueId)).toBe('awaiting-approval');
  expect(isIn(hrReaders)).toBe(false);

  await approve(issueId);
  expect(isIn(hrReaders)).toBe(true);
  expect(await stateOf(issueId)).toBe('fulfilled');
  expect(statusOf(issueId)).toBe('Completed');

  await advance(7 * HOUR);
  expect(isIn(hrReaders)).toBe(true);
  await advance(2 * HOUR);
  expect(isIn(hrReaders)).toBe(false);
  const { grants, timeline } = await view(issueId);
  expect(grants.map(({ state }) => state)).toEqual(['revoked']);
  expect(timeline.map(({ what }) => what)).toEqual([
    'request.received',
    'request.understood',
    'request.routed',
    'request.asked',
    'request.told',
    'request.answered',
    'request.approved',
    'grant.intended',
    'grant.succeeded',
    'request.fulfilled',
    'request.told',
    'grant.withdrawing',
    'grant.revoked',
    'request.told',
  ]);
  expect(said(issueId)).toHaveLength(3);
});

it('a reason is said to be on the ticket, and no word of it is told', async () => {
  const words = 'The audit begins on Monday.';
  const fields = { [acme.desk.fields.reason.id]: adfOf(words) };
  const reading = await govern({ reason: fieldRef('reason', 'text') });
  const read = await reading.view(await reading.ask({ fields }));
  expect(read).toMatchObject({ state: 'awaiting-approval', hasReason: true });
  expect(JSON.stringify(read)).not.toContain('Monday');

  const heedless = await govern();
  expect(await heedless.view(await heedless.ask({ fields }))).toMatchObject({ hasReason: false });
});
