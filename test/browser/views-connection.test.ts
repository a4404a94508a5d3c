import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { someFacts } from '../start';
import { adminPage } from './admin-page';
import { flawsOf } from './look';
import { connectionNamed, inDays } from './seeds';

const { site, visit } = adminPage();
const { people, groups } = acme;
const NAME = 'Corporate Confluence';

/** Another name and back again, as often as is asked: each leaves an event in the history. */
async function rename(id: string, times: number): Promise<void> {
  for (let version = 1; version <= times; version += 1) {
    site().clock.elapse(60_000);
    const values = { ...someFacts, name: `${NAME} ${version}` };
    await site().call('connection.update', { id, version, values });
  }
}

it('a healthy connection is readable for everyone, with what the last check looked at', async () => {
  const { id } = await connectionNamed(site(), NAME, { tokenExpiresOn: inDays(site(), 7) });
  await visit({ route: `/connections/${id}` }, async (app) => {
    await app.app.getByText('What the last check looked at (6)').click();
    await app.app.getByText('Ravi Krishnan').first().waitFor();
    await app.app.getByText('Priya Raman').first().waitFor();
    expect(await flawsOf(app, 'connection healthy')).toEqual([]);
  });
});

it('a broken connection is readable, and one whose group is gone and whose history is long', async () => {
  const { id } = await connectionNamed(site(), NAME);
  await site().call('connection.update', {
    id,
    version: 1,
    values: { ...someFacts, defaultGroups: [groups.confluenceUsers, groups.hrReaders] },
  });
  await rename(id, 1);
  site().site.directory.removeGroup(groups.hrReaders);
  await visit({ route: `/connections/${id}` }, async (app) => {
    await app.app.getByText('This group is gone from the site.').waitFor();
    expect(await flawsOf(app, 'connection with a group gone')).toEqual([]);

    site().revokeTokensOf(people.orgAdmin.accountId);
    await app.app.getByRole('button', { name: 'Test now' }).click();
    await app.app.getByText('This connection is not working').waitFor();
    expect(await flawsOf(app, 'connection broken')).toEqual([]);
  });
});

it('a long history is readable page by page', async () => {
  const { id } = await connectionNamed(site(), NAME);
  await rename(id, 22);
  await visit({ route: `/connections/${id}` }, async (app) => {
    const events = app.app.getByRole('list', { name: 'History, newest first' }).getByRole('listitem');
    await events.nth(19).waitFor();
    expect(await events.count()).toBe(20);
    await app.app.getByRole('button', { name: 'Show older events' }).click();
    await events.filter({ hasText: 'Connected' }).waitFor();
    expect(await events.count()).toBe(23);
    expect(await flawsOf(app, 'connection with a long history')).toEqual([]);
  });
});

it('changing a connection is readable, also when somebody else was faster', async () => {
  const { id } = await connectionNamed(site(), NAME);
  await visit({ route: `/connections/${id}/edit` }, async (app) => {
    await app.app.getByText('confluence-users-acme').waitFor();
    expect(await flawsOf(app, 'edit')).toEqual([]);

    await rename(id, 1);
    await app.app.getByLabel('Connection Name').fill('Mine');
    await app.app.getByRole('button', { name: 'Save' }).click();
    await app.app.getByRole('button', { name: 'Load what is saved now' }).waitFor();
    expect(await flawsOf(app, 'edit conflict')).toEqual([]);
  });
});

it('rotating the token is readable, and so is the question before a connection is ended', async () => {
  const { id } = await connectionNamed(site(), NAME);
  await visit({ route: `/connections/${id}/rotate` }, async (app) => {
    await app.app.getByLabel('API Token').waitFor();
    expect(await flawsOf(app, 'rotate')).toEqual([]);

    await app.app.getByRole('link', { name: NAME }).click();
    await app.app.getByRole('button', { name: 'Disconnect' }).click();
    await app.app.getByRole('dialog').getByText('Nothing depends on this connection.').waitFor();
    expect(await flawsOf(app, 'disconnect')).toEqual([]);
  });
});

it('a connection that is gone says so readably', () =>
  visit({ route: '/connections/5e1f0000-0000-4000-8000-000000000000' }, async (app) => {
    await app.app.getByText('This connection is gone').waitFor();
    expect(await flawsOf(app, 'connection gone')).toEqual([]);
  }));
