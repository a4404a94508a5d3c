import type { AdminPolicy } from '../connector';
import { failed, passed, warned, type Line } from './check-lines';
import { isSame } from './people';
import type { JiraUser } from './shapes';

/** The lines that can be judged by what Atlassian says of the account itself. */

interface Signed {
  readonly me: JiraUser;
  /** The account that the answer was given to. */
  readonly caller: string | undefined;
  readonly adminEmail: string;
}

/**
 * The header with the caller may hold the id escaped. A hidden address is no mismatch: Atlassian has accepted it
 * together with the token.
 */
export function judgeEmail({ me, caller, adminEmail }: Signed): Line {
  const { emailAddress, displayName, accountId } = me;
  if (caller !== undefined && ![accountId, encodeURIComponent(accountId)].includes(caller)) {
    return failed('email-matches', {
      finding: 'Atlassian answered to another account than the one it describes.',
      remedy: 'Check again. If it stays so, make a new token with the account whose email is entered here.',
      field: 'adminEmail',
    });
  }
  if (!emailAddress) {
    return passed(
      'email-matches',
      `${displayName} hides the address, but Atlassian accepted it with this token.`,
    );
  }
  if (isSame(emailAddress, adminEmail))
    return passed('email-matches', `It is the address of ${displayName}.`);
  return failed('email-matches', {
    finding: `The token belongs to ${displayName}, whose address is another one.`,
    remedy: 'Enter the address of the account that made the token.',
    field: 'adminEmail',
  });
}

export function judgeAccount({ displayName, active, accountType }: JiraUser): Line {
  if (active && accountType === 'atlassian') return passed('account-active', `${displayName} is active.`);
  return failed('account-active', {
    finding: active ? `${displayName} is no ordinary Atlassian account.` : `${displayName} is deactivated.`,
    remedy: 'Use the account of an organization admin who works here.',
    field: 'adminEmail',
  });
}

/**
 * Membership in an admin group, by a name of the list or by the id of a group that Atlassian counts among the admins.
 * Neither proves the role since 2026, nor does its absence disprove it: without it the credential is taken with a
 * warning, unless a named group is demanded. `adminIds` undefined: Atlassian did not tell.
 */
export function judgeAdmin(
  me: JiraUser,
  policy: AdminPolicy,
  adminIds: ReadonlySet<string> | undefined,
): Line {
  const own = me.groups?.items ?? [];
  const names = policy.adminGroups.join(', ');
  const named = own.find(({ name }) => policy.adminGroups.some((wanted) => isSame(wanted, name)));
  if (named) return passed('admin-group', `${me.displayName} is in ${named.name}.`);
  if (policy.strict) {
    return failed('admin-group', {
      finding: `${me.displayName} is in none of these groups: ${names}.`,
      remedy:
        'Add the account to one of them at admin.atlassian.com, or change the list in the settings of this app.',
      field: 'adminEmail',
    });
  }
  const byId = own.find(({ groupId }) => groupId && adminIds?.has(groupId));
  if (byId) return passed('admin-group', `${me.displayName} is in ${byId.name}, a group of site admins.`);
  const untold = adminIds ? '' : ' Atlassian did not tell which other groups hold site admins.';
  return warned('admin-group', {
    finding: `${me.displayName} is in none of these groups: ${names}.${untold}`,
    remedy:
      'Nothing, if the role was given to the person directly. Otherwise use the account of an organization admin.',
    field: 'adminEmail',
  });
}
