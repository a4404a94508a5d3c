import type { TokenSeed } from '../seed';
import { cast } from './acme-people';
import { aToken } from './make';

/** Everything that the app may ever ask for with a scoped token. */
export const allScopes: readonly string[] = [
  'read:jira-user',
  'read:jira-work',
  'write:jira-work',
  'manage:jira-configuration',
  'read:servicedesk-request',
  'write:servicedesk-request',
  'read:confluence-groups',
  'write:confluence-groups',
  'read:confluence-user',
  'read:content-details:confluence',
  'read:user:confluence',
  'read:configuration:confluence',
];
const readOnly = allScopes.filter((scope) => !/^(manage|write):/.test(scope));
const jiraOnly = allScopes.filter((scope) => scope.includes('jira'));

const { orgAdmin } = cast;
const signsIn = [
  ['orgAdmin', 'organization admin with Jira and Confluence: connects'],
  ['orgAdminWithoutConfluence', 'organization admin without a Confluence seat'],
  ['orgAdminByRole', 'organization admin by role, in no admin group'],
  ['namedOrgAdmin', 'in org-admins, without the role: may not change groups'],
  ['siteAdmin', 'site admin by group'],
  ['jiraAdmin', 'Jira admin: may not change groups'],
  ['confluenceAdmin', 'Confluence admin: may not change groups'],
  ['userAccessAdmin', 'user access admin of Confluence'],
  ['projectAdmin', 'project admin'],
  ['plainUser', 'uses Jira and Confluence'],
  ['confluenceOnly', 'uses Confluence and not Jira'],
  ['contractor', 'uses Jira, may not browse people'],
  ['hiddenEmail', 'hides the e-mail address'],
  ['guest', 'guest of Confluence'],
  ['customer', 'portal customer'],
  ['suspended', 'suspended: cannot sign in'],
  ['deactivated', 'deactivated: cannot sign in'],
] as const;

/** One token without scopes for each person of the cast. */
export const ownTokens: readonly TokenSeed[] = signsIn.map(([key, purpose]) =>
  aToken(cast[key], key, { purpose }),
);

/** More tokens of the organization admin, by what they show. */
export const tokens = {
  rotation: aToken(orgAdmin, 'rotation', { purpose: 'a second valid token, to rotate to' }),
  expired: aToken(orgAdmin, 'expired', { purpose: 'expired', expiresAt: '2025-12-31T00:00:00.000Z' }),
  shortLived: aToken(orgAdmin, 'short-lived', {
    purpose: 'ends on 4 February 2026, 30 days into simulated time',
    expiresAt: '2026-02-04T12:00:00.000Z',
  }),
  revoked: aToken(orgAdmin, 'revoked', { purpose: 'revoked', revoked: true }),
  scoped: aToken(orgAdmin, 'scoped', {
    purpose: 'scoped, with every scope needed and some more',
    scopes: allScopes,
  }),
  scopedReadOnly: aToken(orgAdmin, 'scoped-read-only', {
    purpose: 'scoped, may not write',
    scopes: readOnly,
  }),
  scopedJiraOnly: aToken(orgAdmin, 'scoped-jira-only', {
    purpose: 'scoped, without Confluence',
    scopes: jiraOnly,
  }),
};
