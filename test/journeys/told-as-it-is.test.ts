import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { valueOf } from '../start';
import { oneLevelFor, twoGroups } from './rules';
import { govern, HOUR, type Stage } from './stage';

const { desk, groups } = acme;
const MINUTE = 60_000;
const show = ({ site }: Stage, appAccess: boolean) => site.work.setProject(desk.it.id, { appAccess });
const adding = { service: 'egress', operation: '/^POST .*group\\/user$/' } as const;
const unavailable = { kind: 'error', status: 503 } as const;

/** A request for two groups, the second of which cannot be given while the fault stands. */
async function halfGiven() {
  const stage = await govern();
  await stage.change(stage.rule, { access: oneLevelFor(stage.connection.id, twoGroups) });
  const id = await stage.ask();
  const match = { ...adding, key: `/${groups.legalReviewers}/` };
  stage.faults.declare({ id: 'adding', match, effect: unavailable });
  await stage.approve(id);
  const grant = (await stage.view(id)).grants.find(({ group }) => group.id === groups.hrReaders);
  return { stage, id, grantId: grant?.id ?? '' };
}

it('hidden for five minutes long after it was hidden for an hour, the ticket is told of the end', async () => {
  const stage = await govern();
  const id = await stage.ask();
  await stage.approve(id);
  const [grant] = (await stage.view(id)).grants;
  show(stage, false);
  const until = new Date(stage.clock.time() + 24 * HOUR);
  valueOf(await stage.call('grant.extend', { grantId: grant?.id ?? '', until: until.toISOString() }));
  await stage.advance(2 * HOUR);
  show(stage, true);
  await stage.advance(until.getTime() - stage.clock.time() - MINUTE);
  show(stage, false);
  await stage.advance(5 * MINUTE);
  show(stage, true);
  await stage.advance(30 * MINUTE);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  expect(stage.said(id).at(-1)).toContain('is no longer a member');
  stage.close();
});

it('a run that dies when the hour is over leaves nobody unasked once the ticket is back', async () => {
  const stage = await govern();
  const asking = { service: 'jira', operation: '/^PUT .*issue/' } as const;
  stage.faults.declare({ id: 'asking', match: asking, effect: unavailable });
  const id = await stage.ask();
  show(stage, false);
  stage.faults.clear();
  await stage.advance(15 * MINUTE);
  stage.clock.elapse(HOUR);
  const reading = { service: 'jira', operation: '/approval/' } as const;
  stage.faults.declare({ id: 'dies', match: reading, effect: { kind: 'crash' }, maxFires: 1 });
  await stage.call('request.retry', { issueId: id }).catch(() => undefined);
  expect(stage.faults.unfired()).toEqual([]);
  show(stage, true);
  await stage.advance(3 * HOUR);
  expect(await stage.stateOf(id)).toBe('awaiting-approval');
  expect(stage.said(id)).not.toEqual([]);
  stage.close();
});

it('extended to and fro, the last comment is what holds', async () => {
  const stage = await govern();
  const id = await stage.ask();
  await stage.approve(id);
  const grantId = (await stage.view(id)).grants[0]?.id ?? '';
  const inDays = (days: number) => new Date(stage.clock.time() + days * 24 * HOUR).toISOString();
  const [one, other] = [inDays(2), inDays(3)];
  for (const until of [one, other, one]) valueOf(await stage.call('grant.extend', { grantId, until }));
  const told = stage.said(id).filter((text) => text.includes('changed the end'));
  expect([told.length, told.at(-1)]).toEqual([3, told[0]]);
  stage.close();
});

it('what was withdrawn before the rest came is told as gone, and not as held', async () => {
  const { stage, id, grantId } = await halfGiven();
  valueOf(await stage.call('grant.withdraw', { grantId }));
  stage.faults.clear();
  await stage.advance(30 * MINUTE);
  expect([stage.isIn(groups.hrReaders), stage.isIn(groups.legalReviewers)]).toEqual([false, true]);
  const outcome = stage.said(id).at(-1);
  expect(outcome).toMatch(/is now a member of the group “legal-reviewers”/);
  expect(outcome).toMatch(/is no longer a member of the group “hr-readers”. An administrator ended/);
  stage.close();
});

it('what was extended before the rest came is told with the end that holds', async () => {
  const { stage, id, grantId } = await halfGiven();
  const until = new Date(stage.clock.time() + 48 * HOUR).toISOString();
  valueOf(await stage.call('grant.extend', { grantId, until }));
  stage.faults.clear();
  await stage.advance(30 * MINUTE);
  const outcome = stage.said(id).findLast((text) => text.includes('is now a member'));
  expect(outcome).toMatch(/hr-readers[^]*ends on 7 Jan 2026[^]*legal-reviewers[^]*ends on 5 Jan 2026/);
  stage.close();
});

it('why it could not be given is told although an earlier try had to be taken back', async () => {
  const stage = await govern();
  const id = await stage.ask();
  const dies = { ...adding, phase: 'after' } as const;
  stage.faults.declare({ id: 'dies', match: dies, effect: { kind: 'crash' }, maxFires: 1 });
  await stage.approve(id);
  stage.site.directory.removeGroup(groups.hrReaders);
  await stage.advance(30 * MINUTE);
  expect(await stage.view(id)).toMatchObject({ state: 'failed', why: 'A group was deleted.' });
  expect(stage.said(id).at(-1)).toContain('The group “hr-readers”: A group was deleted.');
  stage.close();
});
