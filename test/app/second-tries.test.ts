import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { credentialOf, problemOf, someFacts, startApp, valueOf } from '../start';

const { people, groups } = acme;
let app: ReturnType<typeof startApp>;
beforeEach(() => {
  app = startApp();
});
afterEach(() => app.close());

const fails = (operation: string, more: { readonly key?: string; readonly attempt?: number } = {}) =>
  app.faults.declare({
    id: operation,
    match: { service: 'kvs', operation, ...more },
    effect: { kind: 'error', status: 500 },
    maxFires: 1,
  });

it('a form sent again with other values is not passed off as what was saved', async () => {
  const draft = await app.draft();
  valueOf(await app.call('connection.create', { draft, values: someFacts }));
  const again = await app.call('connection.create', { draft, values: { ...someFacts, name: 'Other' } });
  expect(problemOf(again)).toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('Corporate Confluence'),
  });
});

it('what cannot be read for the answer stops the work before it is done, and a second try does it', async () => {
  const draft = await app.draft();
  fails('get', { key: 'rule-book' });
  expect(problemOf(await app.call('connection.create', { draft, values: someFacts })).code).toBe(
    'unexpected',
  );
  expect(Object.keys(app.stored().plain)).toEqual([`draft#${draft}`]);
  expect(valueOf(await app.call('connection.create', { draft, values: someFacts })).name).toBe(
    someFacts.name,
  );
});

it('a second check takes the place of the first: one credential is kept, and none after Disconnect', async () => {
  const first = await app.draft();
  const draft = await app.draft();
  expect(app.stored().secrets).toEqual([`credential#${draft}`]);
  expect(app.events()).toContain(`draft#${first}#discarded`);
  const { id, version } = valueOf(await app.call('connection.create', { draft, values: someFacts }));
  valueOf(await app.call('connection.disconnect', { id, version }));
  expect(app.stored()).toMatchObject({ plain: {}, secrets: [] });
});

it('who gives up leaves no credential behind, and nobody gives up for somebody else', async () => {
  const draft = await app.draft();
  valueOf(await app.call('credential.discard', { draft }, people.jiraAdmin.accountId));
  expect(app.stored().secrets).toEqual([`credential#${draft}`]);
  valueOf(await app.call('credential.discard', { draft }));
  valueOf(await app.call('credential.discard', { draft }));
  expect(app.stored()).toMatchObject({ plain: {}, secrets: [] });
  expect(problemOf(await app.call('connection.create', { draft, values: someFacts })).code).toBe('not-found');
});

it('one credential that cannot be deleted does not keep the hourly round from the others', async () => {
  const [mine, theirs] = [
    await app.draft(),
    await app.draft(acme.tokens.rotation, people.jiraAdmin.accountId),
  ];
  app.clock.elapse(3_600_000);
  fails('secret/delete', { key: `credential#${mine}` });
  await app.runHourly();
  expect(app.stored().secrets).toEqual([`credential#${mine}`]);
  expect(app.faults.unfired()).toEqual([]);
  await app.runHourly();
  expect(app.stored().secrets).toEqual([]);
  expect(app.events()).toEqual(expect.arrayContaining([mine, theirs].map((id) => `draft#${id}#discarded`)));
});

it('a record that cannot be read is left out and logged; the others are shown and checked', async () => {
  const { id } = await app.connect();
  app.put('connection#odd', { from: 'another version' });
  app.put('draft#odd', { from: 'another version' });
  expect(valueOf(await app.call('connection.list')).map((each) => each.id)).toEqual([id]);
  expect(app.forge.invocations().at(-1)?.logs.join()).toContain('connection#odd');
  await app.runDaily();
  expect(app.events()).toContain(`connection#${id}#health#2`);
});

it('a refusal that cannot be written down is still told as the refusal it is', async () => {
  const { id } = await app.connect();
  app.revokeTokensOf(people.orgAdmin.accountId);
  fails('transaction');
  const search = await app.call('option.search', { source: { connection: id }, kind: 'person', query: 'ra' });
  expect(problemOf(search).code).toBe('target-unauthorized');
});

it('a change says from whom to whom, and which groups came and went, by id', async () => {
  const { id } = await app.connect({ tokenExpiresOn: '2026-03-01' });
  const after = { applicationAdmin: people.confluenceOnly.accountId, defaultGroups: [groups.hrReaders] };
  valueOf(await app.call('connection.update', { id, version: 1, values: { ...someFacts, ...after } }));
  const [latest] = valueOf(await app.call('connection.history', { id })).items;
  expect(latest?.detail).toEqual({
    changed: ['applicationAdmin', 'defaultGroups', 'tokenExpiresOn'],
    applicationAdminBefore: people.plainUser.accountId,
    applicationAdminAfter: people.confluenceOnly.accountId,
    groupsAdded: [groups.hrReaders],
    groupsRemoved: [groups.confluenceUsers],
    tokenExpiresBefore: '2026-03-01',
  });
});

it('an end of the token that has passed is asked about while the token still works', async () => {
  const draft = await app.draft();
  const values = { ...someFacts, tokenExpiresOn: '2025-12-01' };
  expect(problemOf(await app.call('connection.create', { draft, values })).fields).toHaveProperty(
    'tokenExpiresOn',
  );
});

it('a new token brings nothing but its end', async () => {
  const { id } = await app.connect();
  const values = credentialOf(acme.tokens.rotation);
  const checked = await app.call('credential.check', { connector: 'confluence', connection: id, values });
  const draft = valueOf(checked).draft ?? '';
  const named = await app.call('connection.rotate', { id, version: 1, draft, values: { name: 'Other' } });
  expect(problemOf(named).fields).toHaveProperty('name');
  const ended = { id, version: 1, draft, values: { tokenExpiresOn: '2026-06-30' } };
  expect(valueOf(await app.call('connection.rotate', ended)).tokenExpiry?.on).toBe('2026-06-30');
});
