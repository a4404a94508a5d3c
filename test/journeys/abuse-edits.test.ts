import type { FaultRule } from '../../tools/simulator/faults';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { colleagues } from '../../tools/simulator/atlassian/worlds/acme-people';
import { someFacts, valueOf } from '../start';
import { employee, govern, SOON, type Stage } from './stage';
import { byId, everyGroup, someone, someoneElse, type Whom, type Wide } from './wide';
import { defaultGroups, wides } from './wides';

const { desk } = acme;

jest.setTimeout(30_000);
const A_WHILE = 21 * 60_000;
const crash = { effect: { kind: 'crash' }, minFires: 1 } as const;
const ADD = '/^POST .*group\\/user/';

/** Where the run that gives is stopped while the ticket is edited. `begun`: one group may be there already. */
const boundaries: readonly {
  readonly at: string;
  readonly stop: readonly FaultRule[];
  readonly begun: boolean;
}[] = [
  { at: 'before the app has heard of the approval', stop: [], begun: false },
  {
    at: 'between the approval and the first look',
    stop: [{ id: 'first look', match: { service: 'egress', operation: '/^GET /' }, ...crash }],
    begun: false,
  },
  {
    at: 'between the intent and the effect',
    stop: [{ id: 'before the effect', match: { service: 'egress', operation: ADD }, ...crash }],
    begun: true,
  },
  {
    at: 'between the effect and its record',
    stop: [
      { id: 'after the effect', match: { service: 'egress', operation: ADD, phase: 'after' }, ...crash },
    ],
    begun: true,
  },
];

/** Each request is for somebody of their own, who is in none of the groups and does not hide their address. */
const beneficiaries = [0, 5, 6, 10, 12, 14, 18, 20].map((index) => colleagues[index] ?? fail());
const everybody = [employee, someoneElse, ...[someone, ...beneficiaries].map(({ accountId }) => accountId)];

const all = ({ isIn }: Stage) =>
  everybody.flatMap((person) =>
    everyGroup.filter((group) => isIn(group, person)).map((group) => [person, group]),
  );

async function raise(stage: Stage, { requestType, values, isFor }: Wide, forWhom: Whom = someone) {
  const fields = byId({ ...values, ...isFor(forWhom) });
  const requestTypeId = desk.requestTypes[requestType].id;
  const { id } = stage.site.work.raise({ by: employee, requestTypeId, fields });
  await stage.advance(SOON);
  return id;
}

async function approve(stage: Stage, issueId: string, { approvers }: Wide) {
  for (const by of approvers) await stage.approve(issueId, by);
}

function editOnce({ site: { work } }: Stage, issueId: string, [key, value]: readonly [string, unknown]) {
  const by = someoneElse;
  if (key === 'reporter') work.edit(issueId, { by, reporter: String(value) });
  else work.edit(issueId, { by, fields: byId({ [key]: value }) });
}

const valueIn = (
  { fields, reporter }: { fields: Readonly<Record<string, unknown>>; reporter: string },
  key: string,
) => (key === 'reporter' ? reporter : Object.entries(fields).find(([id]) => id in byId({ [key]: 0 }))?.[1]);

const ways = [
  ['edited', false],
  ['edited, and edited back', true],
] as const;

describe.each(wides('').map(({ name }, index) => [name, index] as const))('%s', (_name, index) => {
  let stage: Stage;
  let wide: Wide;
  beforeAll(async () => {
    stage = await govern();
    const { id, version } = stage.rule;
    wide = wides(stage.connection.id)[index] ?? wides('')[0] ?? fail();
    const values = { ...someFacts, defaultGroups };
    valueOf(await stage.call('connection.update', { id: stage.connection.id, version: 1, values }));
    await stage.change({ id, version }, wide.rule);
  });
  beforeEach(() => {
    for (const [person = '', group = ''] of all(stage)) stage.site.directory.setMember(group, person, false);
  });
  afterAll(() => stage.close());

  describe.each(boundaries)('stopped $at', ({ stop, begun }) => {
    it.each(ways)('what was %s is never given, whichever field it was', async (_how, back) => {
      const edits = Object.entries(wide.edits);
      const ids: string[] = [];
      for (const [index] of edits.entries()) ids.push(await raise(stage, wide, beneficiaries[index]));
      stage.faults.declare(...stop);
      for (const id of ids)
        for (const by of wide.approvers) stage.site.work.answer(id, { by, decision: 'approved' });
      if (stop.length > 0) await stage.advance(SOON);
      for (const [index, edit] of edits.entries()) {
        const issueId = ids[index] ?? '';
        const before = stage.site.work.issue(issueId);
        editOnce(stage, issueId, edit);
        if (back) editOnce(stage, issueId, [edit[0], valueIn(before, edit[0])]);
      }
      expect(stage.faults.unfired()).toEqual([]);
      stage.faults.clear();
      await stage.advance(A_WHILE);

      expect(all(stage)).toEqual([]);
      for (const id of ids) {
        const { state, why } = await stage.view(id);
        // What may be there already is taken back first: that is more than to void a request.
        expect(state).toBe(begun ? 'failed' : 'void');
        if (!begun) expect(why).toBe('The request was edited after somebody had answered it.');
      }
    });
  });

  it('without any edit, what was approved is given', async () => {
    const issueId = await raise(stage, wide);
    await approve(stage, issueId, wide);
    expect(all(stage)).toEqual(wide.groups.map((group) => [someone.accountId, group]));
  });

  it('what is edited afterwards changes nothing any more', async () => {
    const issueId = await raise(stage, wide);
    await approve(stage, issueId, wide);
    for (const edit of Object.entries(wide.edits)) editOnce(stage, issueId, edit);
    await stage.advance(A_WHILE);
    expect(all(stage)).toEqual(wide.groups.map((group) => [someone.accountId, group]));
    expect(await stage.stateOf(issueId)).toBe('fulfilled');
    expect(stage.said(issueId)).toHaveLength(2);
  });
});

function fail(): never {
  throw new Error('There is no such request.');
}
