import type { CheckLine } from '../../domain/check';
import { scopes } from './operations';

/** What each line of the credential check is about, in the order in which they are shown. */
const labels = {
  'token-accepted': 'Atlassian accepts the email and the token',
  'email-matches': 'The email belongs to the token',
  'account-active': 'The account is an active Atlassian account',
  'admin-group': 'The account belongs to the admins of the organization or the site',
  'may-change-membership': 'The account may change who is in a group',
  'has-confluence': 'The account can use Confluence',
} as const;
type Key = keyof typeof labels;
const keys = [
  'token-accepted',
  'email-matches',
  'account-active',
  'admin-group',
  'may-change-membership',
  'has-confluence',
] as const satisfies readonly Key[];
export type Line = CheckLine & { readonly key: Key };

type Said = Pick<CheckLine, 'finding' | 'remedy' | 'field'>;

const line = (key: Key, outcome: CheckLine['outcome'], said: Said): Line => ({
  key,
  label: labels[key],
  outcome,
  ...said,
});

export const passed = (key: Key, finding: string): Line => line(key, 'passed', { finding });
const skipped = (key: Key, finding: string): Line => line(key, 'skipped', { finding });
export const warned = (key: Key, said: Required<Said>): Line => line(key, 'warned', said);
export const failed = (key: Key, said: Required<Said>): Line => line(key, 'failed', said);

const WHERE = 'id.atlassian.com → Security → API tokens';

export const tokenRefused = failed('token-accepted', {
  finding: 'Atlassian does not accept this email and token together.',
  remedy:
    'Check the email and copy the token once more. The token may be expired or revoked, or your organization may ' +
    `forbid tokens: make a new one at ${WHERE}. A token with scopes needs: ${scopes.join(', ')}.`,
  field: 'apiToken',
});

export const keptOut = failed('token-accepted', {
  finding: 'Atlassian knows the account, but does not let it in.',
  remedy:
    'Give the account access to Jira on this site. If it has access, the IP allowlist of the site keeps this app ' +
    'out: ask an organization admin to allow it.',
  field: 'adminEmail',
});

export const scopesMissing = (missing: readonly string[]): Line =>
  failed('token-accepted', {
    finding: `The token works, but lacks ${missing.length === 1 ? 'the scope' : 'the scopes'} ${missing.join(', ')}.`,
    remedy: `Make a new token at ${WHERE}, with all of these scopes: ${scopes.join(', ')}.`,
    field: 'apiToken',
  });

/** All lines, in their order. What another failure has made pointless was not looked at. */
export const inOrder = (lines: readonly Line[]): readonly CheckLine[] =>
  keys.map(
    (key) => lines.find((each) => each.key === key) ?? skipped(key, 'Mend what failed, then check again.'),
  );
