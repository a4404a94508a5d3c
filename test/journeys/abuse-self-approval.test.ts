import type { RuleInput } from '../../src/contract/rule';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { aPolicy, fieldRef } from './rules';
import { agent, approver, employee, govern, option, SOON, type Stage } from './stage';

const { desk, groups, people } = acme;
/** Entitled by the rule, and with a hand in the request. */
const ravi = people.plainUser.accountId;

const hands = ['requester', 'beneficiary', 'creator', 'reporter later', 'last editor'] as const;
type Hand = (typeof hands)[number];

/** Every way to have a hand in a request: alone, and together with every other. */
const allHands: readonly (readonly Hand[])[] = Array.from({ length: 2 ** hands.length }, (_, bits) =>
  hands.filter((_hand, index) => (bits >> index) % 2 === 1),
);

type Sources = RuleInput['approval']['sources'];
/** Somebody else may always approve, too: the request is not refused at once for want of approvers. */
const alsoMei: Sources[number] = { kind: 'people', ids: [approver] };
const entitled: readonly (readonly [string, Sources[number]])[] = [
  ['a named person', { kind: 'people', ids: [ravi] }],
  [
    'a member of the approving group',
    { kind: 'group', group: { id: groups.phoenix, name: 'project-phoenix' } },
  ],
  ['the application admin', { kind: 'application-admin' }],
  ['named in a field on the form', { kind: 'field', field: fieldRef('manager', 'person') }],
];
const modes = ['record', 'status'] as const;

const ruleFor = (source: Sources[number], by: (typeof modes)[number]): Partial<RuleInput> => ({
  beneficiary: { kind: 'person', field: fieldRef('forWhom', 'person') },
  reason: fieldRef('reason', 'text'),
  approval: aPolicy({ by, sources: [source, alsoMei] }),
});

/** Raised with these hands of Ravi's in it, heard by the app, and not answered yet. */
async function raised({ site: { work }, advance, edit }: Stage, having: readonly Hand[]): Promise<string> {
  const of = (hand: Hand) => (having.includes(hand) ? ravi : employee);
  const { id } = work.raise({
    by: of('creator'),
    reporter: of('requester'),
    requestTypeId: desk.requestTypes.groupMembership.id,
    fields: {
      [desk.fields.accessLevel.id]: option('HR readers'),
      [desk.fields.forWhom.id]: of('beneficiary'),
      [desk.fields.manager.id]: ravi,
    },
  });
  await advance(SOON);
  if (having.includes('reporter later')) await edit(id, { by: agent, reporter: ravi });
  if (having.includes('last editor'))
    await edit(id, { by: ravi, fields: { [desk.fields.accessLevel.id]: option('Legal reviewers') } });
  return id;
}

/** Ravi approves: by the record, once an agent has made him the approver, or by moving the ticket himself. */
async function approvedByRavi({ site: { work }, advance }: Stage, id: string, by: 'record' | 'status') {
  if (by === 'record') {
    work.edit(id, { by: agent, fields: { [desk.fields.approvers.id]: [ravi] } });
    work.answer(id, { by: ravi, decision: 'approved' });
  } else {
    work.transition(id, { by: ravi, to: desk.statuses.waitingForImplementation.name });
  }
  await advance(SOON);
}

const given = [groups.hrReaders, groups.legalReviewers];

describe.each(modes)('decided by %s', (by) => {
  describe.each(entitled)('%s', (_who, source) => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await govern(ruleFor(source, by));
    });
    afterEach(() => {
      for (const groupId of given)
        for (const person of [ravi, employee]) stage.site.directory.setMember(groupId, person, false);
    });
    afterAll(() => stage.close());

    it.each(
      allHands.filter((having) => having.length > 0).map((having) => [having.join(' and '), having] as const),
    )('does not approve as %s', async (_hands, having) => {
      const id = await raised(stage, having);
      await approvedByRavi(stage, id, by);
      expect(given.filter((group) => stage.isIn(group) || stage.isIn(group, ravi))).toEqual([]);
      expect(await stage.view(id)).toMatchObject({
        state: 'refused',
        why: 'It was approved by somebody who has a hand in the request.',
        grants: [],
      });
      expect(stage.said(id).at(-1)).toMatch(/^Nothing was given: it was approved by somebody who has a hand/);
    });

    it('approves what others ask for others', async () => {
      const id = await raised(stage, []);
      await approvedByRavi(stage, id, by);
      expect(await stage.stateOf(id)).toBe('fulfilled');
      expect(stage.isIn(groups.hrReaders)).toBe(true);
    });
  });
});
