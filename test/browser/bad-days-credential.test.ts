import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { adminPage } from './admin-page';
import { connectPanel } from './connect-panel';

const { site, visit } = adminPage();
const { people, tokens } = acme;

/** Credentials that are refused: what they are, the line of the check that fails, and the field it is told at. */
const refused = [
  ['a revoked token', tokens.revoked, 'Atlassian accepts the email and the token', 'API Token'],
  ['an expired token', tokens.expired, 'Atlassian accepts the email and the token', 'API Token'],
  [
    'a token of somebody else',
    { email: people.plainUser.email, token: people.orgAdmin.token },
    'Atlassian accepts the email and the token',
    'API Token',
  ],
  [
    'a token that may not write',
    tokens.scopedReadOnly,
    'Atlassian accepts the email and the token',
    'API Token',
  ],
  [
    'a token without Confluence',
    tokens.scopedJiraOnly,
    'Atlassian accepts the email and the token',
    'API Token',
  ],
  [
    'an account that may not change groups',
    people.jiraAdmin,
    'The account may change who is in a group',
    'Admin Email',
  ],
  [
    'an administrator without Confluence',
    people.orgAdminWithoutConfluence,
    'The account can use Confluence',
    'Admin Email',
  ],
  ['a suspended account', people.suspended, 'Atlassian accepts the email and the token', 'API Token'],
] as const;

it('every credential that is refused says why and what to do, at the right field, and is not stored', () =>
  visit({ route: '/connections/new/confluence' }, async (app) => {
    const panel = connectPanel(app);
    const checks = app.app.getByRole('list', { name: 'Checks of the credential' }).getByRole('listitem');
    for (const [what, credential, line, label] of refused) {
      await panel.field('Connection Name').fill(what);
      await panel.fill(credential);
      await panel.press('Check credential');
      const failed = checks.filter({ hasText: line }).filter({ hasText: 'Failed' });
      await failed.getByText('What to do:').waitFor();
      await panel.expectError(label, /\S/);
      expect(await panel.field('Connection Name').inputValue()).toBe(what);
      expect(await panel.field('Admin Email').inputValue()).toBe(credential.email);
      expect(await panel.field('API Token').inputValue()).toBe(credential.token);
      expect(site().stored()).toEqual({ plain: {}, entities: {}, secrets: [] });
    }
    await panel.accept(people.orgAdmin);
  }));

it('what is typed badly is told at its field, before the site is asked', () =>
  visit({ route: '/connections/new/confluence' }, async (app) => {
    const panel = connectPanel(app);
    for (const [email, token, label, says] of [
      ['', people.orgAdmin.token, 'Admin Email', /Enter the email of the admin account/],
      ['priya.raman', people.orgAdmin.token, 'Admin Email', /Enter a full email address/],
      [people.orgAdmin.email, '', 'API Token', /Enter the API token/],
      [people.orgAdmin.email, 'two words', 'API Token', /no blanks/],
      [people.orgAdmin.email, 'x'.repeat(1_001), 'API Token', /too long for an API token/],
      [people.orgAdmin.email, 'x'.repeat(5_000), 'API Token', /too long/],
    ] as const) {
      await panel.fill({ email, token });
      await panel.press('Check credential');
      await panel.expectError(label, says);
      expect(await panel.field('API Token').inputValue()).toBe(token);
    }
    const asked = site()
      .forge.invocations()
      .flatMap(({ siteCalls }) => siteCalls);
    expect(asked.filter(({ service }) => service === 'egress')).toEqual([]);
  }));
