import type { FaultCode } from '../domain/fault';

/** What to do about each kind of failure. `invalid` has none: each field says its own. */
export const remedies = {
  invalid: undefined,
  'not-allowed': 'Ask a Jira administrator, or have one give you the global permission Administer Jira.',
  'not-confirmed': 'Try again in a moment.',
  'not-found': 'Go back to App Connections and load the list again.',
  conflict: 'Load what is saved now, then make your change again.',
  'target-unauthorized':
    'The token may be wrong, expired or revoked. Enter a new one; for a saved connection, rotate the token.',
  'target-forbidden':
    'Check that the account of the token is an organization admin and has the application, ' +
    'and that no IP allowlist or missing scope is in its way.',
  'target-refused':
    'Look at the site whether what the message names is there and may be changed, then try again.',
  'target-unavailable': 'Wait a moment and try again. Nothing was saved.',
  unverified: 'The change may still arrive. Look again in a minute before you repeat it.',
  unexpected: 'Try again. If it happens again, give the reference below to whoever looks after this app.',
} as const satisfies Record<FaultCode, string | undefined>;
