import type { CheckLine } from './check';

/** One configured instance of a connector. How it signs in is kept apart and known here only by `credentialId`. */
export interface Connection {
  readonly id: string;
  readonly version: number;
  readonly connector: string;
  readonly name: string;
  /** Account id. */
  readonly applicationAdmin: string;
  /** Group ids. */
  readonly defaultGroups: readonly string[];
  /** ISO date. */
  readonly tokenExpiresOn?: string;
  readonly credentialId: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** What the last check or the last real use said. It is about one credential: another one is yet unchecked. */
export interface Health {
  readonly connectionId: string;
  readonly version: number;
  readonly credentialId: string;
  readonly state: 'healthy' | 'warning' | 'broken' | 'unreachable';
  readonly checkedAt: Date;
  readonly lines: readonly CheckLine[];
  /** The warning about the token's end that was given last, in days. */
  readonly warnedAtDays?: number;
}

/** Names are told apart as people tell them apart: ignoring case, width and surrounding or doubled blanks. */
export const foldName = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('en-US');
