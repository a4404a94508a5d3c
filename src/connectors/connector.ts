import type { z } from 'zod';
import type { Entitlement, Principal } from '../domain/access';
import type { CheckLine } from '../domain/check';
import { Fault, invalid } from '../domain/fault';
import type { Secret } from '../domain/secret';
import type { Installation } from './installation';
import type { Giving, Naming, Taking } from './naming';
import type { Choosing, Option, Page } from './pages';

/**
 * What the connect panel draws, in the order of the connector's list. The panel has no code for any connector.
 * `person` and `groups` are picked through the target's own searches; `date` is optional by nature.
 */
export interface Field {
  readonly name: string;
  readonly kind: 'text' | 'email' | 'secret' | 'date' | 'person' | 'groups';
  readonly label: string;
  readonly help: string;
  readonly required: boolean;
}

export type { Giving, Naming, Taking } from './naming';
export type { Choosing, Option, Page } from './pages';
export type { Http, HttpRequest, HttpResponse, Installation, Remember, Remembered } from './installation';

/** What a target needs to be told to be spoken to. Kept in the secret store and nowhere else. */
export interface Credential {
  readonly adminEmail: string;
  readonly apiToken: Secret;
  /** What the check found out about the credential and later calls must know, e.g. which host it works on. */
  readonly found: Readonly<Record<string, string>>;
}

/** Who counts as an administrator of the target: names compared ignoring case; `strict` makes one of them a must. */
export interface AdminPolicy {
  readonly adminGroups: readonly string[];
  readonly strict: boolean;
}

/** The check's lines in the order they are shown, the account the credential belongs to, and what it found out. */
export interface CheckReport {
  readonly lines: readonly CheckLine[];
  readonly account?: Principal;
  readonly found: Readonly<Record<string, string>>;
}

/** A search by e-mail: a sure hit, people who might be it but hide their address, or nobody. */
export type FoundByEmail =
  | { readonly kind: 'found'; readonly principal: Principal }
  | { readonly kind: 'uncertain'; readonly candidates: readonly Principal[] }
  | { readonly kind: 'none' };

/** `accountId`: as the target has named it, never a guess. Absent: there is an account, and nobody says which. */
export interface Invited {
  readonly outcome: 'invited' | 'already';
  readonly accountId?: string;
}

/** What was seen before a change: somebody who may have it, something that may be given. */
export interface Look {
  /** Whether the person held it at that moment. */
  readonly held: boolean;
  /** Gives and reads back. `already` although it was not held: somebody else gave it since, and it is not ours. */
  give(): Promise<'granted' | 'already'>;
}

/** A live, authenticated conversation with one target system. Every failure is a `Fault`. */
export interface Target {
  /** Proves the credential. Answers lines, failed ones too; throws only when the target could not be asked at all. */
  check(policy: AdminPolicy): Promise<CheckReport>;
  /** People who may look after a connection: the application's licensed users. */
  searchPeople(query: string, cursor?: string): Promise<Page<Option>>;
  /** Groups that open the application; for a rule, any group that is typed. Blocked ones are listed with the reason. */
  searchGroups(query: string, cursor?: string, options?: Choosing): Promise<Page<Option>>;
  /** The same people as the search would show, by id, as they are now. Unknown ids are left out. */
  describePeople(ids: readonly string[]): Promise<readonly Option[]>;
  /** The same groups as the search would show, by id, as they are now. Unknown ids are left out. */
  describeGroups(ids: readonly string[], options?: Choosing): Promise<readonly Option[]>;
  find(id: string): Promise<Principal | undefined>;
  findByEmail(email: string): Promise<FoundByEmail>;
  holdings(who: Principal): Promise<readonly Entitlement[]>;
  /** Everybody who holds it, from a listing that is proven whole. Throws `Fault('unverified')` when it is not. */
  members(what: Entitlement): Promise<readonly Principal[]>;
  /** Throws a `Fault` with its reason when it may not be given to anybody, or never to `to`. Looks at nobody. */
  mustBeGivable(what: Entitlement, options?: Giving): Promise<void>;
  /** What has to be known before it is given. Throws a `Fault` with its reason when it may not be given. */
  look(who: Principal, what: Entitlement, options?: Naming): Promise<Look>;
  /** Looks, gives, and reads back. Throws `Fault('unverified')` when the access cannot be seen afterwards. */
  grant(who: Principal, what: Entitlement, options?: Naming): Promise<'granted' | 'already'>;
  /** Takes, and reads back. Throws `Fault('unverified')` when the access can still be seen afterwards. */
  revoke(who: Principal, what: Entitlement, options?: Taking): Promise<'revoked' | 'already'>;
  /**
   * Reads ahead what the next changes go by, so that they need not read it themselves. Changes nothing. `ending`: what
   * is going to be taken soon.
   */
  readAhead(ending: readonly Entitlement[]): Promise<void>;
  /** Asks somebody without an account to join. Idempotent: a second invitation sends nothing. */
  invite(email: string): Promise<Invited>;
  /** Whether an account can be seen. One that was made a moment ago is waited for, for some seconds. */
  isSeen(id: string): Promise<boolean>;
}

/** What the fields of one connection say, read and cleaned. */
export interface Facts {
  readonly name: string;
  readonly applicationAdmin: string;
  readonly defaultGroups: readonly string[];
  /** ISO date `YYYY-MM-DD`: the day on which the token ends, as an administrator recorded it. */
  readonly tokenExpiresOn?: string;
}

export interface CredentialInput {
  readonly adminEmail: string;
  readonly apiToken: string;
}

/** Code that knows one kind of application. */
export interface Connector {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly fields: readonly Field[];
  readonly facts: z.ZodType<Facts>;
  readonly credential: z.ZodType<CredentialInput>;
  /** What a rule names when it names a group. */
  groupEntitlement(group: { readonly id: string; readonly name: string }): Entitlement;
  open(credential: Credential, installation: Installation): Target;
}

export function getConnector(connectors: readonly Connector[], key: string): Connector {
  const found = connectors.find((connector) => connector.key === key);
  if (!found) throw new Fault('not-found', 'There is no such integration.');
  return found;
}

/** Reads what was typed into one part of a form, or says which field is wrong and why. */
export function readFields<T>(shape: z.ZodType<T>, raw: unknown): T {
  const parsed = shape.safeParse(raw);
  if (!parsed.success) throw invalid(parsed.error.issues);
  return parsed.data;
}
