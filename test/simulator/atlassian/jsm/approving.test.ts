import { nobody } from '../visit';
import { approvedBy, deskVisit, membership, people, production, theApp } from './desk-visit';

const { orgAdmin, projectAdmin, jiraAdmin, plainUser, userAccessAdmin } = people;
const YES = { decision: 'approve' };
const NO = { decision: 'decline' };
const asking = production(approvedBy(orgAdmin, projectAdmin));

async function asked() {
  const visited = deskVisit();
  await visited.raise(asking);
  const answer = (as: Parameters<typeof visited.call>[1], body: unknown = YES) =>
    visited.call('POST /request/OPS-1/approval/1', as, body);
  const status = async () =>
    ((await visited.call('GET /request/OPS-1', plainUser)).json as { currentStatus: { status: string } })
      .currentStatus.status;
  return { ...visited, answer, status };
}

describe('an approval by two', () => {
  it('is pending until the second has approved, and moves the request on then', async () => {
    const { answer, status, call } = await asked();
    expect((await answer(orgAdmin)).json).toMatchObject({
      id: '1',
      name: 'Waiting for approval',
      finalDecision: 'pending',
      canAnswerApproval: false,
      approvers: [
        { approver: { accountId: orgAdmin.accountId }, approverDecision: 'approved' },
        { approver: { accountId: projectAdmin.accountId }, approverDecision: 'pending' },
      ],
    });
    expect(await status()).toBe('Waiting for approval');
    expect((await call('GET /request/OPS-1/approval', projectAdmin)).json).toMatchObject({
      values: [{ canAnswerApproval: true }],
    });
    expect((await answer(projectAdmin)).json).toMatchObject({
      finalDecision: 'approved',
      completedDate: { epochMillis: Date.parse('2026-01-05T12:00:00Z') },
    });
    expect(await status()).toBe('Waiting for implementation');
  });

  it('is declined by the first who declines', async () => {
    const { answer, status } = await asked();
    expect((await answer(projectAdmin, NO)).json).toMatchObject({ finalDecision: 'declined' });
    expect(await status()).toBe('Declined');
    expect((await answer(orgAdmin)).status).toBe(409);
  });

  it('takes one answer from each', async () => {
    const { answer, status } = await asked();
    await answer(orgAdmin);
    expect((await answer(orgAdmin)).status).toBe(409);
    expect((await answer(orgAdmin, NO)).status).toBe(409);
    expect(await status()).toBe('Waiting for approval');
  });

  it.each([
    ['who raised it', plainUser, 403],
    ['an administrator of the desk', jiraAdmin, 403],
    ['an agent', userAccessAdmin, 403],
    ['the app', theApp, 403],
    ['a stranger', people.contractor, 403],
    ['nobody', nobody, 401],
  ])('takes no answer from %s', async (_, as, status) => {
    const visited = await asked();
    expect((await visited.answer(as)).status).toBe(status);
    expect(await visited.status()).toBe('Waiting for approval');
  });

  it.each([[{ decision: 'approved' }], [{}], [undefined]])('does not understand %j', async (body) => {
    const { call } = await asked();
    expect((await call('POST /request/OPS-1/approval/1', orgAdmin, body)).status).toBe(400);
  });

  it.each(['/request/OPS-1/approval/2', '/request/OPS-2/approval/1'])('is not there at %s', async (path) => {
    const { call } = await asked();
    expect((await call(`POST ${path}`, orgAdmin, YES)).status).toBe(404);
  });
});

it('a request without approvers waits, and nobody can approve it', async () => {
  const { raise, call } = deskVisit();
  const key = await raise(membership());
  const { json } = await call(`GET /request/${key}/approval`, plainUser);
  expect(json).toMatchObject({ size: 1, values: [{ id: '1', finalDecision: 'pending', approvers: [] }] });
  expect((await call(`POST /request/${key}/approval/1`, orgAdmin, YES)).status).toBe(403);
});

describe('what waits for one’s own approval', () => {
  const MINE = 'GET /request?requestOwnership=APPROVER';

  it('is listed until it is answered, and among the answered ones then', async () => {
    const { call, answer } = await asked();
    const sizes = async () => [
      (await call(`${MINE}&approvalStatus=MY_PENDING_APPROVAL`, orgAdmin)).json,
      (await call(`${MINE}&approvalStatus=MY_HISTORY_APPROVAL`, orgAdmin)).json,
      (await call(MINE, orgAdmin)).json,
    ];
    expect(await sizes()).toMatchObject([{ size: 1 }, { size: 0 }, { size: 1 }]);
    await answer(orgAdmin);
    expect(await sizes()).toMatchObject([{ size: 0 }, { size: 1 }, { size: 1 }]);
  });

  it('is nobody else’s', async () => {
    const { call } = await asked();
    const { json } = await call(`${MINE}&approvalStatus=MY_PENDING_APPROVAL`, jiraAdmin);
    expect(json).toMatchObject({ size: 0 });
  });
});
