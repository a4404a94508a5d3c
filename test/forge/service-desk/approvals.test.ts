import { deskStage, fields, people } from './desk-stage';

const { orgAdmin, projectAdmin, userAccessAdmin } = people;
let stage: ReturnType<typeof deskStage>;
beforeEach(() => {
  stage = deskStage();
});
afterEach(() => stage.close());

const raiseFor = (...approvers: readonly string[]) => stage.raise({ [fields.approvers.id]: approvers });
const seen = (id: string) => stage.on((desk) => desk.approvals(id));
const approvals = async (id: string) => {
  const found = await seen(id);
  if (!found) throw new Error('The service desk does not show them.');
  return found;
};

it('an approval that nobody answered is pending, with those who were asked', async () => {
  const { id } = raiseFor(orgAdmin.accountId);
  expect(await approvals(id)).toEqual([
    {
      id: expect.any(String),
      decision: 'pending',
      answers: [{ by: orgAdmin.accountId, decision: 'pending', active: true }],
      createdAt: stage.clock.now(),
    },
  ]);
});

it.each(['approved', 'declined'] as const)(
  'an approval that was %s tells who did it, and when',
  async (decision) => {
    const { id } = raiseFor(orgAdmin.accountId, projectAdmin.accountId);
    const createdAt = stage.clock.now();
    stage.clock.elapse(3_600_000);
    stage.work.answer(id, { by: projectAdmin.accountId, decision });
    expect(await approvals(id)).toMatchObject([{ decision, createdAt, completedAt: stage.clock.now() }]);
    const answers = (await approvals(id)).flatMap((each) => each.answers);
    expect(answers).toContainEqual({ by: projectAdmin.accountId, decision, active: true });
    expect(answers).toContainEqual({ by: orgAdmin.accountId, decision: 'pending', active: true });
  },
);

it('several approvals of one ticket come oldest first', async () => {
  const { id } = raiseFor(orgAdmin.accountId);
  stage.work.answer(id, { by: orgAdmin.accountId, decision: 'declined' });
  stage.clock.elapse(60_000);
  stage.work.transition(id, { by: userAccessAdmin.accountId, to: 'Ask for approval again' });
  expect((await approvals(id)).map(({ decision }) => decision)).toEqual(['declined', 'pending']);
});

it.each([
  ['is missing', {}],
  ['is empty', { finalDecision: '' }],
  ['is a word of the future', { finalDecision: 'delegated' }],
])('a decision that %s is no decision', async (_what, over) => {
  const { id } = raiseFor(orgAdmin.accountId);
  const user = { accountId: orgAdmin.accountId, active: true };
  const date = { epochMillis: 1_767_600_000_000 };
  const value = { id: 7, approvers: [{ approver: user, approverDecision: '' }], createdDate: date, ...over };
  stage.faults.declare({
    id: 'words',
    match: { operation: '/approval$/' },
    effect: { kind: 'answer', body: JSON.stringify({ isLastPage: true, values: [value] }) },
  });
  expect(await approvals(id)).toMatchObject([
    { id: '7', decision: 'pending', answers: [{ decision: 'pending' }] },
  ]);
});

it('approvals on later pages count like the first', async () => {
  const { id } = raiseFor(orgAdmin.accountId);
  for (let round = 0; round < 60; round += 1) {
    stage.work.answer(id, { by: orgAdmin.accountId, decision: 'declined' });
    stage.clock.elapse(60_000);
    stage.work.transition(id, { by: userAccessAdmin.accountId, to: 'Ask for approval again' });
  }
  const found = await approvals(id);
  expect(found).toHaveLength(61);
  expect(found.at(-1)).toMatchObject({ decision: 'pending' });
});

it('a list that does not end is a failure, and never an absence of approvals', async () => {
  const { id } = raiseFor(orgAdmin.accountId);
  stage.faults.declare({
    id: 'endless',
    match: { operation: '/approval$/' },
    effect: { kind: 'answer', body: JSON.stringify({ isLastPage: false, values: [] }) },
  });
  await expect(approvals(id)).rejects.toMatchObject({ code: 'target-unavailable' });
});

it('a ticket that is no request has approvals that nobody can see, which is not the same as none', async () => {
  const { id } = raiseFor(orgAdmin.accountId);
  stage.work.move(id, { by: orgAdmin.accountId, requestTypeId: null });
  expect(await seen(id)).toBeUndefined();
});
