import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { asked, deskDays, FORM, REQUEST } from './desk-days';

const { people, desk } = acme;
const { groupMembership, privilegedAccess } = desk.requestTypes;
const { accessLevel, requestedGroups, reason, expiresAt, expiresOn, hours, forWhom, approvers } = desk.fields;
const { as, raise, issue, work } = deskDays();

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
  expect(work().issues()).toEqual([]);
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
