import { createHash } from 'node:crypto';
import { productWithoutSeat, usesProduct } from './access';
import type { World } from './exchange';
import { isActive, type Group, type Person, type Product, type Resource } from './model';

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
export const isAddress = (email: string): boolean => ADDRESS.test(email);

/** Whose address this is, hidden ones too. Ignores case. */
export function findByEmail(world: World, email: string): Person | undefined {
  const wanted = email.toLowerCase();
  const ids = world.state.emails.startingWith(wanted);
  return ids
    .flatMap((id) => world.state.people.get(id) ?? [])
    .find((person) => person.email.toLowerCase() === wanted);
}

/** The account that the address gets when it has none: always the same one for the same address. */
function newPerson(world: World, email: string): Person {
  const digest = createHash('sha256').update(`${world.cloudId} ${email.toLowerCase()}`).digest('hex');
  const uuid = /^(.{8})(.{4})(.{4})(.{4})(.{12})/.exec(digest)?.slice(1).join('-') ?? digest;
  return {
    accountId: `712020:${uuid}`,
    accountType: 'atlassian',
    displayName: email.split('@')[0] ?? email,
    email,
    emailVisible: false,
    managed: false,
    accountStatus: 'active',
    membershipStatus: 'active',
    orgAdmin: false,
    projectAdmin: false,
    timeZone: 'Etc/UTC',
  };
}

const defaultGroups = ({ state }: World, product: Product): readonly Group[] =>
  product.defaultGroups
    .flatMap((id) => state.truth().group(id) ?? [])
    .filter((g) => g.managedBy !== 'EXTERNAL');

export type Invited = { readonly kind: 'invited'; readonly person: Person } | { readonly kind: 'no-seat' };

/**
 * Lets somebody in by their address: an account if they have none, and the default groups of the applications. Reads
 * see it after `delayMs`.
 */
export function invite(
  world: World,
  email: string,
  terms: { products: readonly Resource[]; delayMs: number },
): Invited {
  const known = findByEmail(world, email);
  // Whoever was suspended or deactivated is not let in again by an invitation.
  if (known && !isActive(known)) return { kind: 'invited', person: known };
  const person = known ?? newPerson(world, email);
  const truth = world.state.truth();
  const wanted = terms.products.flatMap((key) => world.state.products.get(key) ?? []);
  const missing = wanted.filter(({ key }) => !known || !usesProduct(truth, known, key));
  const groups = missing.flatMap((product) => defaultGroups(world, product));
  const full = groups.some((group) =>
    productWithoutSeat(truth, world.state.products.values(), { group, person }),
  );
  if (full) return { kind: 'no-seat' };
  const shownAt = world.clock.time() + terms.delayMs;
  if (!known) world.apply({ kind: 'person.set', person, shownAt });
  for (const { id } of groups) {
    world.apply({ kind: 'membership.set', groupId: id, accountId: person.accountId, member: true, shownAt });
  }
  return { kind: 'invited', person };
}
