import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import type { CallPoint } from '../../tools/simulator/faults';
import { slipIn } from './slip';
import { agent, approver, employee, govern, option, SOON, type Stage } from './stage';

const { desk, groups } = acme;
/** More calls than one run makes. */
const MOST_CALLS = 80;
const A_WHILE = 5 * 60_000;

const editThenApprove = ({ site: { work } }: Stage, id: string) => {
  const fields = { [desk.fields.accessLevel.id]: option('Marketing space editors') };
  work.edit(id, { by: employee, fields });
  work.answer(id, { by: approver, decision: 'approved' });
};

const raise = ({ site: { work } }: Stage) =>
  work.raise({
    by: employee,
    requestTypeId: desk.requestTypes.groupMembership.id,
    fields: { [desk.fields.accessLevel.id]: option('HR readers') },
  }).id;

interface Run {
  /** What happens before the run, up to the event that brings it about. */
  readonly begin: (stage: Stage) => Promise<string>;
  readonly from: (point: CallPoint) => boolean;
  readonly atLeast: number;
}
const runs: readonly (readonly [string, Run])[] = [
  [
    'that takes the request in, once the approvers are asked',
    {
      begin: async (stage) => raise(stage),
      from: ({ operation }) => operation.includes('/comment'),
      atLeast: 5,
    },
  ],
  [
    'that looks at the request again',
    {
      begin: async (stage) => {
        const id = await stage.ask();
        stage.site.work.edit(id, { by: agent, assignee: agent });
        return id;
      },
      from: ({ service }) => service === 'kvs',
      atLeast: 4,
    },
  ],
];

it.each(runs)('in a run %s, an edit approved between two of its calls gives nothing', async (_which, run) => {
  let reached = 0;
  for (let nth = 1; nth <= MOST_CALLS; nth += 1) {
    const stage = await govern();
    const id = await run.begin(stage);
    const isReached = slipIn(stage, { nth, from: run.from }, () => editThenApprove(stage, id));
    await stage.advance(SOON);
    if (!isReached()) {
      stage.close();
      break;
    }
    reached += 1;
    await stage.advance(A_WHILE);
    expect([nth, await stage.stateOf(id), stage.isIn(groups.hrReaders)]).toEqual([nth, 'void', false]);
    expect(stage.isIn(groups.marketingWriters)).toBe(false);
    stage.close();
  }
  expect(reached).toBeGreaterThanOrEqual(run.atLeast);
});
