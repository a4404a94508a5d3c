import type { AppPage } from './app-page';

/** What somebody types and picks, apart from the credential. */
interface Wish {
  readonly name: string;
  readonly expiry: string;
  readonly admin: string;
  readonly group: string;
}

interface Credential {
  readonly email: string;
  readonly token: string;
}

/** The connect panel as a person with a mouse uses it. */
export function connectPanel({ app }: AppPage) {
  const field = (label: string) => app.getByLabel(label, { exact: true });
  const picker = (label: string) => app.getByRole('combobox', { name: label });
  const option = (name: string) => app.getByRole('option', { name }).first();
  const press = (name: string) => app.getByRole('button', { name }).click();

  const fill = async ({ email, token }: Credential) => {
    await field('Admin Email').fill(email);
    await field('API Token').fill(token);
  };
  const search = async (label: string, query: string, sought: string) => {
    await picker(label).click();
    await picker(label).fill(query);
    await option(sought).waitFor();
  };
  const choose = async (label: string, query: string, name: string) => {
    await search(label, query, name);
    await option(name).click();
    await picker(label).press('Escape');
  };
  /** Waits until a field is marked as wrong, and the error that it refers to says why. */
  const expectError = async (label: string, says: RegExp) => {
    const wrong = field(label).and(app.locator('[aria-invalid=true]'));
    await wrong.waitFor();
    const texts = (await wrong.getAttribute('aria-describedby'))?.split(' ') ?? [];
    const error = texts.find((id) => id.endsWith('-error'));
    await app.locator(`[id="${error}"]`).filter({ hasText: says }).waitFor();
  };
  return {
    field,
    picker,
    expectError,
    press,
    fill,
    search,
    /** Enters a credential that the site accepts. */
    async accept(credential: Credential) {
      await fill(credential);
      await press('Check credential');
      await app.getByRole('heading', { name: 'The credential was accepted' }).waitFor();
    },
    choose,
    /** Fills in everything but the credential, which has to be accepted already. */
    async wish({ name, expiry, admin, group }: Wish) {
      await field('Connection Name').fill(name);
      await app.getByLabel('Token expiry date').fill(expiry);
      await choose('Application Admin', admin, admin);
      await choose('Default Groups', group, group);
    },
    /** Whether all of it is still there, for whoever looks at the page. */
    async expectWish({ name, expiry, admin, group }: Wish) {
      await app.getByText(admin, { exact: true }).waitFor();
      await app.getByText(group, { exact: true }).waitFor();
      expect(await field('Connection Name').inputValue()).toBe(name);
      expect(await app.getByLabel('Token expiry date').inputValue()).toBe(expiry);
    },
  };
}
