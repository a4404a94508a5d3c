import type { RuleInput } from '../../src/contract/rule';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { adfOf } from '../../tools/simulator/atlassian/work/adf';
import { valueOf } from '../start';
import { aGroupRule, aPolicy, fieldRef, optionRef } from './rules';
import { approver, govern, HOUR, SOON, type Stage } from './stage';

const { desk, groups, people } = acme;
const MINUTE = 60_000;

/** Everything that a trial could have changed: the site, what is stored but for what is only remembered, the queue. */
function everything({ site: { work, directory }, stored, forge }: Stage) {
  const { plain, entities, secrets } = stored();
  const kept = Object.entries(plain).filter(([key]) => !key.startsWith('memory#'));
  const members = directory.people().map(({ accountId }) => [accountId, directory.groupsOf(accountId)]);
  return structuredClone({
    issues: work.issues(),
    members,
    kept,
    entities,
    secrets,
    waiting: forge.waiting(),
  });
}

/** What a trial did, call by call, but for reading. */
async function doneBy(stage: Stage, issueId: string, over: Partial<RuleInput>) {
  const { key } = stage.site.work.issue(issueId);
  const rule = aGroupRule(stage.connection.id, over);
  const view = valueOf(await stage.call('rule.try', { rule, issueKey: key }));
  const { call, siteCalls } = stage.forge.invocations().at(-1) ?? { siteCalls: [] };
  expect(call).toBe('rule.try');
  expect(siteCalls.length).toBeGreaterThan(2);
  return {
    decision: view.decision,
    writes: siteCalls.map(({ operation }) => operation).filter((operation) => !operation.startsWith('GET ')),
  };
}

const byAddress = (connectionId: string): Partial<RuleInput> => ({
  access: {
    kind: 'application-access',
    field: fieldRef('accessLevel', 'option'),
    applications: [{ option: optionRef('accessLevel', 'HR readers'), connectionId }],
  },
  beneficiary: { kind: 'email', field: fieldRef('reason', 'text'), invite: true },
});
const exempting: Partial<RuleInput> = {
  approval: aPolicy({ exempt: [{ id: groups.contractors, name: 'contractors' }] }),
};
const byStatus: Partial<RuleInput> = { approval: aPolicy({ by: 'status', sources: [] }) };

interface Tried {
  readonly decision: string;
  /** What has become of the ticket by then. */
  readonly until?: (stage: Stage, issueId: string) => Promise<unknown>;
  readonly over?: (connectionId: string) => Partial<RuleInput>;
  readonly fields?: Readonly<Record<string, unknown>>;
}
const approveUnheard = async ({ site: { work } }: Stage, id: string) =>
  work.answer(id, { by: approver, decision: 'approved' });

const tried: readonly (readonly [string, Tried])[] = [
  ['waits for its approval', { decision: 'wait' }],
  ['was approved a moment ago', { decision: 'give', until: approveUnheard }],
  ['was served', { decision: 'give', until: (stage, id) => stage.approve(id) }],
  ['was declined', { decision: 'declined', until: (stage, id) => stage.decline(id) }],
  [
    'was moved past its approval',
    { decision: 'quarantine', until: (stage, id) => stage.move(id, 'Waiting for implementation') },
  ],
  ['needs no approval', { decision: 'give', over: () => exempting }],
  [
    'is approved by its status',
    {
      decision: 'give',
      until: (stage, id) => stage.move(id, 'Waiting for implementation'),
      over: () => byStatus,
    },
  ],
  [
    'is for somebody who would be invited',
    {
      decision: 'give',
      until: approveUnheard,
      over: byAddress,
      fields: { [desk.fields.reason.id]: adfOf('new@elsewhere.example') },
    },
  ],
  [
    'asks for what the rule does not name',
    {
      decision: 'refuse',
      fields: { [desk.fields.accessLevel.id]: optionRef('accessLevel', 'Security team').id },
    },
  ],
  [
    'has ended',
    {
      decision: 'give',
      until: async (stage, id) => {
        await stage.approve(id);
        await stage.advance(9 * HOUR);
      },
    },
  ],
];

it.each(tried)(
  'Try it on a ticket that %s writes nothing on the site, stores nothing, queues nothing and tells nothing',
  async (_which, { decision, until, over, fields }) => {
    const stage = await govern();
    const issueId = await stage.ask({ ...(fields && { fields }) });
    await until?.(stage, issueId);
    // What is remembered for five minutes has to be read anew: a trial must not only be harmless when it knows all.
    stage.clock.elapse(6 * MINUTE);
    const before = everything(stage);
    const done = await doneBy(stage, issueId, over?.(stage.connection.id) ?? {});
    expect(done).toEqual({ decision, writes: [] });
    expect(everything(stage)).toEqual(before);
    stage.close();
  },
);

it('Try it on a ticket that no rule has answered does not take it up', async () => {
  const stage = await govern();
  const { id, version } = stage.rule;
  valueOf(await stage.call('rule.disable', { id, version }));
  const issueId = await stage.ask();
  const before = everything(stage);
  expect(await doneBy(stage, issueId, {})).toEqual({ decision: 'wait', writes: [] });
  expect(everything(stage)).toEqual(before);
  await stage.advance(SOON);
  expect(valueOf(await stage.call('request.list', {})).items).toEqual([]);
  stage.close();
});

it('what Try it finds out about a broken credential is noted as in any other use, and nothing else is', async () => {
  const stage = await govern();
  const issueId = await stage.ask();
  stage.revokeTokensOf(people.orgAdmin.accountId);
  stage.clock.elapse(6 * MINUTE);
  const before = everything(stage);
  const { key } = stage.site.work.issue(issueId);
  await stage.call('rule.try', { rule: aGroupRule(stage.connection.id), issueKey: key });
  const after = everything(stage);
  expect({ ...after, kept: [], entities: {} }).toEqual({ ...before, kept: [], entities: {} });
  const changed = after.kept.filter(
    (row) => !before.kept.some((old) => JSON.stringify(old) === JSON.stringify(row)),
  );
  expect(changed.map(([name]) => name)).toEqual([`connection#${stage.connection.id}#health`]);
  const told = Object.keys(after.entities['audit-event'] ?? {}).filter(
    (name) => !Object.hasOwn(before.entities['audit-event'] ?? {}, name),
  );
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(`connection#${stage.connection.id}`);
  stage.close();
});
