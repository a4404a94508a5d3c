/** A defect put in on purpose, and the tests that have to turn red for it. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  /** Exact text that is there once. */
  readonly find: string;
  readonly replace: string;
  readonly tests: readonly string[];
}
