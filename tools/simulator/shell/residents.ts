import type { Directory } from '../atlassian/directory';
import { isActive, type Group, type Person } from '../atlassian/model';
import type { Site } from '../atlassian/site';
import { principalOf } from '../principals';
import type { Resident, ResidentGroup, Residents, Standing } from './stage';

/** The people and groups of a simulated site, as its own administrators would see them. */
export function residentsOf(site: Site): Residents {
  const { directory, seed } = site;
  return {
    people: () => directory.people().map(residentOf),
    seeded: () =>
      seed.people.flatMap(({ accountId }) => find(() => residentOf(directory.person(accountId))) ?? []),
    groups: () => directory.groups().map(groupOf),
    findPerson: (accountId) => find(() => residentOf(directory.person(accountId))),
    findGroup: (id) => find(() => groupOf(directory.group(id))),
    standingOf: (accountId) => standingOf(site, directory.person(accountId)),
    groupsOf: (accountId) => directory.groupsOf(accountId).map(groupOf),
    membersOf: (groupId) => directory.membersOf(groupId).map(residentOf),
  };
}

/** The directory throws for what it does not have, and for nothing else. */
function find<Found>(read: () => Found): Found | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const KINDS = { atlassian: 'person', customer: 'customer', app: 'app' } as const;

const residentOf = (person: Person): Resident => ({
  accountId: person.accountId,
  name: person.displayName,
  ...(person.title === undefined ? {} : { title: person.title }),
  ...(person.email === '' ? {} : { email: person.email }),
  status: statusOf(person),
  kind: KINDS[person.accountType],
});

function statusOf(person: Person): Resident['status'] {
  if (isActive(person)) return 'active';
  if (person.membershipStatus === 'none') return 'removed';
  return person.accountStatus === 'active' ? 'suspended' : 'deactivated';
}

const MANAGERS: Readonly<Record<Group['managedBy'], string>> = {
  ADMINS: 'Administrators',
  EXTERNAL: 'Identity provider',
  TEAM_MEMBERS: 'Team members',
  OPEN: 'Anyone',
};

const groupOf = ({ id, name, managedBy, roles }: Group): ResidentGroup => ({
  id,
  name,
  managedBy: MANAGERS[managedBy],
  access: roles.map(({ resource, role }) => `${resource}: ${role}`),
});

function standingOf(site: Site, person: Person): Standing {
  const { accountType } = principalOf(site, person.accountId);
  return { accountType, role: roleOf(site.directory, person, accountType) };
}

function roleOf(
  directory: Directory,
  { accountId, projectAdmin }: Person,
  accountType: Standing['accountType'],
): Standing['role'] {
  if (accountType === 'customer') return 'Portal customers';
  if (directory.isSiteAdmin(accountId)) return 'Organization and site administrators';
  if (accountType !== 'licensed') return 'Without Jira';
  const isJiraAdmin = directory
    .groupsOf(accountId)
    .some(({ roles }) =>
      roles.some(({ resource, role }) => resource.startsWith('jira-') && role === 'admin'),
    );
  if (isJiraAdmin) return 'Jira administrators';
  return projectAdmin ? 'Project administrators' : 'Jira users';
}
