import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { variantTable, type Variants } from '../../tools/simulator/atlassian/variants';
import { agent, approver, employee, govern, option, SOON, type Stage } from './stage';

const { desk, groups, people } = acme;
const { waitingForImplementation, needsAttention, cancelled, completed, waitingForApproval } = desk.statuses;

/** What Atlassian leaves open about approvals, in every combination, and how its events look in turn. */
const undocumented = ['approvalWithoutApprover', 'approvalAfterBypass', 'approvalTransitionAuthor'] as const;
const combinations = undocumented
  .reduce<readonly Partial<Variants>[]>(
    (all, key) => all.flatMap((one) => variantTable[key].map((value) => ({ ...one, [key]: value }))),
    [{}],
  )
  .flatMap((one, index) =>
    variantTable.associatedInEvents
      .filter((_value, turn) => turn === index % variantTable.associatedInEvents.length)
      .map((associatedInEvents) => ({ ...one, associatedInEvents })),
  );

const NOBODY = 'The ticket was moved on without any approval.';
const STILL_OPEN = 'The ticket was moved on while its approval was still open.';
const toDesk = expect.stringMatching(/^\(internal\) Stopped: [^]*\nA status is not an approval\./);
const toAll = 'This request has not been approved yet, so nothing was given. The service desk has been told.';

/** Who can move a ticket past its approval, by a transition from every status. */
const movers = [
  ['an agent', agent],
  ['the entitled approver', approver],
  ['an automation', people.automation.accountId],
  ['the app’s own account', people.app.accountId],
  ['the requester', employee],
] as const;

/** The ways on which a ticket comes to the approved status. */
const ways: readonly (readonly [string, (stage: Stage, id: string, by: string) => Promise<void>])[] = [
  ['at once', (stage, id, by) => stage.move(id, waitingForImplementation.name, by)],
  [
    'by way of a status between, unheard',
    async ({ site: { work }, advance }, id, by) => {
      work.transition(id, { by, to: needsAttention.name });
      work.transition(id, { by, to: waitingForImplementation.name });
      await advance(SOON);
    },
  ],
  [
    'by way of a status between, heard',
    async ({ move }, id, by) => {
      await move(id, needsAttention.name, by);
      await move(id, waitingForImplementation.name, by);
    },
  ],
  [
    'and on to the end',
    async ({ site: { work }, advance }, id, by) => {
      work.transition(id, { by, to: waitingForImplementation.name });
      await advance(SOON);
      work.transition(id, { by, to: 'Complete' });
      await advance(SOON);
    },
  ],
];

describe.each(combinations.map((variants) => [Object.values(variants).join(', '), variants] as const))(
  'where Atlassian does %s',
  (_words, variants) => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await govern({}, { variants });
    });
    afterAll(() => stage.close());
    const nothing = { grants: [] };

    it.each(movers)('a status that %s sets gives nothing, on any way to it', async (_who, by) => {
      for (const [, goes] of ways) {
        const id = await stage.ask();
        await goes(stage, id, by);
        expect(stage.isIn(groups.hrReaders)).toBe(false);
        expect(await stage.view(id)).toMatchObject(nothing);
        expect(['quarantined', 'cancelled']).toContain(await stage.stateOf(id));
        expect(stage.said(id).slice(1, 3)).toEqual([toDesk, toAll]);
      }
    });

    it('a ticket that was moved before the app ever heard of it gives nothing', async () => {
      const { work } = stage.site;
      const { id } = work.raise({
        by: employee,
        requestTypeId: desk.requestTypes.groupMembership.id,
        fields: { [desk.fields.accessLevel.id]: option('HR readers') },
      });
      work.transition(id, { by: agent, to: waitingForImplementation.name });
      await stage.advance(SOON);
      expect(await stage.view(id)).toMatchObject({ ...nothing, state: 'quarantined' });
      expect([NOBODY, STILL_OPEN]).toContain((await stage.view(id)).why);
    });

    it('put back and approved after all, it gives once what was approved', async () => {
      const id = await stage.ask();
      await stage.move(id, waitingForImplementation.name);
      await stage.move(id, needsAttention.name);
      await stage.move(id, 'Ask for approval again');
      expect(stage.statusOf(id)).toBe(waitingForApproval.name);
      expect(stage.isIn(groups.hrReaders)).toBe(false);
      await stage.approve(id);
      expect(await stage.stateOf(id)).toBe('fulfilled');
      expect(stage.isIn(groups.hrReaders)).toBe(true);
      expect(stage.said(id)).toHaveLength(4);
      expect(await stage.restless(id)).toEqual([]);
      stage.site.directory.setMember(groups.hrReaders, employee, false);
    });

    it.each([
      ['declined', (id: string) => stage.decline(id), 'declined'],
      ['cancelled by the requester', (id: string) => stage.move(id, 'Cancel', employee), 'cancelled'],
    ] as const)(
      'a request that was %s gives nothing, whatever its status becomes',
      async (_how, end, state) => {
        const id = await stage.ask();
        await end(id);
        expect(await stage.view(id)).toMatchObject({ ...nothing, state });
        await stage.move(id, waitingForImplementation.name);
        await stage.move(id, needsAttention.name);
        await stage.move(id, 'Ask for approval again');
        await stage.approve(id);
        expect(stage.isIn(groups.hrReaders)).toBe(false);
        expect(await stage.view(id)).toMatchObject({ ...nothing, state });
        expect(stage.said(id)).toHaveLength(2);
        expect([cancelled.name, completed.name]).not.toContain(stage.statusOf(id));
      },
    );
  },
);

it('a quarantined request says why, once, however long it stays', async () => {
  const stage = await govern();
  const id = await stage.ask();
  await stage.move(id, waitingForImplementation.name);
  expect(await stage.view(id)).toMatchObject({ state: 'quarantined', why: STILL_OPEN });
  expect(await stage.restless(id)).toEqual([]);
  expect(stage.said(id)).toHaveLength(3);
  stage.close();
});
