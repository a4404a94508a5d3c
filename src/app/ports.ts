import type { People, ServiceDesk } from './desk-ports';
import type { Grants, Holdings, Queue, Requests, RuleBook, Rules } from './governance-ports';
import type { AdminPolicy, Connector, Credential, Installation, Page } from '../connectors/connector';
import type { AuditEvent, RecordedEvent } from '../domain/audit';
import type { Connection } from '../domain/connection';
import type { Draft } from '../domain/draft';
import type { Grant } from '../domain/grant';
import type { Health } from '../domain/health';
import type { Holding } from '../domain/holding';
import type { AccessRequest } from '../domain/request';
import type { Rule } from '../domain/rule';
import type { Settings } from '../domain/settings';

export interface Clock {
  now(): Date;
}

/** A connection together with what is known of its health. */
export interface Watched {
  readonly connection: Connection;
  readonly health?: Health;
}

export interface Connections {
  /** May lag behind a write: for showing, never for deciding. */
  list(): Promise<readonly Watched[]>;
  find(id: string): Promise<Watched | undefined>;
  /** The id of the connection that has this name, however it is written. */
  findHolder(name: string): Promise<string | undefined>;
  /** What the guard of its use holds: see `usingNow`. */
  lastUse(id: string): Promise<string>;
}

export interface Drafts {
  list(): Promise<readonly Draft[]>;
  find(id: string): Promise<Draft | undefined>;
}

/** The secret store. Nothing else ever holds a token. */
export interface Credentials {
  find(id: string): Promise<Credential | undefined>;
  keep(id: string, credential: Credential): Promise<void>;
  forget(id: string): Promise<void>;
}

/**
 * What must not have moved when a change is written. `free`: nobody has it. `new`: an id nobody else can know yet. What
 * becomes what it was is looked at and left alone, so that nobody gets in the way of anybody by it.
 */
export interface Guard {
  readonly on:
    | {
        readonly kind: 'connection' | 'connection-use' | 'health' | 'draft' | 'request' | 'holding';
        readonly id: string;
      }
    | { readonly kind: 'connection-name'; readonly name: string }
    | { readonly kind: 'settings' | 'rule-book' };
  readonly was: string;
  readonly becomes: string;
}
export const FREE = 'free';
export const NEW = 'new';

export type Put =
  | { readonly kind: 'connection'; readonly value: Connection }
  | { readonly kind: 'health'; readonly value: Health }
  | { readonly kind: 'draft'; readonly value: Draft }
  | { readonly kind: 'settings'; readonly value: Settings }
  /** The rule as it is now, and its version for good. */
  | { readonly kind: 'rule'; readonly value: Rule }
  | { readonly kind: 'rule-book'; readonly value: RuleBook }
  | { readonly kind: 'request'; readonly value: AccessRequest }
  | { readonly kind: 'grant'; readonly value: Grant }
  | { readonly kind: 'holding'; readonly value: Holding };

export interface Drop {
  readonly kind: 'connection' | 'health' | 'draft' | 'rule';
  readonly id: string;
}

/** A state and the event that tells of it are one write: there is no change without an event. */
export interface Change {
  readonly guards: readonly Guard[];
  readonly puts: readonly Put[];
  readonly drops: readonly Drop[];
  readonly events: readonly [AuditEvent, ...AuditEvent[]];
}

/** All of it or nothing. `moved`: one of the guards no longer was what the change expected. */
export type Commit = (change: Change) => Promise<'written' | 'moved'>;

/** Everything the work needs from outside, on one page. */
export interface Ports {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly connectors: readonly Connector[];
  /** `anew`: whatever is remembered of it. */
  readonly installation: (how?: 'anew') => Promise<Installation>;
  readonly connections: Connections;
  readonly drafts: Drafts;
  readonly credentials: Credentials;
  readonly rules: Rules;
  readonly requests: Requests;
  readonly grants: Grants;
  readonly holdings: Holdings;
  readonly desk: ServiceDesk;
  readonly people: People;
  readonly queue: Queue;
  /** A short digest of a text: the same for the same text, and nothing can be read from it. 40 hexadecimal digits. */
  readonly digest: (text: string) => string;
  /** Whether this run still has time for one more piece of work. */
  readonly hasTime: () => boolean;
  readonly settings: { read(): Promise<Settings> };
  readonly trail: { history(on: string, cursor?: string): Promise<Page<RecordedEvent>> };
  readonly commit: Commit;
  /** Tells the log about a failure that must not stop the rest of the work. */
  readonly report: (error: unknown) => void;
}

export const policyOf = ({ adminGroups, strict }: Settings): AdminPolicy => ({ adminGroups, strict });
