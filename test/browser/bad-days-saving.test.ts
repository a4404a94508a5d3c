import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { adminPage } from './admin-page';
import { connectPanel } from './connect-panel';
import { connectionNamed } from './seeds';

const { site, visit } = adminPage();
const { people, groups } = acme;
const { orgAdmin, plainUser } = people;
const PANEL = { route: '/connections/new/confluence' };
const CONNECT = 'Connect Atlassian Confluence';
const NAME = 'Corporate Confluence';
const wish = { name: NAME, expiry: '2027-03-31', admin: plainUser.name, group: 'hr-readers' };

const directory = () => site().site.directory;

it.each([
  ['was deleted', () => directory().removeGroup(groups.hrReaders), /does not exist any more/],
  [
    'became externally managed',
    () => directory().setGroup(groups.hrReaders, { managedBy: 'EXTERNAL' }),
    /hr-readers: Managed by your identity provider/,
  ],
  [
    'was renamed to a protected name',
    () => directory().setGroup(groups.hrReaders, { name: 'site-admins-hr-admins-x' }),
    /site-admins-hr-admins-x: It makes people administrators/,
  ],
  [
    'does not open Confluence any more',
    () => directory().setGroup(groups.hrReaders, { roles: [] }),
    /hr-readers: It does not open Confluence any more/,
  ],
])('a chosen group that %s is told at the groups, and nothing is stored', (_what, change, says) =>
  visit(PANEL, async (app) => {
    const panel = connectPanel(app);
    await panel.accept(orgAdmin);
    await panel.wish(wish);
    const before = site().stored();
    change();
    await panel.press(CONNECT);
    await panel.expectError('Default Groups', says);
    await app.app.getByRole('alert').filter({ hasText: 'Some fields need attention' }).waitFor();
    await panel.expectWish(wish);
    expect(site().stored()).toEqual(before);
  }),
);

it('a chosen group with another name is still the same group', () =>
  visit(PANEL, async (app) => {
    const panel = connectPanel(app);
    await panel.accept(orgAdmin);
    await panel.wish(wish);
    directory().setGroup(groups.hrReaders, { name: 'people-readers' });
    await panel.press(CONNECT);
    await app.app.getByRole('heading', { name: NAME }).waitFor();
    await app.app.getByText('people-readers').waitFor();
  }));

it('an application admin who lost the licence meanwhile is told at that field, by name', () =>
  visit(PANEL, async (app) => {
    const panel = connectPanel(app);
    await panel.accept(orgAdmin);
    await panel.wish(wish);
    const before = site().stored();
    for (const { id } of directory().groupsOf(plainUser.accountId))
      directory().setMember(id, plainUser.accountId, false);
    await panel.press(CONNECT);
    await panel.expectError('Application Admin', new RegExp(`${plainUser.name}: `));
    expect(site().stored()).toEqual(before);

    await panel.choose('Application Admin', 'priya', orgAdmin.name);
    await panel.press(CONNECT);
    await app.app.getByRole('heading', { name: NAME }).waitFor();
  }));

it.each([
  ['is blank', '   ', /Give the connection a name/],
  ['is over 100 characters long', 'x'.repeat(101), /Use at most 100 characters/],
  ['holds a character that cannot be seen', 'Wiki\u202Eikiw', /a character that cannot be seen/],
  ['is another connection’s, written otherwise', '  CORPORATE confluence ', /has this name already/],
])('a name that %s is told at the name, and nothing is stored', async (_what, name, says) => {
  await connectionNamed(site(), NAME);
  await visit(PANEL, async (app) => {
    const panel = connectPanel(app);
    await panel.accept(orgAdmin);
    await panel.wish({ ...wish, name });
    const before = site().stored();
    await panel.press(CONNECT);
    await panel.expectError('Connection Name', says);
    await panel.expectWish({ ...wish, name });
    expect(site().stored()).toEqual(before);

    await panel.field('Connection Name').fill('Another Confluence');
    await panel.press(CONNECT);
    await app.app.getByRole('heading', { name: 'Another Confluence' }).waitFor();
  });
});
