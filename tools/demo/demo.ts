import { acme } from '../simulator/atlassian/worlds/acme';
import { onStage, type DemoStage } from './stage';

const { orgAdmin, plainUser } = acme.people;
const { rotation, scoped } = acme.tokens;
const NAME = 'Corporate Confluence';

/** `npm run demo`: the first job of the product, from an empty list to a connection that came and went. */
async function story({ app: { app }, simulator, step }: DemoStage): Promise<void> {
  const press = (name: string | RegExp) => app.getByRole('button', { name }).click();
  const follow = (name: string | RegExp) =>
    app.getByRole('link', { name }).or(app.getByRole('button', { name })).first().click();
  const type = (label: string, text: string) => app.getByLabel(label).first().fill(text);
  const see = (text: string | RegExp) => app.getByText(text).first().waitFor();
  const pick = async (label: string, query: string, option: string) => {
    await app.getByRole('combobox', { name: label }).fill(query);
    await app.getByRole('option', { name: option }).first().click();
  };
  const enter = async ({ email, token }: { email: string; token: string }) => {
    await type('Admin Email', email);
    await type('API Token', token);
    await press('Check credential');
  };
  const rotateTo = async (credential: { email: string; token: string }) => {
    await follow('Rotate token');
    await enter(credential);
    await see('The credential was accepted');
  };

  await step('An admin opens App Connections', () => see('No application is connected yet'));
  await step('Chooses an integration', async () => {
    await follow(/Add Integration/);
    await see('Atlassian Confluence');
  });
  await step('A wrong token is refused, line by line', async () => {
    await follow(/Atlassian Confluence/);
    await type('Connection Name', NAME);
    await enter({ ...orgAdmin, token: 'not-the-token' });
    await see('The credential was not accepted');
  });
  await step('The right one is accepted', async () => {
    await enter(orgAdmin);
    await see('The credential was accepted');
  });
  await step('Picks the application admin and the default groups', async () => {
    await pick('Application Admin', 'ravi', plainUser.name);
    await pick('Default Groups', 'confluence-users', 'confluence-users-acme');
    await app.getByRole('combobox', { name: 'Default Groups' }).press('Escape');
  });
  await step('Connects, and sees the health', async () => {
    await press('Connect Atlassian Confluence');
    await app.getByRole('heading', { name: NAME }).waitFor();
    await see(/healthy/i);
  });
  await step('Rotates the token', async () => {
    await rotateTo(rotation);
    await press('Replace token');
    await see('Token replaced');
  });
  await step('The token is revoked at Atlassian: the connection is broken, with its remedy', async () => {
    const { directory } = simulator.site;
    for (const { id, scopes } of directory.tokensOf(orgAdmin.accountId))
      if (!scopes) directory.revokeToken(id);
    await press('Test now');
    await see(/broken/i);
    await see(/rotate/i);
  });
  await step('Repairs it with a token that has scopes', async () => {
    await rotateTo(scoped);
    await press('Replace token');
    await see(/healthy/i);
  });
  await step('Is asked before anything is disconnected', async () => {
    await press('Disconnect');
    await see(`Disconnect ${NAME}?`);
  });
  await step('Disconnects', async () => {
    await app.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
    await see('No application is connected yet');
  });
}

onStage(story).then(
  () => console.log('The whole job is done. Screenshots: .artifacts/demo/'),
  (problem: unknown) => {
    console.error(problem);
    process.exitCode = 1;
  },
);
