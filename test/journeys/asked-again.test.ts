import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { approversField as field, askedNow as isAsked, happened, inField, saying, unasked } from './asking';
import { aPolicy } from './rules';
import { agent, approver, govern, HOUR, SOON, type Stage } from './stage';

const { groups, people } = acme;
const MINUTE = 60_000;
const second = people.jiraAdmin.accountId;

describe('when those who were asked are there no more,', () => {
  const emptied = (stage: Stage, id: string) => stage.edit(id, { by: agent, fields: { [field]: null } });

  it('a field that was emptied is filled again once, and then left to whoever empties it', async () => {
    const stage = await govern();
    const id = await stage.ask();
    await emptied(stage, id);
    expect(inField(stage, id)).toEqual([approver]);
    expect(saying(stage, id, /^\(internal\) .*had been emptied/)).toHaveLength(1);
    expect((await happened(stage, id)).at(-1)).toBe(`request.asked ${approver}`);
    expect(await unasked(stage)).toEqual([]);

    await emptied(stage, id);
    expect(inField(stage, id)).toBeUndefined();
    expect(await unasked(stage)).toEqual([
      [id, 'Its approvers field was changed by hand, and nobody in it may approve.'],
    ]);
    await stage.advance(3 * HOUR);
    expect(inField(stage, id)).toBeUndefined();
    expect(saying(stage, id, /emptied or changed by hand/)).toHaveLength(1);

    await stage.edit(id, { by: agent, fields: { [field]: [approver] } });
    expect(await unasked(stage)).toEqual([]);
    await stage.approve(id);
    expect(await stage.stateOf(id)).toBe('fulfilled');
    stage.close();
  });

  it('somebody else whom an agent chose is not replaced; the desk is told who may approve', async () => {
    const stage = await govern();
    const id = await stage.ask();
    await stage.edit(id, { by: agent, fields: { [field]: [second] } });
    expect(inField(stage, id)).toEqual([second]);
    expect((await unasked(stage)).map(([issueId]) => issueId)).toEqual([id]);
    expect(saying(stage, id, /^\(internal\) .*changed by hand/)).toHaveLength(1);
    stage.close();
  });

  it('an approver who is deactivated is followed by those whom the rule entitles beside them', async () => {
    const approval = aPolicy({
      sources: [
        { kind: 'people', ids: [approver] },
        { kind: 'group', group: { id: groups.phoenix, name: 'project-phoenix' } },
      ],
    });
    const stage = await govern({ approval });
    for (const { accountId } of stage.site.directory.membersOf(groups.phoenix))
      stage.site.directory.setMember(groups.phoenix, accountId, false);
    const id = await stage.ask();
    expect(inField(stage, id)).toEqual([approver]);
    stage.site.directory.setMember(groups.phoenix, second, true);
    stage.site.directory.setPerson(approver, { accountStatus: 'inactive' });
    await stage.advance(2 * HOUR);
    expect(inField(stage, id)).toEqual([second]);
    expect(saying(stage, id, isAsked)).toHaveLength(1);
    expect(await unasked(stage)).toEqual([]);
    await stage.approve(id, second);
    expect(await stage.stateOf(id)).toBe('fulfilled');
    stage.close();
  });

  const ofGroup = aPolicy({
    sources: [{ kind: 'group', group: { id: groups.phoenix, name: 'project-phoenix' } }],
  });
  it.each<[string, Stage['rule']['rule']['approval'], (stage: Stage, gone: boolean) => void]>([
    [
      'is deactivated',
      aPolicy(),
      ({ site }, gone) => site.directory.setPerson(approver, { accountStatus: gone ? 'inactive' : 'active' }),
    ],
    [
      'leaves the group',
      ofGroup,
      ({ site }, gone) => site.directory.setMember(groups.phoenix, approver, !gone),
    ],
  ])(
    'the only one of whom %s, the desk is told once, and they are asked again',
    async (_how, approval, set) => {
      const stage = await govern({ approval });
      for (const { accountId } of stage.site.directory.membersOf(groups.phoenix))
        stage.site.directory.setMember(groups.phoenix, accountId, false);
      stage.site.directory.setMember(groups.phoenix, approver, true);
      const id = await stage.ask();
      expect(inField(stage, id)).toEqual([approver]);
      set(stage, true);
      await stage.advance(4 * HOUR);
      expect(await unasked(stage)).toEqual([[id, 'Nobody is left who could approve it.']]);
      expect(saying(stage, id, /^Nobody is left/)).toHaveLength(1);
      expect(saying(stage, id, /^\(internal\) Those who may approve by the rule/)).toHaveLength(1);
      expect((await happened(stage, id)).at(-1)).toBe('request.unasked nobody-left');
      expect(inField(stage, id)).toEqual([approver]);
      set(stage, false);
      await stage.advance(11 * MINUTE);
      expect(await unasked(stage)).toEqual([]);
      expect(saying(stage, id, isAsked)).toHaveLength(1);
      await stage.approve(id);
      expect(await stage.stateOf(id)).toBe('fulfilled');
      stage.close();
    },
  );
});

it('a request whose approvers are there costs one look at one of them, and no word', async () => {
  const stage = await govern();
  const id = await stage.ask();
  const before = stage.forge.invocations().length;
  await stage.edit(id, { by: agent, assignee: agent });
  await stage.advance(SOON);
  const calls = stage.forge
    .invocations()
    .slice(before)
    .filter((run) => run.function === 'on-work')
    .flatMap(({ siteCalls }) => siteCalls.map(({ operation }) => operation));
  expect(calls.filter((operation) => !operation.startsWith('GET '))).toEqual([]);
  expect(calls.filter((operation) => operation.includes('/user'))).toHaveLength(1);
  stage.close();
});
