import type { Grant } from '../../src/domain/grant';
import { MOST_GROUPS } from '../../src/domain/read-choice';
import { grantRow } from '../../src/forge/store/grant-row';
import { largeWorld } from '../../tools/simulator/atlassian/worlds/large';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { aGrant } from '../forge/records';
import { valueOf } from '../start';
import { aGroupRule, oneLevelFor } from './rules';
import { approver, employee, govern, type Stage } from './stage';

const MINUTE = 60_000;
const CALL_MS = 200;
const LONG_MS = 60_000;
const world = largeWorld({ people: 100, groups: 260, memberships: 300, opening: 60 });
const ordinary = world.groups
  .slice(acme.world.groups.length)
  .filter(({ managedBy }) => managedBy === 'ADMINS')
  .map(({ id, name }) => ({ id, name }));

/** How many calls these runs sent to the site with the token, and which runs ran into the limit of the platform. */
function sentBy({ forge }: Stage, name: string, from: number) {
  const runs = forge
    .invocations()
    .slice(from)
    .filter((run) => run.function === name);
  const sent = runs.flatMap(({ siteCalls }) => siteCalls).filter(({ service }) => service === 'egress');
  return { sent: sent.length, over: runs.filter(({ logs }) => logs.join().includes('runtime minute')) };
}

async function start() {
  const stage = await govern({}, { world });
  stage.forge.network.siteCallMs = CALL_MS;
  return stage;
}

it(
  'what takes more calls than one minute of a run has is given whole, and nothing of it fails',
  async () => {
    const stage = await start();
    const groups = ordinary.slice(0, MOST_GROUPS);
    const { id, version } = stage.rule;
    const rule = aGroupRule(stage.connection.id, { access: oneLevelFor(stage.connection.id, groups) });
    valueOf(await stage.call('rule.update', { id, version, rule }));
    // Nothing is read ahead: the run has the lists of groups to read as well.
    stage.forge.stoppedSchedules.add('five-minutes');
    const issueId = await stage.ask();
    await stage.advance(20 * MINUTE);
    const from = stage.forge.invocations().length;
    stage.site.work.answer(issueId, { by: approver, decision: 'approved' });
    await stage.advance(5 * MINUTE);
    expect(groups.filter((group) => !stage.isIn(group.id))).toEqual([]);
    expect(await stage.stateOf(issueId)).toBe('fulfilled');
    const { sent, over } = sentBy(stage, 'on-work', from);
    expect([sent > 100, over]).toEqual([true, []]);
    stage.close();
  },
  LONG_MS,
);

it(
  'the daily comparison looks at every group, however many calls that takes',
  async () => {
    const stage = await start();
    const grants = ordinary.slice(0, 150).map((group, at): Grant => {
      const what = { resource: { kind: 'confluence-group', ...group }, role: 'member' };
      const facts = { id: `kept-${at}`, connectionId: stage.connection.id, accountId: employee, what };
      return aGrant({ ...facts, state: 'active', way: 'in' });
    });
    for (const grant of grants)
      stage.forge.storage.store.handle({
        ...{ installation: stage.installation.id, operation: 'entity/set', now: stage.clock.time() },
        body: { key: `grant#${grant.id}`, entityName: 'grant', value: grantRow(grant) },
      });
    const from = stage.forge.invocations().length;
    await stage.runDaily();
    const { sent, over } = sentBy(stage, 'on-day', from);
    expect([sent > 150, over]).toEqual([true, []]);
    const run = stage.forge.invocations().at(-1);
    const listed = run?.siteCalls.filter(({ operation }) => operation === 'GET /rest/api/3/group/member');
    expect(new Set(listed?.map(({ status }) => status))).toEqual(new Set([200]));
    expect(listed).toHaveLength(grants.length);
    expect(run?.durationMs).toBeGreaterThan(MINUTE);
    stage.close();
  },
  LONG_MS,
);
