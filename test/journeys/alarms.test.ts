import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { govern, HOUR } from './stage';

const { hrReaders } = acme.groups;
const MINUTE = 60_000;
const adding = { service: 'egress', operation: 'POST /rest/api/3/group/user' } as const;

it('a grant that waits keeps one alarm, however often somebody looks at it', async () => {
  const stage = await govern();
  const id = await stage.ask();
  stage.faults.declare({ id: 'adding', match: adding, effect: { kind: 'error', status: 503 } });
  await stage.approve(id);
  const perHour: number[] = [];
  for (let hour = 0; hour < 6; hour += 1) {
    const before = runs(stage);
    await stage.advance(HOUR);
    perHour.push(runs(stage) - before);
  }
  expect(Math.max(...perHour.slice(1))).toBeLessThan(40);
  stage.close();
});

it('access that a dead run gave is taken at its end, although the ticket cannot be read any more', async () => {
  const stage = await govern();
  const id = await stage.ask();
  stage.faults.declare({
    id: 'dies',
    match: { ...adding, phase: 'after' },
    effect: { kind: 'crash' },
    maxFires: 1,
  });
  stage.site.work.answer(id, { by: acme.people.confluenceAdmin.accountId, decision: 'approved' });
  const approvals = { service: 'jira', operation: '/^GET .*\\/approval/' } as const;
  await stage.advance(4_000);
  stage.faults.declare({ id: 'approvals', match: approvals, effect: { kind: 'error', status: 403 } });
  await stage.advance(10 * MINUTE);
  expect(stage.isIn(hrReaders)).toBe(true);
  await stage.advance(9 * HOUR);
  expect(stage.isIn(hrReaders)).toBe(false);
  expect(stage.faults.unfired()).toEqual([]);
  stage.close();
});

it.each([410, 302])(
  'an answer nobody foresaw (%i) is told, and tried less and less often',
  async (status) => {
    const stage = await govern();
    const id = await stage.ask();
    stage.faults.declare({ id: 'adding', match: adding, effect: { kind: 'error', status } });
    await stage.approve(id);
    expect(await stage.view(id)).toMatchObject({ state: 'provisioning', grants: [{ state: 'pending' }] });
    expect(stage.said(id).join()).toContain('cannot be given yet');
    await stage.advance(6 * HOUR);
    const tries = (await stage.view(id)).timeline.filter(({ what }) => what === 'grant.intended').length;
    expect(tries).toBeLessThan(25);
    stage.faults.clear();
    await stage.advance(HOUR);
    expect(stage.isIn(hrReaders)).toBe(true);
    stage.close();
  },
);

const runs = ({ forge }: Awaited<ReturnType<typeof govern>>) =>
  forge.invocations().filter((each) => each.function === 'on-work').length;
