import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { variantTable, type Variants } from '../../tools/simulator/atlassian/variants';
import { valueOf } from '../start';
import { approversField as field, askedNow as isAsked, happened, inField, saying, unasked } from './asking';
import { aPolicy } from './rules';
import { agent, approver, employee, govern, HOUR, option, type Stage } from './stage';

const { desk, groups } = acme;
const MINUTE = 60_000;

const takeOff = ({ site }: Stage) => site.work.takeOffEditScreen(desk.it.id, [field]);
const putOn = ({ site }: Stage) => site.work.takeOffEditScreen(desk.it.id, []);
const forbid = ({ site }: Stage) => site.work.setProject(desk.it.id, { appLacks: ['EDIT_ISSUES'] });
const allow = ({ site }: Stage) => site.work.setProject(desk.it.id, { appLacks: [] });

const cannot = 'The ticket does not let this app fill in its approvers field.';

describe.each<
  [string, { readonly variants?: Partial<Variants>; spoil(stage: Stage): void; mend(stage: Stage): void }]
>([
  ['the field is not on the edit screen', { spoil: takeOff, mend: putOn }],
  ['the app may not edit the tickets', { spoil: forbid, mend: allow }],
  [
    'the app may not edit the tickets, which is said of each field',
    { variants: { editWithoutPermission: '400' }, spoil: forbid, mend: allow },
  ],
])('where %s,', (_why, { variants, spoil, mend }) => {
  async function refused(over: Parameters<typeof govern>[0] = {}) {
    const stage = await govern(over);
    Object.assign(stage.site.variants, variants);
    spoil(stage);
    return { stage, id: await stage.ask() };
  }

  it('nobody is said to be asked; once that is mended they are, and what they approve is given', async () => {
    const { stage, id } = await refused();
    expect(stage.said(id)).toEqual([
      expect.stringMatching(/Who may approve it: .*They could not be asked yet, and the service desk/),
      expect.stringMatching(/^\(internal\) The field with the approvers could not be filled in/),
    ]);
    expect(await stage.view(id)).toMatchObject({
      state: 'awaiting-approval',
      why: cannot,
      asked: [],
      unasked: { remedy: expect.stringContaining('edit screen') },
    });
    expect(await happened(stage, id)).toEqual([`request.routed ${approver}`, 'request.unasked ask-refused']);
    expect(await unasked(stage)).toEqual([[id, cannot]]);

    mend(stage);
    await stage.advance(11 * MINUTE);
    expect(inField(stage, id)).toEqual([approver]);
    expect(saying(stage, id, isAsked)).toHaveLength(1);
    expect(await stage.view(id)).toMatchObject({ state: 'awaiting-approval', asked: [approver] });
    expect((await happened(stage, id)).at(-1)).toBe(`request.asked ${approver}`);
    expect(await unasked(stage)).toEqual([]);

    await stage.approve(id);
    expect(await stage.stateOf(id)).toBe('fulfilled');
    expect(stage.isIn(groups.hrReaders)).toBe(true);
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });

  it('a look again asks at once, and looks in vain leave no word and no record', async () => {
    const { stage, id } = await refused();
    const [said, trail] = [stage.said(id), (await stage.view(id)).timeline.length];
    await stage.advance(5 * HOUR);
    for (const _ of [1, 2]) valueOf(await stage.call('request.retry', { issueId: id }));
    expect(stage.said(id)).toEqual(said);
    expect((await stage.view(id)).timeline).toHaveLength(trail);
    mend(stage);
    valueOf(await stage.call('request.retry', { issueId: id }));
    expect(inField(stage, id)).toEqual([approver]);
    stage.close();
  });

  it('an agent who puts an approver into the field by hand has asked them', async () => {
    const { stage, id } = await refused();
    await stage.edit(id, { by: agent, fields: { [field]: [approver] } });
    expect(await unasked(stage)).toEqual([]);
    expect(saying(stage, id, isAsked)).toHaveLength(1);
    await stage.approve(id);
    expect(await stage.stateOf(id)).toBe('fulfilled');
    stage.close();
  });
});

it('where the site does not look at screens, a field that is on none is filled all the same', async () => {
  expect(variantTable.editOffScreen).toContain('204');
  const stage = await govern();
  stage.site.variants.editOffScreen = '204';
  takeOff(stage);
  const id = await stage.ask();
  expect(inField(stage, id)).toEqual([approver]);
  expect(stage.said(id).at(-1)).toContain('Asked: ');
  stage.close();
});

it('a ticket that was moved past its approval meanwhile, and back, has its approvers asked all the same', async () => {
  const stage = await govern();
  takeOff(stage);
  const id = await stage.ask();
  await stage.move(id, desk.statuses.waitingForImplementation.name);
  expect(await stage.stateOf(id)).toBe('quarantined');
  expect(await unasked(stage)).toEqual([]);
  putOn(stage);
  await stage.move(id, desk.statuses.needsAttention.name);
  await stage.move(id, desk.transitions.askAgain.name);
  expect(inField(stage, id)).toEqual([approver]);
  expect(await unasked(stage)).toEqual([]);
  await stage.approve(id);
  expect(await stage.stateOf(id)).toBe('fulfilled');
  stage.close();
});

it('a ticket that is edited while nobody could be asked says anew what was understood, and asks for that', async () => {
  const stage = await govern();
  takeOff(stage);
  const id = await stage.ask();
  await stage.edit(id, { by: employee, fields: { [desk.fields.accessLevel.id]: option('Legal reviewers') } });
  expect(stage.said(id).at(-1)).toContain('legal-reviewers');
  expect(saying(stage, id, /Asked: /)).toEqual([]);
  putOn(stage);
  await stage.advance(11 * MINUTE);
  expect(saying(stage, id, isAsked)).toHaveLength(1);
  await stage.approve(id);
  expect(stage.isIn(groups.legalReviewers)).toBe(true);
  stage.close();
});

it('whoever is asked later than the request came has as long to answer as anybody', async () => {
  const stage = await govern({ approval: aPolicy({ remindAfterHours: 4, cancelAfterHours: 8 }) });
  takeOff(stage);
  const id = await stage.ask();
  await stage.advance(6 * HOUR);
  expect(stage.said(id).at(-1)).toBe('This request still waits for its approval.');
  putOn(stage);
  await stage.advance(7 * HOUR);
  expect(await stage.stateOf(id)).toBe('awaiting-approval');
  await stage.advance(2 * HOUR);
  expect(await stage.view(id)).toMatchObject({ state: 'cancelled', why: 'It was not approved in time.' });
  stage.close();
});

it('what ends before anybody could be asked says so, and is announced no more', async () => {
  const stage = await govern({ approval: aPolicy({ cancelAfterHours: 8 }) });
  takeOff(stage);
  const id = await stage.ask();
  await stage.advance(9 * HOUR);
  const why = 'Nobody who may approve it could be asked in time.';
  expect(await stage.view(id)).toMatchObject({ state: 'cancelled', why });
  expect(await unasked(stage)).toEqual([]);
  stage.close();
});
