import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { openWorld, type World } from '../../browser/world';
import { idleApp } from './idle-app';
import { visitor, type Form } from './visitor';

const { people, desk } = acme;
const { groupMembership, privilegedAccess } = desk.requestTypes;
const { accessLevel, requestedGroups, reason, expiresAt, expiresOn, hours, forWhom, approvers } = desk.fields;
const FORM = `/servicedesk/customer/portal/1/create/${groupMembership.id}`;
const REQUEST = '/servicedesk/customer/portal/1/IT-1';
const MINE = '/servicedesk/customer/user/requests';
const asked = { summary: 'Access to the brochures' };

let world: World;
beforeEach(async () => {
  world = await openWorld({ code: idleApp });
});
afterEach(() => world.shell.close());

const as = (person: keyof typeof people) => visitor(world.shell, people[person].accountId);
const raise = (form: Form = {}) => as('plainUser').send(FORM, { ...asked, ...form });
const issue = () => world.simulator().site.work.issue('IT-1');
const askApproval = (...asking: readonly (keyof typeof people)[]) =>
  world.simulator().site.work.edit('IT-1', {
    by: people.userAccessAdmin.accountId,
    fields: { [approvers.id]: asking.map((who) => people[who].accountId) },
  });

it('shows everybody the portals that are open to them', async () => {
  const portals = '/servicedesk/customer/portals';
  expect((await as('plainUser').see(portals)).text).toMatch(/IT Help .*Operations/);
  const customer = await as('customer').see(portals);
  expect(customer.text).toContain('IT Help');
  expect(customer.text).not.toContain('Operations');
  expect(await as('customer').see('/servicedesk/customer/portal/2')).toMatchObject({ status: 404 });
});

it('offers a portal’s request types, and draws the form of each from its fields', async () => {
  const portal = await as('plainUser').see('/servicedesk/customer/portal/1');
  expect(portal.text).toContain(groupMembership.description);
  const { $, heading } = await as('plainUser').see(FORM);
  expect(heading).toBe(groupMembership.name);
  const labels = $('main form :is(label[for], legend)').map((_, label) => $(label).text().trim());
  const fields = groupMembership.fields.filter(({ visible }) => visible);
  expect(labels.get()).toHaveLength(fields.length);
  expect($(`[name="${accessLevel.id}"] option`)).toHaveLength(1 + accessLevel.options.length);
  expect($(`[type=checkbox][name="${requestedGroups.id}"]`)).toHaveLength(requestedGroups.options.length);
  expect($(`textarea[name="${reason.id}"]`)).toHaveLength(1);
  expect($(`[name="${approvers.id}"], [name="${approvers.id}.search"]`)).toHaveLength(0);
});

it('raises a request with every kind of field, as the person at the page', async () => {
  const [level] = accessLevel.options;
  const [first, , third] = requestedGroups.options;
  const sent = await raise({
    [accessLevel.id]: level?.id ?? '',
    [requestedGroups.id]: [first?.id ?? '', third?.id ?? ''],
    [expiresOn.id]: '2026-02-01',
    [expiresAt.id]: '2026-07-01T10:00',
    [hours.id]: '2.5',
    [reason.id]: 'For the fair.\r\nUntil summer.',
    [`${forWhom.id}.search`]: people.projectAdmin.name,
  });
  expect(sent).toMatchObject({ status: 303, location: REQUEST });
  expect(issue()).toMatchObject({
    reporter: people.plainUser.accountId,
    requestTypeId: groupMembership.id,
    fields: {
      ...asked,
      [accessLevel.id]: level?.id,
      [requestedGroups.id]: [first?.id, third?.id],
      [expiresOn.id]: '2026-02-01',
      // Ten in the morning of a summer's day in Berlin.
      [expiresAt.id]: '2026-07-01T08:00:00.000+0000',
      [hours.id]: 2.5,
      [forWhom.id]: people.projectAdmin.accountId,
    },
  });
  const { heading, text } = await as('plainUser').see(REQUEST);
  expect(heading).toBe(asked.summary);
  for (const words of [
    level?.value,
    `${first?.value}, ${third?.value}`,
    'For the fair. Until summer.',
    'Hannah',
  ])
    expect(text).toContain(words);
});

it('says by each field what is wrong with it, and loses nothing that was typed', async () => {
  const path = `/servicedesk/customer/portal/1/create/${privilegedAccess.id}`;
  const typed = {
    summary: '<b>Root</b>',
    [hours.id]: 'many',
    [`${forWhom.id}.search`]: 'Nobody At All',
    [expiresAt.id]: '2026-07-01T10:00',
  };
  const { status, alert, $ } = await as('plainUser').send(path, typed);
  expect(status).toBe(400);
  for (const name of ['Access level', 'Reason', 'Hours', 'For whom']) expect(alert).toContain(`${name}: `);
  for (const [name, value] of Object.entries(typed)) expect($(`[name="${name}"]`).attr('value')).toBe(value);
  const field = $(`[name="${reason.id}"]`);
  expect(field.attr('aria-invalid')).toBe('true');
  expect($(`[id="${field.attr('aria-describedby')}"]`).text()).toBe('Fill in Reason.');
  expect($('main b')).toHaveLength(0);
  expect(world.simulator().site.work.issues()).toEqual([]);
});

it('lets one choose among several people whom a name fits', async () => {
  const { status, $ } = await raise({ [`${forWhom.id}.search`]: 'ma' });
  expect(status).toBe(400);
  const choices = $(`[type=radio][name="${forWhom.id}"]`);
  expect(choices.length).toBeGreaterThan(2);
  const chosen = String(choices.first().attr('value'));
  expect(await raise({ [forWhom.id]: chosen })).toMatchObject({ status: 303 });
  expect(issue().fields[forWhom.id]).toBe(chosen.split(' ')[0]);
});

it('finds nobody for those who may not browse people, as Jira does', async () => {
  const form = { ...asked, [`${forWhom.id}.search`]: people.projectAdmin.name };
  const { status, alert } = await as('customer').send(FORM, form);
  expect({ status, alert }).toMatchObject({
    status: 400,
    alert: expect.stringContaining('Nothing was found'),
  });
});

it('repeats the service desk’s own refusal, with the form as it was typed', async () => {
  const { status, alert, $ } = await raise({ summary: 'x'.repeat(256) });
  expect(status).toBe(400);
  expect(alert).toContain('The entered text is too long');
  expect(String($('[name=summary]').attr('value'))).toHaveLength(256);
});

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
  expect(await visitor(world.shell, 'anonymous').see(REQUEST)).toMatchObject({ status: 401 });
});
