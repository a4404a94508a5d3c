import type { Browser } from 'playwright-core';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { idleApp } from '../simulator/shell/idle-app';
import { AppPage } from './app-page';
import { launchChromium } from './chromium';
import { flawsOf } from './look';
import { openWorld, type World } from './world';

const { people, desk } = acme;
const PORTALS = '/servicedesk/customer/portals';
const SUMMARY = 'Edit the brochures';

let browser: Browser;
let world: World;
jest.setTimeout(120_000);
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld({ code: idleApp }), launchChromium()]);
});
beforeEach(() => world.shell.reset());
afterAll(async () => {
  await browser.close();
  await world.shell.close();
});

interface Opening {
  readonly as: keyof typeof people;
  readonly path: string;
}

const visit = ({ as, path }: Opening, story: (app: AppPage) => Promise<void>) =>
  AppPage.visit(browser, { origins: world.shell.origins, as: people[as].accountId, path }, story);

/** Until the page is there for them: whoever goes on at once would stay who they were. */
async function actAs({ page }: AppPage, name: string): Promise<void> {
  await page.getByLabel('Act as').selectOption({ label: name });
  await page.locator('#act-as option[selected]').filter({ hasText: name }).waitFor({ state: 'attached' });
}
const button = ({ page }: AppPage, name: string) => page.getByRole('button', { name, exact: true });
const heading = ({ page }: AppPage, name: string) => page.getByRole('heading', { name, exact: true });

/** A request of Ravi's that waits for Seun, and what was said about it. */
function raised(): void {
  const { work } = world.simulator().site;
  const by = people.userAccessAdmin.accountId;
  work.raise({
    by: people.plainUser.accountId,
    requestTypeId: desk.requestTypes.groupMembership.id,
    participants: [people.projectAdmin.accountId],
    fields: {
      summary: SUMMARY,
      [desk.fields.requestedGroups.id]: [desk.fields.requestedGroups.options[2]?.id],
    },
  });
  work.edit('IT-1', { by, fields: { [desk.fields.approvers.id]: [people.jiraAdmin.accountId] } });
  work.comment('IT-1', { by, text: 'Seun will look at it.' });
  work.comment('IT-1', { by, text: 'Third time this month.', internal: true });
}

it('takes a request from its form through the agent and the approver back to who asked', () =>
  visit({ as: 'plainUser', path: '/directory' }, async (app) => {
    const { page } = app;
    await page.getByRole('link', { name: 'Portal', exact: true }).click();
    await page.getByRole('link', { name: 'IT Help' }).click();
    await page.getByRole('link', { name: 'Group membership' }).click();
    await page.getByLabel('Summary').fill(SUMMARY);
    await page.getByRole('group', { name: 'Requested groups' }).getByLabel('marketing-writers').check();
    await page.getByLabel('Access expires at').fill('2026-01-06T18:00');
    await page.getByLabel('Duration', { exact: true }).selectOption('8 hours');
    await page.getByLabel('Reason').fill('The fair is on Monday.');
    await page.getByLabel('For whom').fill('hannah');
    await button(app, 'Send').click();
    await heading(app, SUMMARY).waitFor();
    await page.getByText('Nobody is asked.').waitFor();
    const request = page.url();

    await actAs(app, people.userAccessAdmin.name);
    await page.getByRole('link', { name: 'View in Jira' }).click();
    await page.getByLabel('Approvers', { exact: true }).fill(people.jiraAdmin.name);
    await button(app, 'Save').click();
    await page.getByRole('region', { name: 'History' }).getByText('Approvers').waitFor();

    await actAs(app, people.jiraAdmin.name);
    await page.goto(`${world.shell.origins.frame}${PORTALS}`);
    await page.getByRole('link', { name: 'My requests' }).click();
    await page.getByRole('link', { name: 'To approve' }).click();
    await page.getByRole('link', { name: SUMMARY }).click();
    await button(app, 'Approve').click();
    await page.getByText('Status: Waiting for implementation').waitFor();
    expect(await button(app, 'Approve').count()).toBe(0);

    await actAs(app, people.plainUser.name);
    expect(page.url()).toBe(request);
    await page.getByLabel('Comment').fill('Thank you!');
    await button(app, 'Add comment').click();
    await page.getByRole('listitem').filter({ hasText: 'Thank you!' }).waitFor();
  }));

it('can be walked with the keyboard alone, errors included', () =>
  visit({ as: 'plainUser', path: '/servicedesk/customer/portal/1/create/103' }, async (app) => {
    const { page } = app;
    await page.getByLabel('Summary').focus();
    await page.keyboard.type(SUMMARY);
    await page.keyboard.press('Enter');
    const wrong = page.getByRole('alert').getByRole('link', { name: 'Access level' });
    await wrong.focus();
    await page.keyboard.press('Enter');
    const level = page.getByLabel('Access level');
    await page.keyboard.press('Tab');
    expect(await page.getByLabel('Summary').inputValue()).toBe(SUMMARY);
    expect(await level.getAttribute('aria-invalid')).toBe('true');
    app.errors.length = 0;
  }));

it('moves eight hours on with one button', () =>
  visit({ as: 'plainUser', path: PORTALS }, async (app) => {
    const before = world.simulator().clock.time();
    await app.page.locator('summary').filter({ hasText: 'Clock' }).click();
    await button(app, '+8 hours').click();
    await app.page.getByText('Moved on by PT8H.').waitFor();
    expect(world.simulator().clock.time() - before).toBe(8 * 3_600_000);
  }));

const PAGES = [
  ['portals', 'plainUser', PORTALS],
  ['portal', 'plainUser', '/servicedesk/customer/portal/1'],
  ['form', 'plainUser', '/servicedesk/customer/portal/1/create/102'],
  ['request', 'plainUser', '/servicedesk/customer/portal/1/IT-1'],
  ['approval', 'jiraAdmin', '/servicedesk/customer/portal/1/IT-1'],
  ['my requests', 'plainUser', '/servicedesk/customer/user/requests'],
  ['issue', 'userAccessAdmin', '/browse/IT-1'],
  ['projects', 'userAccessAdmin', '/jira/servicedesk/projects'],
  ['queue', 'userAccessAdmin', '/jira/servicedesk/projects/IT/queues'],
] as const;

it.each(PAGES)('%s: accessible in light and dark, and fits a narrow screen', (name, as, path) => {
  raised();
  return visit({ as, path }, async (app) => {
    expect(await flawsOf(app, `desk ${name}`, { at: 'frame' })).toEqual([]);
  });
});

it('a form with errors and choices is accessible too', () =>
  visit({ as: 'plainUser', path: '/servicedesk/customer/portal/1/create/103' }, async (app) => {
    await app.page.getByLabel('For whom').fill('ma');
    await button(app, 'Send').click();
    await app.page.getByRole('group', { name: 'For whom: choose' }).waitFor();
    app.errors.length = 0;
    expect(await flawsOf(app, 'desk form with errors', { at: 'frame' })).toEqual([]);
  }));
