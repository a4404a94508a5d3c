import { textOfAdf } from '../../../tools/simulator/atlassian/work/adf';
import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { openWorld, type World } from '../../browser/world';
import { idleApp } from './idle-app';
import { visitor } from './visitor';

const { people, desk } = acme;
const { approvers, accessLevel, expiresAt, reason, hours } = desk.fields;
const ISSUE = '/browse/IT-1';
const QUEUE = '/jira/servicedesk/projects/IT/queues';

let world: World;
beforeEach(async () => {
  world = await openWorld({ code: idleApp });
  world.simulator().site.work.raise({
    by: people.plainUser.accountId,
    requestTypeId: desk.requestTypes.groupMembership.id,
    fields: { summary: 'Access', [expiresAt.id]: '2026-07-01T08:00:00.000+0000', [hours.id]: 2 },
  });
});
afterEach(() => world.shell.close());

const as = (person: keyof typeof people) => visitor(world.shell, people[person].accountId);
const agent = () => as('userAccessAdmin');
const issue = () => world.simulator().site.work.issue('IT-1');
const edit = { act: 'edit', summary: 'Access', reporter: `${people.plainUser.accountId} Ravi` };

/** The form of the page as it stands, with some of it typed anew. */
async function editForm(changes: Readonly<Record<string, string | readonly string[]>>) {
  const { $ } = await agent().see(ISSUE);
  const form = $('form:has([value=edit])')
    .serializeArray()
    .map(({ name, value }) => [name, value] as const);
  return { ...Object.fromEntries(form), ...changes };
}

it('is for those who work on the desk: nobody else sees the issue or moves it', async () => {
  for (const who of ['plainUser', 'customer', 'contractor'] as const) {
    expect(await as(who).see(ISSUE)).toMatchObject({ status: expect.any(Number), heading: 'Not found' });
    const move = { act: 'transition', transitionId: desk.transitions.cancel.id };
    expect(await as(who).send(ISSUE, move)).toMatchObject({ status: 404 });
    expect(await as(who).send(ISSUE, edit)).toMatchObject({ status: 404 });
  }
  expect(issue()).toMatchObject({ statusId: desk.statuses.waitingForApproval.id });
});

it('offers every transition that Jira offers, and those of a pending approval are not among them', async () => {
  const { buttons } = await agent().see(ISSUE);
  expect(buttons).toEqual(
    expect.arrayContaining(['Needs attention', 'Waiting for implementation', 'Cancel']),
  );
  expect(buttons).not.toContain('Approve');
  const to = (transitionId: string) => agent().send(ISSUE, { act: 'transition', transitionId });
  expect(await to(desk.transitions.approve.id)).toMatchObject({ status: 400 });
  expect(await to(desk.transitions.implement.id)).toMatchObject({ status: 303 });
  expect(issue()).toMatchObject({ statusId: desk.statuses.waitingForImplementation.id });
});

it('saves what was changed, and touches nothing else', async () => {
  const before = issue().fields;
  expect(await agent().send(ISSUE, await editForm({}))).toMatchObject({ status: 303 });
  expect(issue().changelog).toEqual([]);
  const level = accessLevel.options[1]?.id ?? '';
  const changes = {
    [accessLevel.id]: level,
    [reason.id]: 'Said\r\nso',
    [`${approvers.id}.search`]: people.jiraAdmin.name,
  };
  expect(await agent().send(ISSUE, await editForm(changes))).toMatchObject({ status: 303 });
  expect(issue().fields).toMatchObject({
    ...before,
    [accessLevel.id]: level,
    [approvers.id]: [people.jiraAdmin.accountId],
  });
  expect(textOfAdf(issue().fields[reason.id])).toBe('Said\nso');
  expect(issue().changelog).toMatchObject([{ author: people.userAccessAdmin.accountId }]);
  const { text } = await agent().see(ISSUE);
  expect(text).toMatch(/History .*Access level/);
  expect((await as('jiraAdmin').see('/servicedesk/customer/user/requests?show=approve')).text).toContain(
    'Access',
  );
});

it('leaves alone what others have changed since the page was made', async () => {
  const form = await editForm({ [reason.id]: 'Because' });
  const fields = { [approvers.id]: [people.jiraAdmin.accountId] };
  world.simulator().site.work.edit('IT-1', { by: people.projectAdmin.accountId, fields });
  expect(await agent().send(ISSUE, { ...form, summary: '' })).toMatchObject({ status: 400 });
  expect(await agent().send(ISSUE, form)).toMatchObject({ status: 303 });
  expect(issue().fields).toMatchObject(fields);
  expect(textOfAdf(issue().fields[reason.id])).toBe('Because');
});

it('gives the issue to somebody, and takes another reporter', async () => {
  const changes = { 'assignee.search': people.projectAdmin.name, 'reporter.search': people.jiraAdmin.name };
  await agent().send(ISSUE, await editForm(changes));
  expect(issue()).toMatchObject({
    assignee: people.projectAdmin.accountId,
    reporter: people.jiraAdmin.accountId,
  });
  await agent().send(ISSUE, await editForm({ assignee: '' }));
  expect(issue()).toMatchObject({ assignee: null });
});

it('says by each field what Jira refuses, and keeps what was typed', async () => {
  const form = await editForm({ summary: 'x'.repeat(256), [reason.id]: 'Because' });
  const { status, alert, $ } = await agent().send(ISSUE, form);
  expect(status).toBe(400);
  expect(alert).toContain('Summary: The entered text is too long');
  expect($('[name=summary]').attr('aria-invalid')).toBe('true');
  expect($(`[name="${reason.id}"]`).text()).toBe('Because');
  expect(issue().changelog).toEqual([]);
});

it('tells internal notes from what the customer reads', async () => {
  await agent().send(ISSUE, { act: 'comment', comment: 'Hello', audience: 'public' });
  await agent().send(ISSUE, { act: 'comment', comment: 'Hm', audience: 'internal' });
  expect(issue().comments.map((comment) => comment.public)).toEqual([true, false]);
  const { $ } = await agent().see(ISSUE);
  expect(
    $('.comment')
      .map((_, comment) => $(comment).text().includes('Internal note'))
      .get(),
  ).toEqual([false, true]);
});

it('lists a project’s issues in queues, to those who work on it', async () => {
  const { status, text } = await agent().see(QUEUE);
  expect({ status, text }).toMatchObject({ status: 200, text: expect.stringContaining('IT-1') });
  expect((await agent().see(`${QUEUE}?show=closed`)).text).toContain('No issues here.');
  expect((await agent().see('/jira/servicedesk/projects')).text).toMatch(/IT Help.*Operations/);
  expect(await as('plainUser').see(QUEUE)).toMatchObject({ status: 404 });
  expect((await as('plainUser').see('/jira/servicedesk/projects')).text).toContain('no service project');
});
