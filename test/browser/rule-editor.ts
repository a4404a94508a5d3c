import type { AppPage } from './app-page';

/** The editor of rules as a person with a mouse uses it. */
export function ruleEditor({ app }: AppPage) {
  const picker = (label: string | RegExp) => app.getByRole('combobox', { name: label });
  const option = (name: string) => app.getByRole('option', { name }).first();
  const pick = async (label: string | RegExp, name: string) => {
    await picker(label).click();
    await option(name).click();
  };
  return {
    pick,
    picker,
    radio: (name: string) => app.getByRole('radio', { name, exact: true }),
    /** Searches a group for one of the options, and takes it. */
    async search(label: string, name: string) {
      const field = picker(new RegExp(`^${label}`));
      await field.click();
      await field.fill(name);
      await option(name).click();
      await field.press('Escape');
    },
    async when(project: string, requestType: string) {
      await pick('Service project', project);
      await pick('Request type', requestType);
      await app.getByRole('button', { name: 'Add a condition' }).waitFor();
    },
    async next(title: string) {
      await app.getByRole('button', { name: `Next: ${title}` }).click();
      await app.getByRole('heading', { name: title }).waitFor();
    },
    step: (title: string) =>
      app.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: title }).click(),
  };
}
