import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { asked, deskDays, MINE, REQUEST } from './desk-days';

const { people, desk } = acme;
const { as, asNobody, raise, issue, askApproval } = deskDays();

it('offers the answer to those who are asked, and takes it once', async () => {
  await raise();
  askApproval('jiraAdmin');
  expect((await as('plainUser').see(REQUEST)).buttons).not.toContain('Approve');
  expect((await as('plainUser').see(REQUEST)).text).not.toContain('View in Jira');
  expect((await as('userAccessAdmin').see(REQUEST)).text).toContain('View in Jira');
  expect((await as('jiraAdmin').see(`${MINE}?show=approve`)).text).toContain(asked.summary);
  const { buttons, $ } = await as('jiraAdmin').see(REQUEST);
  expect(buttons).toEqual(expect.arrayContaining(['Approve', 'Decline']));
  const approvalId = String($('[name=approvalId]').attr('value'));
  const answer = { act: 'answer', approvalId, decision: 'approve' };

  const refused = await as('plainUser').send(REQUEST, answer);
  expect(refused).toMatchObject({ status: 403, alert: 'You are not an approver of this request.' });
  expect(await as('jiraAdmin').send(REQUEST, answer)).toMatchObject({ status: 303 });
  expect(issue()).toMatchObject({ statusId: desk.statuses.waitingForImplementation.id });
  expect(await as('jiraAdmin').send(REQUEST, answer)).toMatchObject({ status: 409 });
  expect((await as('jiraAdmin').see(`${MINE}?show=approve`)).text).not.toContain(asked.summary);
  expect((await as('plainUser').see(REQUEST)).text).toContain('Status: Waiting for implementation');
});

it('declines', async () => {
  await raise();
  askApproval('jiraAdmin');
  const { $ } = await as('jiraAdmin').see(REQUEST);
  const approvalId = String($('[name=approvalId]').attr('value'));
  await as('jiraAdmin').send(REQUEST, { act: 'answer', approvalId, decision: 'decline' });
  expect(issue()).toMatchObject({ statusId: desk.statuses.declined.id });
});

it('keeps a request, its comments and its participants from strangers', async () => {
  await raise();
  const stranger = as('contractor');
  expect(await stranger.see(REQUEST)).toMatchObject({ status: 403, heading: 'No access' });
  for (const form of [
    { act: 'comment', comment: 'Me too' },
    { act: 'transition', transitionId: desk.transitions.cancel.id },
    { act: 'remove-participant', accountId: people.orgAdmin.accountId },
  ])
    expect(await stranger.send(REQUEST, form)).toMatchObject({ status: 403 });
  expect(issue()).toMatchObject({ comments: [], statusId: desk.statuses.waitingForApproval.id });
});

it('adds a comment in public, shows no internal one, and escapes what people write', async () => {
  await raise({ summary: '<img src=x onerror=alert(1)>' });
  await as('plainUser').send(REQUEST, { act: 'comment', comment: '<script>alert(1)</script>\r\nthere' });
  const internal = { act: 'comment', comment: 'Between us.', audience: 'internal' };
  expect(await as('userAccessAdmin').send('/browse/IT-1', internal)).toMatchObject({ status: 303 });
  for (const who of ['plainUser', 'userAccessAdmin'] as const) {
    const { $, text } = await as(who).see(REQUEST);
    expect(text).toContain('<script>alert(1)</script>');
    expect(text).not.toContain('Between us.');
    expect($('main script, main img')).toHaveLength(0);
  }
});

it('does what customers are offered, and nothing else', async () => {
  await raise();
  expect((await as('plainUser').see(REQUEST)).buttons).toContain('Cancel');
  const to = (transitionId: string) => ({ act: 'transition', transitionId });
  expect(await as('plainUser').send(REQUEST, to(desk.transitions.implement.id))).toMatchObject({
    status: 400,
  });
  expect(await as('plainUser').send(REQUEST, to(desk.transitions.cancel.id))).toMatchObject({ status: 303 });
  expect(issue()).toMatchObject({ statusId: desk.statuses.cancelled.id });
  expect((await as('plainUser').see(MINE)).text).toContain('No requests here.');
  expect((await as('plainUser').see(`${MINE}?show=closed`)).text).toContain(asked.summary);
});

it('lets others take part, and leave again', async () => {
  await raise();
  const by = as('plainUser');
  expect(await by.send(REQUEST, { act: 'add-participant', participant: 'ma' })).toMatchObject({
    status: 400,
  });
  await by.send(REQUEST, { act: 'add-participant', participant: people.projectAdmin.name });
  expect((await as('projectAdmin').see(MINE)).text).toContain(asked.summary);
  expect((await by.see(REQUEST)).buttons).toContain(`Remove ${people.projectAdmin.name}`);
  const leaving = { act: 'remove-participant', accountId: people.projectAdmin.accountId };
  expect(await by.send(REQUEST, leaving)).toMatchObject({ status: 303 });
  expect(issue()).toMatchObject({ participants: [] });
});

it('leads to the request’s own portal, and nowhere for what does not exist', async () => {
  await raise();
  expect(await as('plainUser').see('/servicedesk/customer/portal/2/IT-1')).toMatchObject({
    location: REQUEST,
  });
  for (const path of [
    '/servicedesk/customer/portal/1/IT-2',
    '/servicedesk/customer/portal/1/create/999',
    '/servicedesk/x',
  ])
    expect(await as('plainUser').see(path)).toMatchObject({ status: 404 });
  expect(await asNobody().see(REQUEST)).toMatchObject({ status: 401 });
});
