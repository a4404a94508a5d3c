import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { credentialOf, problemOf, someFacts, startApp, valueOf } from '../start';

const { people, groups } = acme;
type App = ReturnType<typeof startApp>;
let app: App;
beforeEach(() => {
  app = startApp();
});
afterEach(() => app.close());

it('keeps a connection that the site accepts, its credential in the secret store, and tells the trail', async () => {
  const made = await app.connect();
  expect(made).toMatchObject({
    version: 1,
    name: 'Corporate Confluence',
    connectorName: 'Atlassian Confluence',
    account: people.orgAdmin.accountId,
    applicationAdmin: people.plainUser.accountId,
    defaultGroups: [groups.confluenceUsers],
    health: { state: 'healthy' },
    usedBy: [],
  });
  expect(valueOf(await app.call('connection.list'))).toEqual([made]);
  expect(valueOf(await app.call('connection.read', { id: made.id }))).toEqual(made);
  expect(app.stored().secrets).toEqual([`credential#${made.id}`]);
  expect(app.events().sort()).toEqual([`connection#${made.id}#1`, `draft#${made.id}#drafted`]);
});

it('a refused credential is not stored at all', async () => {
  const wrong = { ...people.orgAdmin, token: 'not-the-token' };
  const checked = valueOf(
    await app.call('credential.check', { connector: 'confluence', values: credentialOf(wrong) }),
  );
  expect(checked.draft).toBeUndefined();
  expect(checked.lines.some(({ outcome }) => outcome === 'failed')).toBe(true);
  expect(app.stored()).toEqual({ plain: {}, entities: {}, secrets: [] });
});

it('the same draft sent twice, even at once, makes one connection', async () => {
  const draft = await app.draft();
  const send = () => app.call('connection.create', { draft, values: someFacts });
  const [one, two] = await Promise.all([send(), send()]);
  const three = await send();
  expect([valueOf(one).id, valueOf(two).id, valueOf(three).id]).toEqual([draft, draft, draft]);
  expect(valueOf(await app.call('connection.list'))).toHaveLength(1);
  expect(app.events().filter((key) => key.startsWith('connection#'))).toEqual([`connection#${draft}#1`]);
});

it('two admins who choose one name at once: one has it, the other is told at the name', async () => {
  const other = people.jiraAdmin.accountId;
  const [one, two] = [await app.draft(), await app.draft(acme.tokens.rotation, other)];
  const replies = await Promise.all([
    app.call('connection.create', { draft: one, values: someFacts }),
    app.call(
      'connection.create',
      { draft: two, values: { ...someFacts, name: ' CORPORATE  confluence ' } },
      other,
    ),
  ]);
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = replies.find(({ ok }) => !ok);
  expect(refused && problemOf(refused)).toMatchObject({
    code: 'invalid',
    fields: { name: expect.any(String) },
  });
  expect(valueOf(await app.call('connection.list'))).toHaveLength(1);
});

it.each([
  ['a blank name', { name: '   ' }, 'name'],
  ['a name over 100 characters', { name: 'x'.repeat(101) }, 'name'],
  ['a name with a control character', { name: 'Wiki\u0007' }, 'name'],
  ['a name that hides its direction', { name: 'Wiki\u202Eikiw' }, 'name'],
  ['no application admin', { applicationAdmin: '' }, 'applicationAdmin'],
  ['an application admin nobody knows', { applicationAdmin: 'nobody' }, 'applicationAdmin'],
  [
    'an application admin without Confluence',
    { applicationAdmin: people.orgAdminWithoutConfluence.accountId },
    'applicationAdmin',
  ],
  [
    'an application admin who was deactivated',
    { applicationAdmin: people.deactivated.accountId },
    'applicationAdmin',
  ],
  ['no group', { defaultGroups: [] }, 'defaultGroups'],
  [
    'a group that does not exist',
    { defaultGroups: ['00000000-0000-4000-8000-000000000000'] },
    'defaultGroups',
  ],
  ['a group of the identity provider', { defaultGroups: [groups.oktaFinance] }, 'defaultGroups'],
  ['a group of administrators', { defaultGroups: [groups.confluenceAdmins] }, 'defaultGroups'],
  ['a group that does not open Confluence', { defaultGroups: [groups.jiraUsers] }, 'defaultGroups'],
  ['a day that does not exist', { tokenExpiresOn: '2026-02-30' }, 'tokenExpiresOn'],
])('%s is told at its field, and nothing is kept', async (_what, over, field) => {
  const draft = await app.draft();
  const before = app.stored();
  const reply = await app.call('connection.create', { draft, values: { ...someFacts, ...over } });
  expect(problemOf(reply)).toMatchObject({ code: 'invalid', fields: { [field]: expect.any(String) } });
  expect(app.stored()).toEqual(before);
});

it('an application admin who lost the licence between choosing and saving is refused by name', async () => {
  const draft = await app.draft();
  for (const group of app.site.directory.groupsOf(people.plainUser.accountId)) {
    app.site.directory.setMember(group.id, people.plainUser.accountId, false);
  }
  const reply = await app.call('connection.create', { draft, values: someFacts });
  expect(problemOf(reply).fields?.['applicationAdmin']).toContain(people.plainUser.name);
});

it('a draft is for whoever made it', async () => {
  const draft = await app.draft();
  const reply = await app.call('connection.create', { draft, values: someFacts }, people.jiraAdmin.accountId);
  expect(problemOf(reply)).toMatchObject({ code: 'not-found', fields: { apiToken: expect.any(String) } });
  expect(problemOf(reply).remedy).toBeUndefined();
});

it('a draft is forgotten after half an hour, and the hourly round deletes its credential', async () => {
  const draft = await app.draft();
  app.clock.elapse(31 * 60_000);
  expect(problemOf(await app.call('connection.create', { draft, values: someFacts })).code).toBe('not-found');
  await app.clock.advance(3_600_000 + 10 * 60_000);
  expect(app.stored().secrets).toEqual([]);
  const { heart: _heartbeat, ...kept } = app.stored().plain;
  expect(kept).toEqual({});
  expect(app.events()).toEqual(
    expect.arrayContaining([`draft#${draft}#withdrawn`, `draft#${draft}#discarded`]),
  );
});
