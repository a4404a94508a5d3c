export type CheckOutcome = 'passed' | 'warned' | 'failed' | 'skipped';

/** One line of the credential check: what was looked at, what came of it, and what to do about it. */
export interface CheckLine {
  /** Stable, kebab-case, e.g. `email-matches`. */
  readonly key: string;
  /** What was checked, e.g. "The email belongs to the token". */
  readonly label: string;
  readonly outcome: CheckOutcome;
  /** What was found, in plain words. Never holds a secret. */
  readonly finding: string;
  /** What to do when the outcome is `failed` or `warned`. */
  readonly remedy?: string;
  /** The form field to mend, when one is to blame. */
  readonly field?: string;
}

/** Anything that failed refuses the credential; a warning is shown and accepted. */
export const isAccepted = (lines: readonly CheckLine[]): boolean =>
  lines.length > 0 && lines.every(({ outcome }) => outcome === 'passed' || outcome === 'warned');
