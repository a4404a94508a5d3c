import type { AppPage } from './app-page';

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
  return {
    field,
    picker,
    press,
    fill,
    search,
    /** Enters a credential that the site accepts. */
    async accept(credential: Credential) {
      await fill(credential);
      await press('Check credential');
      await app.getByRole('heading', { name: 'The credential was accepted' }).waitFor();
    },
    async choose(label: string, query: string, name: string) {
      await search(label, query, name);
      await option(name).click();
      await picker(label).press('Escape');
    },
  };
}
