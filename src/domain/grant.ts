import type { Entitlement } from './access';

/**
 * `blocked`: it waits for something that is broken, e.g. the credential. `unverified`: done, but not seen yet.
 * `released`: it ended without anything being removed.
 */
export type GrantState =
  'pending' | 'active' | 'due' | 'revoking' | 'revoked' | 'failed' | 'blocked' | 'unverified' | 'released';

/** One entitlement held by one person because of one request. */
export interface Grant {
  readonly id: string;
  readonly issueId: string;
  readonly ruleId: string;
  readonly connectionId: string;
  readonly accountId: string;
  readonly what: Entitlement;
  readonly privileged: boolean;
  readonly state: GrantState;
  /** What it is on the way to: a `blocked` or `unverified` grant may be on its way in or out. */
  readonly way: 'in' | 'out';
  /** Absent: permanent. */
  readonly until?: Date;
  /** Why it ends or ended. */
  readonly ending?: 'expired' | 'admin' | 'cancelled';
  /** Why nothing was taken when the grant ended. */
  readonly kept?: Kept;
  readonly problem?: GrantProblem;
  /** Why nothing came of it, where it is taken back because an earlier try may have given it all the same. */
  readonly givenUp?: GrantProblem;
  /** The person no longer holds it, though nobody here took it. Shown, not fought. */
  readonly driftedAt?: Date;
  /** Since when it is being taken back, however often that is tried. */
  readonly leavingSince?: Date;
  /** When it was first told that the end has passed and the access has not been seen to be gone. */
  readonly overdueAt?: Date;
  /** An administrator has seen the problem or the drift. */
  readonly acknowledgedBy?: string;
  /** An administrator let a stopped mass removal go on. */
  readonly unbraked?: boolean;
  readonly createdAt: Date;
  readonly verifiedAt?: Date;
  readonly endedAt?: Date;
  readonly changedAt: Date;
  /** That of its holding when it was last written. */
  readonly version: number;
  /** When somebody has to look again: the end, or the next attempt. */
  readonly wakeAt?: Date;
  readonly attempts: number;
}

/** `accepted`: nobody can see whether it is gone, and an administrator has said that this is well so. */
export type Kept = 'held-before' | 'needed' | 'accepted';

export interface GrantProblem {
  readonly code: ProblemCode;
  /** What an administrator may read. */
  readonly message: string;
}

export const problemCodes = [
  'credential',
  'no-seat',
  'group-external',
  'group-protected',
  'group-gone',
  'person-gone',
  'person-inactive',
  'person-ineligible',
  'invitee-unknown',
  'connection-gone',
  'not-begun',
  'too-late',
  'unverified',
  'unavailable',
  'brake',
  'refused',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Seen to be there, whatever has become of it since. */
export const wasGiven = (grant: Grant | undefined): boolean => grant?.verifiedAt !== undefined;

/** What kept it from being given, whatever is in the way of taking back what an earlier try may have left. */
export const whyNotGiven = (grant: Grant | undefined): GrantProblem | undefined =>
  wasGiven(grant) ? undefined : (grant?.givenUp ?? (grant?.way === 'in' ? grant.problem : undefined));

/** Not over yet: something is, or may be, given because of it. */
export const isLive = ({ state }: Pick<Grant, 'state'>): boolean =>
  state !== 'revoked' && state !== 'released' && state !== 'failed';
