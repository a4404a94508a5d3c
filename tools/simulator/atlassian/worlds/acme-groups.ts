import { aGroup } from './make';

const BROWSE = { permissions: ['USER_PICKER'] };
const EXTERNAL = { managedBy: 'EXTERNAL' } as const;
const TEAM = { usageType: 'TEAM_COLLABORATION' } as const;

/** The groups of the seeded site, by what tests and pages call them. */
export const groups = {
  orgAdmins: aGroup('org-admins', ['org:org-admin']),
  siteAdmins: aGroup('site-admins', ['site:site-admin', 'jira-software:admin'], BROWSE),
  systemAdministrators: aGroup('system-administrators', ['jira-core:admin'], {
    usageType: 'ADMIN_OVERSIGHT',
  }),
  jiraAdministrators: aGroup(
    'jira-administrators',
    ['jira-core:admin', 'jira-software:admin', 'jira-servicedesk:admin'],
    { permissions: ['USER_PICKER', 'CREATE_PROJECT', 'BULK_CHANGE'] },
  ),
  jiraUsers: aGroup('jira-users-acme', ['jira-software:user', 'jira-core:user'], BROWSE),
  serviceAgents: aGroup('jira-servicedesk-users-acme', ['jira-servicedesk:user'], BROWSE),
  jiraUserAccessAdmins: aGroup('jira-user-access-admins-acme', ['jira-software:user-access-admin']),
  contractors: aGroup('contractors', ['jira-core:user']),

  confluenceAdmins: aGroup('confluence-admins-acme', ['confluence:admin']),
  confluenceUsers: aGroup('confluence-users-acme', ['confluence:user']),
  confluenceGuests: aGroup('confluence-guests-acme', ['confluence:guest']),
  confluenceUserAccessAdmins: aGroup('confluence-user-access-admins-acme', ['confluence:user-access-admin']),

  addons: aGroup('atlassian-addons', ['jira-software:user', 'confluence:user'], BROWSE),
  addonsAdmin: aGroup('atlassian-addons-admin', ['jira-software:admin', 'confluence:admin']),

  hrReaders: aGroup('hr-readers', ['confluence:user']),
  legalReviewers: aGroup('legal-reviewers', ['confluence:user']),
  marketingWriters: aGroup('marketing-writers', ['confluence:user']),
  securityTeam: aGroup('security-team', ['confluence:user']),
  financeAuditors: aGroup('finance-auditors', ['confluence:user']),
  phoenix: aGroup('project-phoenix', ['confluence:user', 'jira-software:user']),

  oktaEngineering: aGroup('okta-engineering', ['confluence:user', 'jira-software:user'], {
    ...EXTERNAL,
    ...BROWSE,
  }),
  oktaFinance: aGroup('okta-finance', ['confluence:user'], EXTERNAL),
  oktaEveryone: aGroup('okta-everyone', [], EXTERNAL),

  /** Has permissions in a space and nothing else, as most groups have. */
  handbookEditors: aGroup('handbook-editors'),
  designGuild: aGroup('design-guild', [], { ...TEAM, managedBy: 'TEAM_MEMBERS' }),
  coffeeClub: aGroup('coffee-club', [], { ...TEAM, managedBy: 'OPEN' }),
  /** Of another site of the same organisation: it opens nothing here. */
  emeaUsers: aGroup('confluence-users-acme-emea'),
};

export type GroupKey = keyof typeof groups;
