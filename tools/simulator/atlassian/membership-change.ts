import { gives, productWithoutSeat, userAccessAdminOf } from './access';
import type { Exchange } from './exchange';
import { isActive, type Group, type Person, type Product } from './model';
import { personOf, rightsOf } from './rights';

export interface GroupRef {
  readonly by: 'id' | 'name';
  readonly value: string;
}

/** Nothing is changed, for a reason that adding and removing share. */
export type Refused =
  | { readonly kind: 'forbidden' | 'no-group' | 'no-person' }
  | { readonly kind: 'external'; readonly group: Group };
interface Ready {
  readonly kind: 'ready';
  readonly group: Group;
  readonly person: Person;
}
export type Addition =
  | Refused
  | Ready
  | { readonly kind: 'already' | 'org-admins'; readonly group: Group }
  | { readonly kind: 'full'; readonly group: Group; readonly person: Person; readonly product: Product };
export type Removal = Refused | Ready | { readonly kind: 'no-member'; readonly group: Group };

interface Wish {
  readonly ref: GroupRef;
  readonly accountId: string;
}

/** Looks at an addition in the order in which Atlassian does, against what is true and not what reads show. */
export function judgeAddition(exchange: Exchange, wish: Wish): Addition {
  const found = judge(exchange, wish);
  if (found.kind !== 'ready') return found;
  const { group, person } = found;
  const { state } = exchange.world;
  const truth = state.truth();
  if (!isActive(person) || person.accountType === 'customer') return { kind: 'no-person' };
  if (truth.isMember(group.id, person.accountId)) return { kind: 'already', group };
  if (gives(group, 'org', 'org-admin')) return { kind: 'org-admins', group };
  const product = productWithoutSeat(truth, state.products.values(), { group, person });
  return product ? { kind: 'full', group, person, product } : found;
}

export function judgeRemoval(exchange: Exchange, wish: Wish): Removal {
  const found = judge(exchange, wish);
  if (found.kind !== 'ready') return found;
  const isMember = exchange.world.state.truth().isMember(found.group.id, wish.accountId);
  return isMember ? found : { kind: 'no-member', group: found.group };
}

function judge(exchange: Exchange, { ref, accountId }: Wish): Refused | Ready {
  const truth = exchange.world.state.truth();
  const group = ref.by === 'id' ? truth.group(ref.value) : truth.groupNamed(ref.value);
  if (!mayWrite(exchange, group)) return { kind: 'forbidden' };
  if (!group) return { kind: 'no-group' };
  const undone = exchange.world.variants.externalGroupWrite === '201-undone';
  if (group.managedBy === 'EXTERNAL' && !undone) return { kind: 'external', group };
  // A person who was added a moment ago is not known everywhere yet.
  const person = exchange.view.person(accountId);
  if (!person || person.accountStatus === 'closed' || person.membershipStatus === 'none')
    return { kind: 'no-person' };
  return { kind: 'ready', group, person };
}

/** Site admins may; apps never; user access admins only where that variant is on, for groups of their own products. */
function mayWrite(exchange: Exchange, group: Group | undefined): boolean {
  const { asker, world } = exchange;
  const person = personOf(asker);
  if (!person || asker.kind === 'app') return false;
  const truth = world.state.truth();
  if (rightsOf({ asker, view: truth }).siteAdmin) return true;
  if (world.variants.userAccessAdminWrite !== 'allowed' || !group || group.roles.length === 0) return false;
  const own = userAccessAdminOf(truth, person);
  const isDefault = [...world.state.products.values()].some(({ defaultGroups }) =>
    defaultGroups.includes(group.id),
  );
  return !isDefault && group.roles.every(({ resource, role }) => own.includes(resource) && role === 'user');
}

/** When an identity provider's sync takes back what was changed behind its back. */
const SYNC_MS = 60_000;

export function writeMembership(
  { world }: Exchange,
  { group, person }: { readonly group: Group; readonly person: Person },
  { member, withoutAccess = false }: { readonly member: boolean; readonly withoutAccess?: boolean },
): void {
  const now = world.clock.time();
  world.apply({
    kind: 'membership.set',
    groupId: group.id,
    accountId: person.accountId,
    member,
    shownAt: now + world.conditions.lagMs.membership,
    ...(group.managedBy === 'EXTERNAL' && { undoneAt: now + SYNC_MS }),
    ...(withoutAccess && { withoutAccess }),
  });
}
