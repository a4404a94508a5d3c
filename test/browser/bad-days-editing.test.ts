import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { valueOf } from '../start';
import { adminPage } from './admin-page';
import { connectionNamed } from './seeds';

const { site, visit } = adminPage();
const { people } = acme;
const NAME = 'Corporate Confluence';

it('of two admins who save the same connection at once, the second is told and loses nothing', async () => {
  const { id } = await connectionNamed(site(), NAME);
  const route = `/connections/${id}/edit`;
  await visit({ route }, (first) =>
    visit({ route, as: people.jiraAdmin.accountId }, async (second) => {
      for (const { app } of [first, second]) await app.getByText('confluence-users-acme').waitFor();
      await first.app.getByLabel('Connection Name').fill('By the first');
      await second.app.getByLabel('Connection Name').fill('By the second');
      await first.app.getByRole('button', { name: 'Save' }).click();
      await first.app.getByRole('heading', { name: 'By the first' }).waitFor();

      await second.app.getByRole('button', { name: 'Save' }).click();
      const told = second.app.getByRole('alert').filter({ hasText: 'somebody else saved' });
      await told.waitFor();
      expect(await second.app.getByLabel('Connection Name').inputValue()).toBe('By the second');
      expect(valueOf(await site().call('connection.read', { id }))).toMatchObject({
        version: 2,
        name: 'By the first',
      });

      await told.getByRole('button', { name: 'Load what is saved now' }).click();
      await told.waitFor({ state: 'detached' });
      expect(await second.app.getByLabel('Connection Name').inputValue()).toBe('By the first');
      await second.app.getByLabel('Connection Name').fill('By the second');
      await second.app.getByRole('button', { name: 'Save' }).click();
      await second.app.getByRole('heading', { name: 'By the second' }).waitFor();
    }),
  );
});

it('a connection that somebody else ended meanwhile cannot be changed, and the page says so', async () => {
  const { id, version } = await connectionNamed(site(), NAME);
  await visit({ route: `/connections/${id}/edit` }, async (app) => {
    await app.app.getByText('confluence-users-acme').waitFor();
    await site().call('connection.disconnect', { id, version });
    await app.app.getByRole('button', { name: 'Save' }).click();
    await app.app.getByText('This connection does not exist any more').waitFor();
    expect(valueOf(await site().call('connection.list'))).toEqual([]);
  });
});

it('a Jira platform that fails during saving says so, and the answer may be looked up', async () => {
  const { id } = await connectionNamed(site(), NAME);
  await visit({ route: `/connections/${id}/edit` }, async (app) => {
    await app.app.getByText('confluence-users-acme').waitFor();
    site().faults.declare({
      id: 'lost',
      match: { service: 'bridge', key: 'connection.update', phase: 'after' },
      effect: { kind: 'lose-response' },
      maxFires: 1,
    });
    await app.app.getByLabel('Connection Name').fill('New name');
    await app.app.getByRole('button', { name: 'Save' }).click();
    await app.app.getByText('look first whether it was saved').waitFor();
    expect(await app.app.getByLabel('Connection Name').inputValue()).toBe('New name');
    expect(app.errors.splice(0)).toEqual([expect.stringContaining('502')]);
    // It was saved. Pressing again is told as a change in between, which loses nothing either.
    await app.app.getByRole('button', { name: 'Save' }).click();
    await app.app.getByRole('button', { name: 'Load what is saved now' }).click();
    expect(await app.app.getByLabel('Connection Name').inputValue()).toBe('New name');
  });
});

it('a token that the site refuses while a change is saved makes the connection broken, for all to see', async () => {
  const { id } = await connectionNamed(site(), NAME);
  await visit({ route: `/connections/${id}/edit` }, async (app) => {
    await app.app.getByText('confluence-users-acme').waitFor();
    site().revokeTokensOf(people.orgAdmin.accountId);
    await app.app.getByLabel('Connection Name').fill('New name');
    await app.app.getByRole('button', { name: 'Save' }).click();
    const told = app.app.getByRole('alert').filter({ hasText: 'Nothing was saved' });
    await told.getByText(/Atlassian does not accept the admin email and API token/).waitFor();
    expect(await app.app.getByLabel('Connection Name').inputValue()).toBe('New name');
  });
  await visit({ as: people.jiraAdmin.accountId }, async (app) => {
    await app.app.getByRole('table').getByText('Broken').waitFor();
    await app.app.getByText(`${NAME} is not working`).waitFor();
  });
});

it('somebody who does not administer Jira learns nothing from a link to a connection', async () => {
  const { id } = await connectionNamed(site(), NAME);
  for (const route of [`/connections/${id}`, `/connections/${id}/edit`, `/connections/${id}/rotate`]) {
    await visit({ route, as: people.projectAdmin.accountId }, async (app) => {
      await app.app.getByText('Only Jira administrators can use this app').waitFor();
      expect(await (await app.appFrame()).content()).not.toContain(NAME);
    });
  }
});

it('a page whose bridge was kept away says so, in place of an empty frame', () =>
  visit({ route: '/no/such/page' }, async (app) => {
    await app.context.route('**/platform/global-bridge.js', (route) => route.abort());
    await app.page.reload();
    await app.app.getByRole('heading', { name: 'This page must be opened from Jira' }).waitFor();
    expect(app.errors.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')]);
  }));
