import type { Site } from './atlassian/site';
import type { PlatformPrincipal } from './forge/platform';

/** Somebody who opens the app, as the platform knows them. `undefined` is a visitor who is not signed in. */
export function principalOf({ directory }: Site, accountId: string | undefined): PlatformPrincipal {
  if (accountId === undefined) return { accountId: 'unidentified', accountType: 'anonymous' };
  const person = directory.person(accountId);
  if (person.accountType === 'customer') return { accountId, accountType: 'customer' };
  const licensed = jiraRolesOf(directory, accountId).some((role) => role === 'user' || role === 'admin');
  return { accountId, accountType: licensed ? 'licensed' : 'unlicensed' };
}

/** The first of the seeded people who administers Jira and can sign in. */
export function jiraAdminOf({ directory, seed }: Site): PlatformPrincipal {
  const admin = seed.people.find(
    ({ accountId, accountStatus, membershipStatus }) =>
      accountStatus === 'active' &&
      membershipStatus === 'active' &&
      jiraRolesOf(directory, accountId).includes('admin'),
  );
  if (!admin) throw new Error(`Nobody administers Jira in the world ${seed.name}.`);
  return { accountId: admin.accountId, accountType: 'licensed' };
}

const jiraRolesOf = (directory: Site['directory'], accountId: string) =>
  directory
    .groupsOf(accountId)
    .flatMap(({ roles }) => roles)
    .filter(({ resource }) => resource.startsWith('jira-'))
    .map(({ role }) => role);
