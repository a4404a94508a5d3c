import { isActive, type Group, type Person, type Product, type Resource, type Role } from './model';
import type { View } from './view';

/** The applications of Jira that have seats of their own. */
export const jiraProducts = [
  'jira-core',
  'jira-software',
  'jira-servicedesk',
  'jira-product-discovery',
] as const;
export type JiraProduct = (typeof jiraProducts)[number];
const isJira = (resource: Resource): boolean => jiraProducts.some((key) => key === resource);

export const gives = (group: Group, resource: Resource, ...wanted: readonly Role[]): boolean =>
  group.roles.some((given) => given.resource === resource && wanted.includes(given.role));

const givesInJira = (group: Group, ...wanted: readonly Role[]): boolean =>
  group.roles.some((given) => isJira(given.resource) && wanted.includes(given.role));

/** Access is computed over all groups: it ends with the last one that gives it. */
const heldBy = (view: View, person: Person): readonly Group[] =>
  isActive(person)
    ? view.groupsOf(person.accountId).filter((group) => view.opens(group.id, person.accountId))
    : [];

export const usesProduct = (view: View, person: Person, product: Resource): boolean =>
  heldBy(view, person).some((group) => gives(group, product, 'user', 'admin'));

export const usesJira = (view: View, person: Person): boolean =>
  heldBy(view, person).some((group) => givesInJira(group, 'user', 'admin'));

export const isConfluenceGuest = (view: View, person: Person): boolean =>
  !usesProduct(view, person, 'confluence') &&
  heldBy(view, person).some((group) => gives(group, 'confluence', 'guest'));

/** Confluence's global permission "Can use". */
export const canUseConfluence = (view: View, person: Person): boolean =>
  usesProduct(view, person, 'confluence') || isConfluenceGuest(view, person);

export const administersJira = (view: View, person: Person): boolean =>
  heldBy(view, person).some((group) => givesInJira(group, 'admin'));

/** Who may change group membership: the organisation's admins by their own role, the site's by their group. */
export const isSiteAdmin = (view: View, person: Person): boolean =>
  isActive(person) &&
  (person.orgAdmin || heldBy(view, person).some((group) => gives(group, 'site', 'site-admin')));

/** The applications whose user access this person administers. */
export const userAccessAdminOf = (view: View, person: Person): readonly Resource[] =>
  heldBy(view, person)
    .flatMap(({ roles }) => roles)
    .filter(({ role }) => role === 'user-access-admin')
    .map(({ resource }) => resource);

export const holdsPermission = (view: View, person: Person, key: string): boolean =>
  heldBy(view, person).some(({ permissions }) => permissions.includes(key));

/** Distinct people with a seat. Apps cost none. */
export function seatsTaken(view: View, product: Resource): number {
  const seated = new Set<string>();
  for (const group of view.groups().filter((each) => gives(each, product, 'user', 'admin'))) {
    for (const person of view.membersOf(group.id)) {
      if (person.accountType !== 'app' && isActive(person) && view.opens(group.id, person.accountId)) {
        seated.add(person.accountId);
      }
    }
  }
  return seated.size;
}

/** The first application that the group opens, this person does not hold yet, and has no seat left. */
export function productWithoutSeat(
  view: View,
  products: Iterable<Product>,
  { group, person }: { readonly group: Group; readonly person: Person },
): Product | undefined {
  return [...products].find(
    ({ key, seats }) =>
      seats !== undefined &&
      person.accountType !== 'app' &&
      gives(group, key, 'user', 'admin') &&
      !usesProduct(view, person, key) &&
      seatsTaken(view, key) >= seats,
  );
}
