import type { Locator } from 'playwright-core';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { valueOf } from '../start';
import { adminPage } from './admin-page';
import { keyboardOf } from './keyboard';
import { connectionNamed } from './seeds';

const { site, visit } = adminPage();
const { people, groups } = acme;
const NAME = 'Corporate Confluence';

it('Confluence is connected with the keyboard alone, and the focus is always where it is expected', () =>
  visit({}, async (app) => {
    const keyboard = keyboardOf(app);
    const link = (name: string) => app.app.getByRole('link', { name });
    const button = (name: string) => app.app.getByRole('button', { name });
    const field = (label: string) => app.app.getByLabel(label, { exact: true });
    const picker = (label: string) => app.app.getByRole('combobox', { name: label });
    const option = (name: string) => app.app.getByRole('option', { name });
    await app.app.getByRole('heading', { name: 'No application is connected yet' }).waitFor();

    await keyboard.tabTo(link('+ Add Integration'));
    await keyboard.press('Enter');
    await keyboard.landsAtHeading('Add an integration');
    await keyboard.tabTo(link('Connect Atlassian Confluence'));
    await keyboard.press('Enter');
    await keyboard.landsAtHeading('Connect Atlassian Confluence');

    await keyboard.tabTo(field('Connection Name'));
    await keyboard.type(NAME);
    await keyboard.tab();
    await keyboard.landsOn(field('Admin Email'));
    await keyboard.type(people.orgAdmin.email);
    await keyboard.tab();
    await keyboard.landsOn(field('API Token'));
    await keyboard.type('not-the-token');
    await keyboard.tab();
    await keyboard.landsOn(button('Check credential'));
    await keyboard.press('Enter');
    await app.app.getByRole('heading', { name: /The credential was not accepted/ }).waitFor();

    // The wrong field is next, and what was typed there is replaced.
    await keyboard.landsOn(field('API Token'));
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(people.orgAdmin.token);
    await keyboard.press('Enter');
    await keyboard.landsAtHeading('The credential was accepted');

    await keyboard.tab();
    await keyboard.landsOn(app.app.getByLabel('Token expiry date'));
    await keyboard.type('03312027');
    await keyboard.tabTo(picker('Application Admin'));
    await keyboard.type('ra');
    await option(people.plainUser.name).waitFor();
    while (!(await isReached(picker('Application Admin'), option(people.plainUser.name))))
      await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await app.app.getByText(people.plainUser.name, { exact: true }).waitFor();

    await keyboard.tabTo(picker('Default Groups'));
    await keyboard.type('okta-fin');
    await option('okta-finance').waitFor();
    await keyboard.press('Enter');
    await app.app.getByText(/okta-finance cannot be chosen: Managed by your identity provider/).waitFor();
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('confluence-users');
    await option('confluence-users-acme').waitFor();
    await keyboard.press('Enter');
    await keyboard.press('Escape');

    await keyboard.tabTo(button('Connect Atlassian Confluence'));
    await keyboard.press('Enter');
    await keyboard.landsAtHeading(NAME);

    expect(valueOf(await site().call('connection.list'))).toEqual([
      expect.objectContaining({
        name: NAME,
        applicationAdmin: people.plainUser.accountId,
        defaultGroups: [groups.confluenceUsers],
        tokenExpiry: expect.objectContaining({ on: '2027-03-31' }),
        health: expect.objectContaining({ state: 'healthy' }),
      }),
    ]);
  }));

/** Whether the arrows have come to an option, as a screen reader is told. */
async function isReached(picker: Locator, option: Locator): Promise<boolean> {
  return (await picker.getAttribute('aria-activedescendant')) === (await option.getAttribute('id'));
}

it('the question before a connection is ended keeps the focus, and gives it back', async () => {
  const { id } = await connectionNamed(site(), NAME);
  await visit({ route: `/connections/${id}` }, async (app) => {
    const keyboard = keyboardOf(app);
    const dialog = app.app.getByRole('dialog');
    const disconnect = app.app.getByRole('button', { name: 'Disconnect', exact: true });
    await app.app.getByRole('heading', { name: NAME }).waitFor();

    await keyboard.tabTo(disconnect);
    await keyboard.press('Enter');
    await keyboard.landsOn(dialog.getByRole('button', { name: 'Cancel' }));
    for (let stop = 0; stop < 4; stop += 1) {
      await keyboard.tab();
      await dialog.locator(':focus').waitFor();
    }
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await keyboard.landsOn(disconnect);

    await keyboard.press('Enter');
    await keyboard.tabTo(dialog.getByRole('button', { name: 'Disconnect' }));
    await keyboard.press('Enter');
    await keyboard.landsAtHeading('App Connections');
    expect(valueOf(await site().call('connection.list'))).toEqual([]);
  });
});

it('the list is filtered and sorted with the keyboard', async () => {
  for (const name of ['Alpha', 'Beta', 'Gamma']) await connectionNamed(site(), name);
  await visit({}, async (app) => {
    const keyboard = keyboardOf(app);
    const names = app.app.getByRole('table').getByRole('link');
    await names.first().waitFor();
    await keyboard.tabTo(app.app.getByLabel('Filter by name, application or admin'));
    await keyboard.type('a');
    await keyboard.tabTo(app.app.getByRole('table').getByRole('button', { name: 'Name' }));
    await keyboard.press('Enter');
    await app.app
      .getByRole('columnheader', { name: 'Name' })
      .and(app.app.locator('[aria-sort=descending]'))
      .waitFor();
    expect(await names.allInnerTexts()).toEqual(['Gamma', 'Beta', 'Alpha']);
    await keyboard.landsOn(app.app.getByRole('table').getByRole('button', { name: 'Name' }));
  });
});
