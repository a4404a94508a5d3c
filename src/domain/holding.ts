/**
 * Why one person holds one entitlement, of all requests together. Every grant of the pair changes under this record's
 * version, so giving and taking never meet. It exists while a grant needs it.
 */
export interface Holding {
  /** Digest of person and entitlement. */
  readonly id: string;
  readonly version: number;
  readonly accountId: string;
  readonly resourceId: string;
  /** Held before the first of these grants: then nothing is ever removed. Absent: not looked yet. */
  readonly heldBefore?: boolean;
  readonly grants: readonly HoldingGrant[];
  /** Somebody is at work. After `until` (epoch of a run's longest life) they are taken for dead. */
  readonly lease?: Lease;
}
export interface HoldingGrant {
  readonly id: string;
  /** `intended`: an effect may have happened. `given`: seen. `leaving`: being taken. */
  readonly stage: 'intended' | 'given' | 'leaving';
}
export interface Lease {
  readonly grantId: string;
  readonly act: 'give' | 'take';
  readonly until: Date;
}
