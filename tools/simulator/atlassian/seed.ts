import type { Group, Person, Product } from './model';
import type { WorkSeed } from './work/model';

/** A token in a seeded world, with its text: people and tests sign in with it. */
export interface TokenSeed {
  readonly id: string;
  readonly accountId: string;
  readonly token: string;
  readonly scopes?: readonly string[];
  /** ISO instant. */
  readonly expiresAt: string;
  readonly revoked?: boolean;
  /** What the token is there to show, for the printed list. */
  readonly purpose: string;
}

/** What a site begins with. */
export interface WorldSeed {
  readonly name: string;
  /** e.g. `https://acme.atlassian.net`. */
  readonly baseUrl: string;
  readonly cloudId: string;
  /** The account as which the app itself calls the site. */
  readonly appAccountId: string;
  readonly products: readonly Product[];
  readonly groups: readonly Group[];
  readonly people: readonly Person[];
  /** Pairs of group id and account id. */
  readonly memberships: readonly (readonly [string, string])[];
  readonly tokens: readonly TokenSeed[];
  /** Projects, their fields and workflows, and service desks. */
  readonly work: WorkSeed;
}
