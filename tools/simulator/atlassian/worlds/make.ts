import { createHash } from 'node:crypto';
import { groupShape, type Group, type Person, type Resource, type Role } from '../model';
import type { TokenSeed } from '../seed';

/** The same id for the same text, always. */
export function uuidOf(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex');
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(12, 16),
    digest.slice(16, 20),
    digest.slice(20, 32),
  ].join('-');
}

/** Account ids come in several shapes; nobody may rely on one. */
export const accountIdOf = (email: string): string => {
  const id = uuidOf(email);
  return id < '8' ? `712020:${id}` : `5${id.replaceAll('-', '').slice(0, 23)}`;
};

export const aPerson = (displayName: string, email: string, more: Partial<Person> = {}): Person => ({
  accountId: accountIdOf(email),
  accountType: 'atlassian',
  displayName,
  email,
  emailVisible: true,
  managed: true,
  accountStatus: 'active',
  membershipStatus: 'active',
  orgAdmin: false,
  projectAdmin: false,
  timeZone: 'Europe/Berlin',
  ...more,
});

/** `opens` reads `resource:role`, e.g. `confluence:user`. */
export const aGroup = (
  name: string,
  opens: readonly `${Resource}:${Role}`[] = [],
  more: Partial<Group> = {},
): Group => ({
  id: uuidOf(`group ${name}`),
  name,
  managedBy: 'ADMINS',
  usageType: 'USERBASE_GROUP',
  permissions: [],
  ...more,
  roles: opens.map((text) => {
    const [resource, role] = text.split(':');
    return groupShape.shape.roles.element.parse({ resource, role });
  }),
});

/** Farther away than Atlassian allows, so that a seeded world never grows too old to sign in to. */
const FAR = '2036-01-01T00:00:00.000Z';

/** A token that looks like a real one to a form, and like a seeded one to a reader. */
export const aToken = (
  person: Person,
  label: string,
  more: Partial<TokenSeed> & { readonly purpose: string },
): TokenSeed => ({
  id: `${label}-token`,
  accountId: person.accountId,
  token: `ATATT3x-seed-${label}-${uuidOf(`token ${person.email} ${label}`).replaceAll('-', '').toUpperCase()}`,
  expiresAt: FAR,
  ...more,
});
