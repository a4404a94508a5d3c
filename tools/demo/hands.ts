import type { AppPage } from '../../test/browser/app-page';

/** What somebody does in the app's own pages. */
export function handsIn({ app, page }: AppPage) {
  return {
    press: (name: string | RegExp) => app.getByRole('button', { name }).click(),
    follow: (name: string | RegExp) =>
      app.getByRole('link', { name }).or(app.getByRole('button', { name })).first().click(),
    type: (label: string, text: string) => app.getByLabel(label).first().fill(text),
    see: (text: string | RegExp) => app.getByText(text).first().waitFor(),
    seeHeading: (name: string | RegExp) => app.getByRole('heading', { name }).waitFor(),
    /** Opens one of the app's pages from Jira's sidebar. */
    async turnTo(name: 'App Connections' | 'Automation' | 'Requests') {
      await page.getByRole('navigation', { name: 'Identity Governance' }).getByRole('link', { name }).click();
      await app.getByRole('heading', { name, level: 1 }).waitFor();
    },
    /** Comes back to the app from another page of Jira. */
    async open() {
      const bar = page.getByRole('navigation', { name: 'Jira' });
      await bar.locator('summary').filter({ hasText: 'Apps' }).click();
      await bar.getByRole('link', { name: 'Identity Governance', exact: true }).click();
      await app.getByRole('heading', { level: 1 }).waitFor();
    },
  };
}
