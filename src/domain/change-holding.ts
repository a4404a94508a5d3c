import type { Holding, HoldingGrant, Lease } from './holding';

export type Pair = Pick<Holding, 'id' | 'accountId' | 'resourceId'>;

/** Whoever holds a lease works alone, until they say that they are done or must be dead. Nobody starts without one. */
export const mayStart = (holding: Holding | undefined, act: Lease, now: Date): 'go' | 'busy' =>
  act.until > now && !(holding?.lease && holding.lease.until > now) ? 'go' : 'busy';

/**
 * Whether access that is there was there before us, or came from elsewhere: then it is not ours to take. Where one of
 * the grants may have given it, it counts as ours. Where it is not there, nobody has held it.
 */
export const heldBeforeUs = (held: boolean, holding: Holding | undefined): boolean =>
  held && (holding === undefined || holding.grants.length === 0 || holding.heldBefore === true);

interface Intent {
  readonly lease: Lease;
  readonly heldBefore: boolean;
}

/** From here on an effect may have happened. */
export const intend = (holding: Holding | undefined, pair: Pair, { lease, heldBefore }: Intent): Holding => ({
  ...(holding ?? { ...pair, version: 0, grants: [] }),
  heldBefore,
  grants: [...without(holding, lease.grantId), { id: lease.grantId, stage: 'intended' }],
  lease,
});

/** Our look was late, and nothing was ours: what was known of the pair before it still holds. */
export const asBeforeOurLook = (claimed: Holding, before: Holding | undefined): Holding => ({
  ...claimed,
  heldBefore: before?.heldBefore === true,
});

/**
 * The access was seen. `heldBefore` also tells that somebody else gave it while we were at it; next to another grant
 * that cannot be told, and it counts as ours.
 */
export function gave(holding: Holding, grantId: string, heldBefore: boolean): Holding {
  const others = without(holding, grantId);
  return {
    ...freed(holding),
    heldBefore: heldBefore && (others.length === 0 || holding.heldBefore === true),
    grants: [...others, { id: grantId, stage: 'given' }],
  };
}

/**
 * Whether access has to be taken for a grant to end: we gave it, and no other grant needs it. A grant that only may
 * have given it has to be taken as well.
 */
export const mustTake = (holding: Holding | undefined, grantId: string): boolean =>
  holding?.heldBefore === false &&
  holding.grants.some(({ id }) => id === grantId) &&
  without(holding, grantId).every(({ stage }) => stage === 'leaving');

export const startTaking = (holding: Holding, lease: Lease): Holding => ({
  ...holding,
  grants: [...without(holding, lease.grantId), { id: lease.grantId, stage: 'leaving' }],
  lease,
});

/** A grant that was on its way out stays, and what it gave is there. */
export const stays = (holding: Holding, grantId: string): Holding => ({
  ...holding,
  grants: holding.grants.map((grant): HoldingGrant =>
    grant.id === grantId ? { ...grant, stage: 'given' } : grant,
  ),
});

/** It was seen to be gone. Whatever else was leaving has left with it: what appears from now on is not ours. */
export const took = (holding: Holding, grantId: string): Holding =>
  left(
    holding,
    without(holding, grantId).filter(({ stage }) => stage !== 'leaving'),
  );

/** The grant ends, and the access stays. */
export const letGo = (holding: Holding, grantId: string): Holding => left(holding, without(holding, grantId));

interface Failed {
  readonly grantId: string;
  /** It will not be tried again, and nothing was done because of it. */
  readonly over: boolean;
}

/** An attempt did not work. What was intended stays intended: it may have happened all the same. */
export function stepBack(holding: Holding | undefined, pair: Pair, { grantId, over }: Failed): Holding {
  const stopped: Holding = holding ? freed(holding) : { ...pair, version: 0, grants: [] };
  return over ? letGo(stopped, grantId) : stopped;
}

function left(holding: Holding, grants: readonly HoldingGrant[]): Holding {
  if (grants.length > 0) return { ...freed(holding), grants };
  const { heldBefore: _nobodyAnyMore, ...empty } = freed(holding);
  return { ...empty, grants };
}

function freed(holding: Holding): Holding {
  const { lease: _done, ...rest } = holding;
  return rest;
}

const without = (holding: Holding | undefined, grantId: string): readonly HoldingGrant[] =>
  (holding?.grants ?? []).filter(({ id }) => id !== grantId);
