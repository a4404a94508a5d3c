import type { AppPage } from '../../test/browser/app-page';

const LOADS = 40;
const BETWEEN_LOADS_MS = 500;

/** What people do on the site around the app: in the portal, on the ticket, in the directory. */
export function siteOf({ page, origins }: AppPage) {
  const follow = (name: string) => page.getByRole('link', { name, exact: true }).click();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const see = (text: string | RegExp, timeout?: number) =>
    page
      .getByText(text)
      .first()
      .waitFor({ ...(timeout !== undefined && { timeout }) });

  /** Becomes somebody on a page that is there for everybody, and waits until it is there for them. */
  const actAs = async (name: string) => {
    await follow('Directory');
    await page.getByRole('heading', { name: 'Directory', exact: true }).waitFor();
    await page.waitForLoadState();
    await page.getByLabel('Act as').selectOption({ label: name });
    await page.locator('#act-as option[selected]').filter({ hasText: name }).waitFor({ state: 'attached' });
  };

  /** These pages do not renew themselves: loads this one anew until it says the words. */
  const seeSoon = async (words: string | RegExp) => {
    for (let left = LOADS; left > 1; left -= 1) {
      await page.reload();
      const said = await see(words, BETWEEN_LOADS_MS).then(
        () => true,
        () => false,
      );
      if (said) return;
    }
    throw new Error(`Not said on ${page.url()}: ${String(words)}`);
  };

  const field = (label: string) => page.getByLabel(label, { exact: true });

  /** Opens a form of the portal of IT Help. */
  const begin = async (requestType: string) => {
    await follow('Portal');
    await follow('IT Help');
    await follow(requestType);
  };

  return {
    follow,
    press,
    see,
    seeSoon,
    actAs,
    goTo: (path: string) => page.goto(`${origins.frame}${path}`),
    field,
    begin,
    /** Raises a request for a group of a team. */
    async ask({ summary, level }: { summary: string; level: string }) {
      await begin('Group membership');
      await field('Summary').fill(summary);
      await field('Access level').selectOption(level);
      await press('Send');
      await page.getByRole('heading', { name: summary, exact: true }).waitFor();
    },
    /** Opens the page of a group. */
    async openGroup(name: string) {
      await follow('Directory');
      await follow('Groups');
      await page.getByLabel('Search groups').fill(name);
      await press('Search');
      await follow(name);
    },
    member: (name: string) =>
      page.getByRole('region', { name: 'People' }).getByRole('link', { name, exact: true }),
    /** Moves the clock at the top of every page. */
    async wait(button: string) {
      await page.waitForLoadState();
      await page.locator('summary').filter({ hasText: 'Clock' }).click();
      await press(button);
      await see(/^Moved on by/);
      await page.locator('summary').filter({ hasText: 'Clock' }).click();
    },
  };
}
