import { connectPanel } from '../../../test/browser/connect-panel';
import { acme } from '../../simulator/atlassian/worlds/acme';
import { handsIn } from '../hands';
import type { DemoStage } from '../stage';
import { RULE } from './cast';

const { orgAdmin, plainUser } = acme.people;
const { rotation, scoped } = acme.tokens;
const NAME = 'Corporate Confluence';

/** From an empty list to a healthy connection. */
export async function connectConfluence({ app, chapter, show }: DemoStage): Promise<void> {
  const { follow, press, see, seeHeading, type } = handsIn(app);
  const panel = connectPanel(app);
  chapter('Confluence is connected');
  await show('An admin opens App Connections', () => see('No application is connected yet'));
  await show('Chooses an integration', async () => {
    await follow(/Add Integration/);
    await see('Atlassian Confluence');
  });
  await show('A wrong token is refused, line by line', async () => {
    await follow(/Atlassian Confluence/);
    await type('Connection Name', NAME);
    await panel.fill({ ...orgAdmin, token: 'not-the-token' });
    await press('Check credential');
    await see('The credential was not accepted');
  });
  await show('The right one is accepted', () => panel.accept(orgAdmin));
  await show('Picks the application admin and the default groups', async () => {
    await panel.choose('Application Admin', 'ravi', plainUser.name);
    await panel.choose('Default Groups', 'confluence-users', 'confluence-users-acme');
  });
  await show('Connects, and sees the health', async () => {
    await press('Connect Atlassian Confluence');
    await seeHeading(NAME);
    await see(/healthy/i);
  });
}

/** The token is replaced, revoked, and replaced again. */
export async function keepTheToken({ app, simulator, chapter, show }: DemoStage): Promise<void> {
  const { follow, press, see, turnTo } = handsIn(app);
  const panel = connectPanel(app);
  const rotateTo = async (credential: { email: string; token: string }) => {
    await follow('Rotate token');
    await panel.accept(credential);
    await press('Replace token');
  };
  chapter('Its token is replaced, breaks, and is repaired');
  await show('Rotates the token', async () => {
    await turnTo('App Connections');
    await follow(NAME);
    await rotateTo(rotation);
    await see('Token replaced');
  });
  await show('The token is revoked at Atlassian: the connection is broken, with its remedy', async () => {
    const { directory } = simulator.site;
    for (const { id, scopes } of directory.tokensOf(orgAdmin.accountId))
      if (!scopes) directory.revokeToken(id);
    await press('Test now');
    await see(/broken/i);
    await see(/rotate/i);
  });
  await show('Repairs it with a token that has scopes', async () => {
    await rotateTo(scoped);
    await see(/healthy/i);
  });
}

export async function disconnect({ app, chapter, show }: DemoStage): Promise<void> {
  const { press, see } = handsIn(app);
  chapter('Confluence is disconnected');
  await show('Is asked before anything is disconnected', async () => {
    await press('Disconnect');
    await see(`Disconnect ${NAME}?`);
    await app.app.getByRole('dialog').getByText(RULE).waitFor();
  });
  await show('Disconnects', async () => {
    await app.app.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
    await see('No application is connected yet');
  });
}
