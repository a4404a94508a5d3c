import { adfOf } from '../../../tools/simulator/atlassian/work/adf';
import {
  deskStage,
  fields,
  itDesk,
  optionOf,
  people,
  requestTypes,
  statuses,
  transitions,
} from './desk-stage';

let stage: ReturnType<typeof deskStage>;
beforeEach(() => {
  stage = deskStage();
});
afterEach(() => stage.close());

const { plainUser, orgAdmin, userAccessAdmin, projectAdmin } = people;

it('a ticket is told by ids: project, request type, status, and who asked', async () => {
  const { id, key } = stage.raise();
  const expected = {
    issueId: id,
    key,
    projectId: itDesk.id,
    requestTypeId: requestTypes.groupMembership.id,
    statusId: statuses.waitingForApproval.id,
    isDone: false,
    creator: plainUser.accountId,
    reporter: plainUser.accountId,
    createdAt: stage.clock.now(),
  };
  expect(await stage.ticket(id)).toMatchObject(expected);
  expect(await stage.on((desk) => desk.findByKey(key))).toMatchObject(expected);
});

it('whoever raised it for somebody else is the creator, and not the reporter', async () => {
  const { id } = stage.work.raise({
    by: userAccessAdmin.accountId,
    reporter: plainUser.accountId,
    requestTypeId: requestTypes.groupMembership.id,
  });
  expect(await stage.ticket(id)).toMatchObject({
    creator: userAccessAdmin.accountId,
    reporter: plainUser.accountId,
  });
});

it('each field is read as what it is', async () => {
  const level = optionOf(fields.accessLevel, 1);
  const [first, second] = [optionOf(fields.requestedGroups), optionOf(fields.requestedGroups, 1)];
  const { id } = stage.raise({
    [fields.accessLevel.id]: level.id,
    [fields.requestedGroups.id]: [first.id, second.id],
    [fields.expiresOn.id]: '2026-03-01',
    [fields.expiresAt.id]: '2026-03-01T17:00:00.000+0000',
    [fields.hours.id]: 8,
    [fields.reason.id]: adfOf('Payroll\nof March'),
    [fields.forWhom.id]: orgAdmin.accountId,
    [fields.approvers.id]: [orgAdmin.accountId, projectAdmin.accountId],
    [fields.approverGroups.id]: null,
  });
  const { values } = await stage.ticket(id);
  const refOf = ({ id: option, value: label }: typeof level) => ({ id: option, label });
  expect(values).toMatchObject({
    [fields.accessLevel.id]: { kind: 'option', option: refOf(level) },
    [fields.requestedGroups.id]: { kind: 'options', options: [refOf(first), refOf(second)] },
    [fields.expiresOn.id]: { kind: 'date', date: '2026-03-01' },
    [fields.expiresAt.id]: { kind: 'date-time', at: new Date('2026-03-01T17:00:00Z') },
    [fields.hours.id]: { kind: 'number', value: 8 },
    [fields.reason.id]: { kind: 'text', text: 'Payroll\nof March' },
    [fields.forWhom.id]: { kind: 'person', id: orgAdmin.accountId },
    [fields.approvers.id]: { kind: 'people', ids: [orgAdmin.accountId, projectAdmin.accountId] },
    [fields.approverGroups.id]: { kind: 'empty' },
    [fields.manager.id]: { kind: 'empty' },
    summary: { kind: 'text', text: requestTypes.groupMembership.name },
    status: { kind: 'other' },
  });
});

it('what happened to a ticket is told by field id, oldest first, with who did it', async () => {
  const { id } = stage.raise();
  stage.clock.elapse(60_000);
  const [first, second] = [optionOf(fields.accessLevel), optionOf(fields.accessLevel, 1)];
  for (const { id: option } of [first, second])
    stage.work.edit(id, { by: userAccessAdmin.accountId, fields: { [fields.accessLevel.id]: option } });
  stage.work.edit(id, { by: orgAdmin.accountId, reporter: orgAdmin.accountId });
  stage.work.transition(id, { by: orgAdmin.accountId, to: transitions.implement.id });
  const { changes, isDone } = await stage.ticket(id);
  const at = stage.clock.now();
  expect(changes).toMatchObject([
    { field: fields.accessLevel.id, from: null, to: first.id, by: userAccessAdmin.accountId, at },
    { field: fields.accessLevel.id, from: first.id, to: second.id },
    { field: 'reporter', from: plainUser.accountId, to: orgAdmin.accountId, by: orgAdmin.accountId },
    { field: 'status', from: statuses.waitingForApproval.id, to: statuses.waitingForImplementation.id },
  ]);
  expect(new Set(changes.map((change) => change.id)).size).toBe(changes.length);
  expect(isDone).toBe(false);
});

it('a ticket with more changes than come with it: every one of them is read', async () => {
  const { id } = stage.raise();
  const hours = (count: number) => ({ [fields.hours.id]: count });
  for (let count = 1; count <= 230; count += 1)
    stage.work.edit(id, { by: userAccessAdmin.accountId, fields: hours(count) });
  const { changes } = await stage.ticket(id);
  expect(changes.map(({ field }) => field)).toEqual(Array.from({ length: 230 }, () => fields.hours.id));
  expect(new Set(changes.map((change) => change.id)).size).toBe(230);
});

it('a changelog that ends too early is a failure, and never a ticket without changes', async () => {
  const { id } = stage.raise();
  for (let count = 1; count <= 101; count += 1)
    stage.work.edit(id, { by: userAccessAdmin.accountId, fields: { [fields.hours.id]: count } });
  stage.faults.declare({
    id: 'short',
    match: { operation: `/^GET .*changelog$/` },
    effect: { kind: 'answer', body: JSON.stringify({ total: 101, isLast: false, values: [] }) },
  });
  await expect(stage.ticket(id)).rejects.toMatchObject({ code: 'target-unavailable', retryable: true });
  expect(stage.faults.unfired()).toEqual([]);
});

it('a ticket without a request type says so, and a done one is done', async () => {
  const { id } = stage.raise();
  stage.work.transition(id, { by: orgAdmin.accountId, to: transitions.cancel.id });
  stage.work.move(id, { by: orgAdmin.accountId, requestTypeId: null });
  const ticket = await stage.ticket(id);
  expect(ticket).not.toHaveProperty('requestTypeId');
  expect(ticket).toMatchObject({ isDone: true, statusId: statuses.cancelled.id });
});

it('only the service desk’s own field says what was asked for, whatever another field holds', async () => {
  const { id } = stage.raise();
  const status = { id: '1', statusCategory: { key: 'new' } };
  const forged = { requestType: { id: '999' } };
  const own = { requestType: { id: '102' } };
  const body = {
    id,
    key: 'IT-1',
    fields: { project: { id: '1' }, status, created: '2026-01-05T12:00:00.000+0100', a: forged, b: own },
    schema: { a: { type: 'any', custom: 'example:origin' }, b: { type: 'x', custom: ORIGIN } },
    changelog: { total: 0, histories: [] },
  };
  const effect = { kind: 'answer', body: JSON.stringify(body) } as const;
  stage.faults.declare({ id: 'forged', match: { service: 'jira' }, effect });
  expect(await stage.ticket(id)).toMatchObject({
    requestTypeId: '102',
    createdAt: new Date('2026-01-05T11:00:00Z'),
    creator: '',
  });
});
const ORIGIN = 'com.atlassian.servicedesk:vp-origin';

it('a ticket that was deleted, hidden or never there is not found', async () => {
  const [deleted, hidden] = [stage.raise(), stage.raise()];
  stage.work.delete(deleted.id, { by: orgAdmin.accountId });
  expect(await stage.on((desk) => desk.find(deleted.id))).toBeUndefined();
  stage.work.setProject(itDesk.id, { appAccess: false });
  expect(await stage.on((desk) => desk.find(hidden.id))).toBeUndefined();
  expect(await stage.on((desk) => desk.findByKey(hidden.key))).toBeUndefined();
});

it.each(['../serverInfo', '1?fields=x', 'IT-1', ''])(
  '"%s" is no id of a ticket, and nobody is asked',
  async (id) => {
    stage.raise();
    expect(await stage.on((desk) => desk.find(id))).toBeUndefined();
    expect(await stage.on((desk) => desk.findByKey(`${id}#`))).toBeUndefined();
    expect(stage.site.calls).toEqual([]);
  },
);

it.each([
  [
    'is overloaded',
    { kind: 'error', status: 429, headers: { 'retry-after': '7' } },
    { code: 'target-unavailable', retryAfterSeconds: 7 },
  ],
  ['is in trouble', { kind: 'error', status: 503 }, { code: 'target-unavailable', retryable: true }],
  ['does not answer', { kind: 'timeout' }, { code: 'target-unavailable', retryable: true }],
  ['does not let the app in', { kind: 'error', status: 403 }, { code: 'target-refused', retryable: false }],
  ['answers nonsense', { kind: 'answer', body: '<html>' }, { code: 'target-unavailable' }],
  ['answers half of it', { kind: 'answer', body: '{"id":"1"}' }, { code: 'target-unavailable' }],
] as const)('when Jira %s, it is a failure with a name, and no ticket', async (_what, effect, fault) => {
  const { id } = stage.raise();
  stage.faults.declare({ id: 'bad day', match: { service: 'jira' }, effect });
  await expect(stage.ticket(id)).rejects.toMatchObject(fault);
});
