import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { adminPage } from './admin-page';
import { connectPanel } from './connect-panel';
import { flawsOf } from './look';
import { holdBack } from './waiting';

const { visit } = adminPage();
const { orgAdmin, plainUser } = acme.people;
const PANEL = { route: '/connections/new/confluence' };

it('the choice of an integration is readable for everyone', () =>
  visit({ route: '/connections/new' }, async (app) => {
    await app.app.getByRole('heading', { name: 'Atlassian Confluence' }).waitFor();
    expect(await flawsOf(app, 'chooser')).toEqual([]);
  }));

it('the connect panel is readable fresh, and with errors at its fields', () =>
  visit(PANEL, async (app) => {
    const panel = connectPanel(app);
    await panel.field('Connection Name').waitFor();
    expect(await flawsOf(app, 'panel fresh')).toEqual([]);

    await panel.fill({ email: 'not-an-address', token: '' });
    await panel.press('Check credential');
    await app.app.getByText('Enter a full email address').waitFor();
    await app.app.getByText('Enter the API token.').waitFor();
    expect(await flawsOf(app, 'panel field errors')).toEqual([]);
  }));

it('the connect panel is readable while it checks, when the check fails, and when it succeeds', () =>
  visit(PANEL, async (app) => {
    const panel = connectPanel(app);
    const release = await holdBack(app, 'credential.check');
    await panel.fill({ ...orgAdmin, token: 'not-the-token' });
    await panel.press('Check credential');
    await app.app.getByText('Checking the credential with the site…').waitFor({ state: 'attached' });
    expect(await flawsOf(app, 'panel checking')).toEqual([]);

    release();
    await app.app.getByRole('heading', { name: /The credential was not accepted/ }).waitFor();
    expect(await flawsOf(app, 'panel refused')).toEqual([]);

    await panel.fill(acme.people.userAccessAdmin);
    await panel.press('Check credential');
    await app.app.getByRole('listitem').filter({ hasText: 'Warning' }).first().waitFor();
    expect(await flawsOf(app, 'panel accepted with a warning')).toEqual([]);
  }));

it('the pickers are readable while they are open, with what cannot be chosen and why', () =>
  visit(PANEL, async (app) => {
    const panel = connectPanel(app);
    await panel.accept(orgAdmin);
    const people = () => panel.search('Application Admin', 'ra', plainUser.name);
    expect(await flawsOf(app, 'picker of people', { show: people })).toEqual([]);
    await panel.choose('Application Admin', 'ravi', plainUser.name);

    const groups = async () => {
      await panel.search('Default Groups', '', 'okta-engineering');
      await app.app.getByText('Managed by your identity provider').first().waitFor();
    };
    expect(await flawsOf(app, 'picker of groups', { show: groups })).toEqual([]);
    const nobody = async () => {
      await panel.picker('Application Admin').fill('zzzz');
      await app.app.getByText('Nobody matches.').first().waitFor();
    };
    expect(await flawsOf(app, 'picker without hits', { show: nobody })).toEqual([]);

    await panel.choose('Default Groups', 'hr', 'hr-readers');
    await panel.choose('Default Groups', 'legal', 'legal-reviewers');
    expect(await flawsOf(app, 'panel filled in')).toEqual([]);
  }));
