import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { inApp, type InApp } from './in-app';

const { people, groups } = acme;
let app: InApp;
beforeEach(() => {
  app = inApp();
});
afterEach(() => app.close());

const find = (id: string) => app.run((ports) => ports.people.find(id));

it('somebody is told with their time zone and the groups they are in', async () => {
  const { accountId } = people.plainUser;
  const seen = await find(accountId);
  expect(seen).toMatchObject({ id: accountId, kind: 'person', active: true });
  expect(seen?.groups).toContain(groups.confluenceUsers);
  expect(seen?.timeZone).toMatch(/^[A-Z][a-z]+(\/[A-Z]|$)/);
});

it.each([
  ['a customer', people.customer.accountId, { kind: 'customer', active: true }],
  ['an app', people.app.accountId, { kind: 'app' }],
  ['somebody whose account was deactivated', people.deactivated.accountId, { active: false }],
])('%s is told as what they are', async (_what, id, expected) => {
  expect(await find(id)).toMatchObject(expected);
});

it.each([
  ['a person', people.plainUser.accountId, 'person'],
  ['somebody whose account was deactivated', people.deactivated.accountId, 'person'],
  ['a customer', people.customer.accountId, 'customer'],
  ['an app', people.app.accountId, 'app'],
  ['nobody', 'nobody', undefined],
])('of what kind the account of %s is, is asked once in a while', async (_what, id, kind) => {
  const kindOf = () => app.run((ports) => ports.people.kindOf(id));
  expect(await kindOf()).toBe(kind);
  app.faults.declare({ id: 'again', match: { service: 'jira' }, effect: { kind: 'error', status: 503 } });
  expect(await kindOf()).toBe(kind);
  app.clock.elapse(301_000);
  await expect(kindOf()).rejects.toMatchObject({ code: 'target-unavailable' });
});

it('nobody is found under an unknown id', async () => {
  expect(await find('nobody')).toBeUndefined();
});

it('groups that Jira did not name are a failure, and never groups that somebody is not in', async () => {
  const user = { accountId: 'x', accountType: 'atlassian', active: true, groups: { size: 2, items: [] } };
  app.faults.declare({
    id: 'half',
    match: { operation: 'GET /rest/api/3/user' },
    effect: { kind: 'answer', body: JSON.stringify(user) },
  });
  await expect(find('x')).rejects.toMatchObject({ code: 'target-unavailable', retryable: true });
});

it('people are searched by name, without apps', async () => {
  const found = await app.run((ports) => ports.people.search('person', 'Ravi'));
  expect(found).toEqual([{ id: people.plainUser.accountId, name: 'Ravi Krishnan' }]);
  expect(await app.run((ports) => ports.people.search('person', 'Identity'))).toEqual([]);
});

it('nobody is found while nothing is typed, and Jira is not asked', async () => {
  expect(await app.run((ports) => ports.people.search('person', ' '))).toEqual([]);
});

it('groups are searched by any part of their name', async () => {
  const found = await app.run((ports) => ports.people.search('group', 'READERS'));
  expect(found.map(({ name }) => name)).toContain('hr-readers');
});

it('many people and groups are described at once, unknown ones left out', async () => {
  const everyone = app.site.directory
    .people()
    .map(({ accountId }) => accountId)
    .slice(0, 70);
  const described = await app.run((ports) => ports.people.describe('person', [...everyone, 'nobody']));
  expect(new Set(described.map(({ id }) => id))).toEqual(new Set(everyone));
  const gone = described.find(({ id }) => id === people.deactivated.accountId);
  expect(gone?.blocked).toMatch(/not active/);
  const group = app.site.directory.groupNamed('hr-readers');
  expect(await app.run((ports) => ports.people.describe('group', [group.id, 'unknown']))).toEqual([
    { id: group.id, name: 'hr-readers' },
  ]);
});
