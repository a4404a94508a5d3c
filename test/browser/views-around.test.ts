import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { adminPage } from './admin-page';
import { flawsOf } from './look';

const { visit } = adminPage();
const { people } = acme;

it('the settings of the check are readable for everyone', () =>
  visit({ route: '/connections/settings' }, async (app) => {
    await app.app.getByRole('textbox', { name: 'Group name 1' }).waitFor();
    await app.app.getByRole('button', { name: 'Add a name' }).click();
    await app.app.getByRole('button', { name: 'Save' }).click();
    await app.app.getByText('A group name cannot be empty.').waitFor();
    expect(await flawsOf(app, 'settings')).toEqual([]);
  }));

it('an address that leads nowhere says so readably', () =>
  visit({ route: '/no/such/page' }, async (app) => {
    await app.app.getByRole('heading', { name: 'There is no such page here' }).waitFor();
    expect(await flawsOf(app, 'unknown page')).toEqual([]);
  }));

it('the configure entry among the apps of Jira opens the same pages', () =>
  visit({ surface: 'jira:adminPage' }, async (app) => {
    await app.app.getByRole('heading', { name: 'No application is connected yet' }).waitFor();
    expect(await flawsOf(app, 'configure')).toEqual([]);
    await app.app.getByRole('link', { name: '+ Add Integration' }).click();
    await app.app.getByRole('link', { name: 'Connect Atlassian Confluence' }).waitFor();
    expect(app.page.url()).toMatch(/\/jira\/settings\/apps\/configure\/.*\/connections\/new$/);
  }));

it.each([
  ['a plain user', people.plainUser],
  ['a project admin', people.projectAdmin],
])('%s is told readably that only Jira administrators can use this, wherever they come in', (_who, person) =>
  visit({ as: person.accountId, route: '/connections/settings' }, async (app) => {
    await app.app.getByText('Only Jira administrators can use this app').waitFor();
    expect(await app.app.getByRole('textbox').count()).toBe(0);
    expect(await flawsOf(app, `not allowed ${person.name}`)).toEqual([]);
  }),
);

it.each([
  ['a portal customer', people.customer.accountId, 'No access to Jira'],
  ['somebody who is not logged in', 'anonymous', 'Log in'],
])('%s is stopped by Jira and never sees the app', (_who, accountId, heading) =>
  visit({ as: accountId }, async (app) => {
    await app.page.getByRole('heading', { name: heading, exact: true }).waitFor();
    expect(await app.page.locator('iframe').count()).toBe(0);
    expect(await flawsOf(app, heading, { at: 'frame' })).toEqual([]);
    // The document itself was answered with a refusal.
    expect(app.errors.splice(0)).toEqual([expect.stringMatching(/40[13]/)]);
  }),
);

it('a page that cannot reach Jira says so readably', () =>
  visit({ route: '/connections' }, async (app) => {
    await app.page.goto(`${app.origins.app}/app/admin-page/index.html`);
    await app.page.getByRole('heading', { name: 'This page must be opened from Jira' }).waitFor();
    expect(await app.axe('frame')).toEqual([]);
    await app.setWidth(320);
    expect(await app.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  }));

it('a part of the page that cannot be loaded is told readably, and loading again helps', () =>
  visit({ route: '/connections' }, async (app) => {
    await app.context.route('**/ChooserPage*.js', (route) => route.abort(), { times: 1 });
    await app.app.getByRole('link', { name: '+ Add Integration' }).click();
    await app.app.getByText('This page could not be shown').waitFor();
    expect(await flawsOf(app, 'failed part')).toEqual([]);
    expect(app.errors.splice(0).length).toBeGreaterThan(0);
    await app.app.getByRole('button', { name: 'Load the page again' }).click();
    await app.app.getByRole('heading', { name: 'Add an integration' }).waitFor();
  }));
