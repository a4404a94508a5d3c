import { HOME, ask, ready, useFixture } from './fixture/open';

const { shell, visit } = useFixture();

const CONFIGURE = HOME.replace('/jira/apps/', '/jira/settings/apps/configure/');

it('lets one be anybody: the app hears of the person chosen in the frame', () =>
  visit({}, async (app) => {
    await ready(app);
    await app.page.getByLabel('Act as').selectOption({ label: 'Uma User' });
    await app.page.waitForLoadState();
    expect(await ask(app, `bridge.invoke('who').then(({ principal }) => principal.accountId)`)).toBe('uma');
    expect(await app.page.getByLabel('Act as').inputValue()).toBe('uma');
  }));

it('offers everybody who can log in, by role, and nobody else', () =>
  visit({}, async (app) => {
    const groups = await app.page
      .locator('#act-as optgroup')
      .evaluateAll((all) => all.map((one) => one.getAttribute('label')));
    expect(groups).toEqual(['Jira administrators', 'Jira users', 'Without Jira', 'Nobody']);
    expect(await app.page.locator('#act-as option').allTextContents()).not.toContain('Gert Gone');
  }));

it.each([
  ['anonymous', 'Log in', 401],
  ['gone', 'Log in', 401],
  ['una', 'No access to Jira', 403],
])('does not show the app to %s', (as, heading) =>
  visit({ as }, async (app) => {
    await app.page.getByRole('heading', { name: heading }).waitFor();
    expect(await app.page.locator('iframe').count()).toBe(0);
    app.errors.length = 0;
  }),
);

it('shows the configure page under Settings, to Jira administrators alone', async () => {
  await visit({}, async (app) => {
    await app.page.getByText('Settings').click();
    await app.page.getByRole('link', { name: 'Fixture: Configure' }).click();
    await app.page.waitForURL(`**${CONFIGURE}`);
    expect(await ask(app, 'bridge.view.getContext().then(({ extension }) => extension.type)')).toBe(
      'jira:adminPage',
    );
    expect(await app.page.getByRole('navigation', { name: 'Fixture' }).count()).toBe(0);
  });
  await visit({ as: 'uma', path: CONFIGURE }, async (app) => {
    await app.page.getByRole('heading', { name: 'No permission' }).waitFor();
    app.errors.length = 0;
  });
});

it('moves the clock, and says so', () =>
  visit({}, async (app) => {
    await app.page.locator('.clock summary').click();
    await app.page.getByRole('button', { name: '+1 day' }).click();
    await app.page.getByText('Moved on by P1D.').waitFor();
    await app.page.getByLabel('Other duration').fill('P1Y');
    await app.page.getByRole('button', { name: 'Advance' }).click();
    await app.page.getByText('Not a duration: P1Y. Try PT8H or P30D.').waitFor();
    expect(shell().stage().clock.now().toISOString()).toBe('2026-01-06T12:00:00.000Z');
    await app.screenshot('shell-clock');
    app.errors.length = 0;
  }));

it('has menus that open, list the app and close from the keyboard', () =>
  visit({}, async (app) => {
    await app.page.getByText('Apps', { exact: true }).focus();
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('link', { name: 'Fixture', exact: true }).waitFor();
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('link', { name: 'Fixture', exact: true }).waitFor({ state: 'hidden' });
    expect(await app.page.evaluate('document.activeElement.textContent')).toBe('Apps');
  }));

const PAGES = [
  '/directory/people',
  '/directory/groups',
  '/directory/people/ada',
  '/directory/groups/g-1',
  HOME,
  '/nowhere',
];

it.each(PAGES)('has no accessibility problem, in light and dark, wide and narrow: %s', (path) =>
  visit({ path }, async (app) => {
    for (const mode of ['light', 'dark'] as const) {
      for (const width of [1280, 320]) {
        await app.setTheme(mode);
        await app.setWidth(width);
        expect(await app.axe('frame')).toEqual([]);
        expect(await app.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        await app.screenshot(`frame${path.replace(/[^a-z0-9]+/gi, '-').slice(0, 30)}-${mode}-${width}`);
      }
    }
    app.errors.length = 0;
  }),
);

it('searches and pages the directory', () =>
  visit({ path: '/directory' }, async (app) => {
    await app.page.getByLabel('Search people').fill('member crowd-5');
    await app.page.getByRole('button', { name: 'Search' }).click();
    await app.page.getByText('Page 1 of 1, 11 in all').waitFor();
    await app.page.goto(`${shell().origins.frame}/directory?q=crowd`);
    await app.page.getByRole('link', { name: 'Next' }).click();
    await app.page.getByText('Page 2 of 3, 60 in all').waitFor();
    expect(await app.page.locator('tbody tr').count()).toBe(25);
    await app.page.getByRole('link', { name: 'Crowd Member 30' }).click();
    await app.page.getByRole('button', { name: 'Act as Crowd Member 30' }).click();
    expect(await app.page.getByLabel('Act as', { exact: true }).inputValue()).toBe('crowd-30');
  }));
