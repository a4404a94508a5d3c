import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { credentialOf, problemOf, startApp, valueOf } from '../start';

type App = ReturnType<typeof startApp>;
let app: App;
beforeEach(() => {
  app = startApp();
});
afterEach(() => app.close());

const wanted = { version: 0, adminGroups: ['it-owners'], strict: true };

it('begin with the names that Atlassian gives', async () => {
  expect(valueOf(await app.call('settings.read'))).toEqual({
    version: 0,
    adminGroups: ['org-admins', 'site-admins'],
    strict: false,
  });
});

it('decide what the next check takes for an administrator', async () => {
  valueOf(await app.call('settings.update', wanted));
  const { draft, lines } = valueOf(
    await app.call('credential.check', {
      connector: 'confluence',
      values: credentialOf(acme.people.orgAdmin),
    }),
  );
  expect(draft).toBeUndefined();
  expect(lines.find(({ key }) => key === 'admin-group')).toMatchObject({ outcome: 'failed' });
});

it('are not overwritten by whoever has not seen the latest', async () => {
  const replies = await Promise.all([
    app.call('settings.update', wanted),
    app.call('settings.update', { ...wanted, adminGroups: ['others'] }),
  ]);
  expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const refused = replies.find(({ ok }) => !ok);
  expect(refused && problemOf(refused).code).toBe('conflict');
});

it('cannot be emptied', async () => {
  const reply = await app.call('settings.update', { ...wanted, adminGroups: [] });
  expect(problemOf(reply)).toMatchObject({ code: 'invalid', fields: { adminGroups: expect.any(String) } });
});
