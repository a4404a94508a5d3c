/** What Atlassian leaves open or to chance. The app must live with every setting. */
export interface KvsVariants {
  /** How long after a write queries still answer without it, virtual milliseconds. A get is never late. */
  readonly queryLagMs: number;
  /** How long past its end an entry with a TTL can still be read. Documented: up to 48 hours. */
  readonly expiryLatenessMs: number;
  /** A condition on a key that is not there: only NOT_EXISTS holds, or none does. Undocumented. */
  readonly missingKey: 'not-exists-holds' | 'nothing-holds';
  /** Whether a page that is just full comes with a cursor although nothing follows. Undocumented. */
  readonly cursorAfterLast: boolean;
  /** Rates are counted in virtual time. Switch them off for bulk work on a clock that stands. */
  readonly rateLimits: 'enforced' | 'off';
}

export const defaultKvsVariants: KvsVariants = {
  queryLagMs: 0,
  expiryLatenessMs: 0,
  missingKey: 'not-exists-holds',
  cursorAfterLast: true,
  rateLimits: 'enforced',
};
