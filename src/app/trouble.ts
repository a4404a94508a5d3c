/** Something about a request that keeps it from being granted, for the people on the ticket. */
export interface Trouble {
  /** Stable, kebab-case. */
  readonly code: string;
  /** The name of the field to blame, when there is one. */
  readonly field?: string;
  readonly text: string;
}
