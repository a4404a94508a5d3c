import { changeShape, type Change, type Journal } from './change';
import { DirectoryState } from './directory-state';
import type { WorldSeed } from './seed';
import { digestOf } from './sign-in';
import { isWorkChange } from './work/change';
import { WorkState } from './work/state';

export interface SiteState {
  readonly state: DirectoryState;
  readonly work: WorkState;
}

/** Every change goes to the part of the site that it is about. */
export const applyTo = ({ state, work }: SiteState, change: Change, now: number): void =>
  isWorkChange(change) ? work.apply(change, now) : state.apply(change, now);

/** The state a site begins with: its seed, and then everything that the journal says has happened since. */
export function seedState(seed: WorldSeed, journal: Journal | undefined, now: number): SiteState {
  const state = new DirectoryState();
  const work = new WorkState(seed.work);
  for (const product of seed.products) state.products.set(product.key, product);
  for (const group of seed.groups) state.apply({ kind: 'group.set', group, shownAt: now }, now);
  for (const person of seed.people) state.apply({ kind: 'person.set', person, shownAt: now }, now);
  for (const [groupId, accountId] of seed.memberships) {
    state.apply({ kind: 'membership.set', groupId, accountId, member: true, shownAt: now }, now);
  }
  for (const { id, accountId, token, scopes, expiresAt, revoked = false } of seed.tokens) {
    const kept = {
      id,
      accountId,
      sha256: digestOf(token),
      expiresAt,
      revoked,
      ...(scopes && { scopes: [...scopes] }),
    };
    state.apply({ kind: 'token.set', token: kept }, now);
  }
  for (const change of journal?.replay() ?? []) applyTo({ state, work }, changeShape.parse(change), now);
  return { state, work };
}
