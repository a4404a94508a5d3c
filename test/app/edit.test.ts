import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { aBookWith, aRule, someAccess } from '../forge/records';
import { problemOf, someFacts, startApp, valueOf } from '../start';

const { groups } = acme;
type App = ReturnType<typeof startApp>;
let app: App;
beforeEach(() => {
  app = startApp();
});
afterEach(() => app.close());

const history = async (id: string) =>
  valueOf(await app.call('connection.history', { id })).items.map(({ what }) => what);

describe('changing a connection', () => {
  it('writes a new version, and the names of the fields that changed', async () => {
    const { id, version } = await app.connect();
    const values = { ...someFacts, name: 'Wiki', tokenExpiresOn: '2026-03-01' };
    const changed = valueOf(await app.call('connection.update', { id, version, values }));
    expect(changed).toMatchObject({ version: 2, name: 'Wiki', tokenExpiry: { on: '2026-03-01' } });
    const [latest] = valueOf(await app.call('connection.history', { id })).items;
    expect(latest).toMatchObject({
      what: 'connection.updated',
      detail: { changed: ['name', 'tokenExpiresOn'] },
    });
  });

  it('that changes nothing writes nothing', async () => {
    const { id, version } = await app.connect();
    const before = app.stored();
    expect(valueOf(await app.call('connection.update', { id, version, values: someFacts })).version).toBe(1);
    expect(app.stored()).toEqual(before);
  });

  it('by two admins at once: one is saved, the other is told, nothing is overwritten', async () => {
    const { id, version } = await app.connect();
    const save = (name: string) =>
      app.call('connection.update', { id, version, values: { ...someFacts, name } });
    const replies = await Promise.all([save('One'), save('Two')]);
    expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const refused = replies.find(({ ok }) => !ok);
    expect(refused && problemOf(refused).code).toBe('conflict');
    const saved = replies.find(({ ok }) => ok);
    expect(valueOf(await app.call('connection.read', { id })).name).toBe(saved && valueOf(saved).name);
    expect(await history(id)).toEqual(['connection.updated', 'connection.created']);
  });

  it('to the name of another connection is refused; a name that was given up is free', async () => {
    const one = await app.connect();
    const two = await app.connect({ name: 'Wiki' });
    const take = { id: two.id, version: 1, values: { ...someFacts, name: 'corporate confluence' } };
    expect(problemOf(await app.call('connection.update', take)).fields).toHaveProperty('name');
    valueOf(
      await app.call('connection.update', {
        id: one.id,
        version: 1,
        values: { ...someFacts, name: 'Other' },
      }),
    );
    expect(valueOf(await app.call('connection.update', take)).name).toBe('corporate confluence');
  });

  it('with a group that became externally managed meanwhile is refused at the groups', async () => {
    const { id, version } = await app.connect();
    app.site.directory.setGroup(groups.confluenceUsers, { managedBy: 'EXTERNAL' });
    const reply = await app.call('connection.update', {
      id,
      version,
      values: { ...someFacts, name: 'Wiki' },
    });
    expect(problemOf(reply).fields).toHaveProperty('defaultGroups');
  });
});

describe('rotating the token', () => {
  const rotationId = () =>
    acme.world.tokens.find(({ token }) => token === acme.tokens.rotation.token)?.id ?? '';

  const draftFor = async (id: string, { email, token } = acme.tokens.rotation) =>
    valueOf(
      await app.call('credential.check', {
        connector: 'confluence',
        connection: id,
        values: { adminEmail: email, apiToken: token },
      }),
    ).draft ?? '';

  it('puts the proven one in place, deletes the old one, and forgets its recorded end', async () => {
    const { id } = await app.connect({ tokenExpiresOn: '2026-03-01' });
    const draft = await draftFor(id);
    const rotated = valueOf(await app.call('connection.rotate', { id, version: 1, draft, values: {} }));
    expect(rotated).toMatchObject({ version: 2, health: { state: 'healthy' } });
    expect(rotated.tokenExpiry).toBeUndefined();
    expect(app.stored().secrets).toEqual([`credential#${draft}`]);
    expect(await history(id)).toEqual(['connection.rotated', 'connection.created']);
    expect(valueOf(await app.call('connection.test', { id })).health.state).toBe('healthy');
  });

  it('says whose token it is from then on, and the trail says so too', async () => {
    const { id } = await app.connect();
    const draft = await draftFor(id, acme.people.siteAdmin);
    const { accountId } = acme.people.siteAdmin;
    const rotated = await app.call('connection.rotate', { id, version: 1, draft, values: {} });
    expect(valueOf(rotated).account).toBe(accountId);
    const [latest] = valueOf(await app.call('connection.history', { id })).items;
    expect(latest?.detail).toEqual({ account: accountId });
  });

  it('keeps the old one when the new one is no good any more', async () => {
    const { id } = await app.connect();
    const draft = await draftFor(id);
    app.site.directory.revokeToken(rotationId());
    const reply = await app.call('connection.rotate', { id, version: 1, draft, values: {} });
    expect(problemOf(reply)).toMatchObject({ code: 'invalid', fields: { apiToken: expect.any(String) } });
    expect(app.stored().secrets).toContain(`credential#${id}`);
    expect(valueOf(await app.call('connection.test', { id })).health.state).toBe('healthy');
  });

  it('a draft made for one connection serves no other, and no new one', async () => {
    const one = await app.connect();
    const two = await app.connect({ name: 'Wiki' });
    const draft = await draftFor(one.id);
    expect(
      problemOf(await app.call('connection.rotate', { id: two.id, version: 1, draft, values: {} })).code,
    ).toBe('not-found');
    expect(
      problemOf(await app.call('connection.create', { draft, values: { ...someFacts, name: 'Three' } })).code,
    ).toBe('not-found');
  });

  it('that dies after the switch leaves nothing behind: the hourly round deletes the old credential', async () => {
    const { id } = await app.connect();
    const draft = await draftFor(id);
    app.faults.declare({
      id: 'death',
      match: { service: 'kvs', operation: 'secret/delete' },
      effect: { kind: 'crash' },
      maxFires: 1,
    });
    await app.call('connection.rotate', { id, version: 1, draft, values: {} }).catch(() => undefined);
    expect(app.faults.unfired()).toEqual([]);
    expect(app.stored().secrets).toHaveLength(2);
    await app.runHourly();
    expect(app.stored().secrets).toEqual([`credential#${draft}`]);
    expect(valueOf(await app.call('connection.read', { id })).health.state).toBe('healthy');
  });
});

describe('disconnecting', () => {
  it('removes facts, health and credential; the history stays and the name is free', async () => {
    const { id, version } = await app.connect();
    expect(valueOf(await app.call('connection.disconnect', { id, version }))).toEqual({ id });
    expect(app.stored()).toMatchObject({ plain: {}, secrets: [] });
    expect(problemOf(await app.call('connection.read', { id })).code).toBe('not-found');
    expect(await history(id)).toEqual(['connection.disconnected', 'connection.created']);
    expect((await app.connect()).name).toBe('Corporate Confluence');
  });

  it('what somebody else has changed meanwhile is refused', async () => {
    const { id, version } = await app.connect();
    valueOf(await app.call('connection.update', { id, version, values: { ...someFacts, name: 'Wiki' } }));
    expect(problemOf(await app.call('connection.disconnect', { id, version })).code).toBe('conflict');
    expect(app.stored().secrets).toHaveLength(1);
  });

  it('and changing at once: exactly one of them happens', async () => {
    const { id, version } = await app.connect();
    const [ended, changed] = await Promise.all([
      app.call('connection.disconnect', { id, version }),
      app.call('connection.update', { id, version, values: { ...someFacts, name: 'Wiki' } }),
    ]);
    expect([ended.ok, changed.ok].sort()).toEqual([false, true]);
    expect(valueOf(await app.call('connection.list'))).toHaveLength(ended.ok ? 0 : 1);
  });

  it('tells the trail which rules depended on it', async () => {
    const { id, version } = await app.connect();
    app.put(
      'rule-book',
      aBookWith(aRule({ id: 'r-1', name: 'HR readers', access: { ...someAccess, connectionId: id } })),
    );
    expect(valueOf(await app.call('connection.read', { id })).usedBy).toEqual([
      { kind: 'rule', id: 'r-1', name: 'HR readers' },
    ]);
    valueOf(await app.call('connection.disconnect', { id, version }));
    const [latest] = valueOf(await app.call('connection.history', { id })).items;
    expect(latest?.detail).toEqual({ dependents: ['r-1'] });
  });
});
