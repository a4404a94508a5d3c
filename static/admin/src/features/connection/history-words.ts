import type { AuditEventView } from '@contract/views';
import { healthText } from '../../ui/HealthLozenge';

type Detail = AuditEventView['detail'];

const fieldWords: Readonly<Record<string, string>> = {
  name: 'name',
  applicationAdmin: 'application admin',
  defaultGroups: 'default groups',
  tokenExpiresOn: 'token end date',
};
const healthWords = {
  healthy: 'healthy',
  warning: 'warning',
  broken: 'broken',
  unreachable: 'unreachable',
} as const;

const list = (value: Detail[string] | undefined): string[] => (Array.isArray(value) ? value : []);
const joined = new Intl.ListFormat('en', { type: 'conjunction' });

function healthOf(value: Detail[string] | undefined): string {
  const state = Object.values(healthWords).find((word) => word === value);
  return state ? healthText(state) : String(value);
}

const days = (count: Detail[string] | undefined): string => {
  if (count === 0) return 'today';
  return count === 1 ? 'in 1 day' : `in ${String(count)} days`;
};

/** What each event says to a person. */
const sentences: Readonly<Record<string, (detail: Detail) => string>> = {
  'connection.created': () => 'Connected',
  'connection.updated': ({ changed }) =>
    `Changed: ${joined.format(list(changed).map((name) => fieldWords[name] ?? name))}`,
  'connection.rotated': () => 'Token replaced',
  'connection.disconnected': () => 'Disconnected',
  'connection.checked': ({ health, failed }) => {
    const count = list(failed).length;
    const failures = count === 0 ? '' : `, ${count} ${count === 1 ? 'check' : 'checks'} failed`;
    return `Checked: ${healthOf(health)}${failures}`;
  },
  'connection.failed': ({ during }) => `The site refused the credential while ${String(during)}`,
  'connection.token-expiring': ({ daysLeft }) => `Warned that the token ends ${days(daysLeft)}`,
  'credential.drafted': () => 'A new credential was checked and accepted',
  'credential.discarded': () => 'A credential that was not needed any more was deleted',
};

/** An event that is newer than this page is shown by its key rather than not at all. */
export const sentenceOf = ({ what, detail }: AuditEventView): string => sentences[what]?.(detail) ?? what;
