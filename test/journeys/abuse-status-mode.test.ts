import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { variantTable } from '../../tools/simulator/atlassian/variants';
import { aPolicy } from './rules';
import { agent, approver, employee, govern, option, SOON } from './stage';

const { desk, groups } = acme;
const byStatus = aPolicy({ by: 'status', sources: [] });

describe.each(variantTable.approvalTransitionAuthor)(
  'the status change of an approval is that of the %s',
  (author) => {
    const start = () => govern({ approval: byStatus }, { variants: { approvalTransitionAuthor: author } });

    it('a requester who was made the approver gets nothing', async () => {
      const stage = await start();
      const id = await stage.ask();
      stage.site.work.edit(id, { by: agent, fields: { [desk.fields.approvers.id]: [employee] } });
      await stage.approve(id, employee);
      expect(stage.isIn(groups.hrReaders)).toBe(false);
      expect(await stage.view(id)).toMatchObject({ state: 'refused', grants: [] });
      stage.close();
    });

    it('somebody else who was made the approver decides', async () => {
      const stage = await start();
      const id = await stage.ask();
      stage.site.work.edit(id, { by: agent, fields: { [desk.fields.approvers.id]: [approver] } });
      await stage.approve(id, approver);
      expect(stage.isIn(groups.hrReaders)).toBe(true);
      expect(await stage.view(id)).toMatchObject({ state: 'fulfilled', approval: { kind: 'status' } });
      stage.close();
    });
  },
);

it('a request that was raised, edited and moved by one agent in the requester’s name gives nothing', async () => {
  const stage = await govern({ approval: byStatus });
  const { id } = stage.site.work.raise({
    by: agent,
    reporter: employee,
    requestTypeId: desk.requestTypes.groupMembership.id,
    fields: { [desk.fields.accessLevel.id]: '100511' },
  });
  await stage.advance(SOON);
  await stage.move(id, desk.statuses.waitingForImplementation.name);
  expect(await stage.view(id)).toMatchObject({ state: 'refused', grants: [] });
  stage.close();
});

it.each([
  ['after', true],
  ['before', false],
])(
  'a request that was edited %s the move, all before it was heard of, gives what the mover saw or nothing',
  async (_when, late) => {
    const stage = await govern({ approval: byStatus });
    const { work } = stage.site;
    const { id } = work.raise({
      by: employee,
      requestTypeId: desk.requestTypes.groupMembership.id,
      fields: { [desk.fields.accessLevel.id]: option('HR readers') },
    });
    const steps = [
      () => work.transition(id, { by: agent, to: desk.statuses.waitingForImplementation.name }),
      () =>
        work.edit(id, { by: employee, fields: { [desk.fields.accessLevel.id]: option('Legal reviewers') } }),
    ];
    for (const step of late ? steps : steps.toReversed()) {
      stage.clock.elapse(1_000);
      step();
    }
    await stage.advance(SOON);
    expect(await stage.stateOf(id)).toBe(late ? 'void' : 'fulfilled');
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    expect(stage.isIn(groups.legalReviewers)).toBe(!late);
    stage.close();
  },
);
