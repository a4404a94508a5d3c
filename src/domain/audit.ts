import type { FaultCode } from './fault';

/** The vocabulary of the audit trail, and what each event may tell: ids and words, no name, no secret. */
interface Vocabulary {
  'connection.created': {
    readonly connector: string;
    readonly applicationAdmin: string;
    readonly groups: readonly string[];
  };
  /** The names of the fields that changed. */
  'connection.updated': {
    readonly changed: readonly string[];
    readonly applicationAdminBefore?: string;
    readonly applicationAdminAfter?: string;
    readonly groupsAdded?: readonly string[];
    readonly groupsRemoved?: readonly string[];
    readonly tokenExpiresBefore?: string;
    readonly tokenExpiresAfter?: string;
  };
  'connection.rotated': { readonly account: string };
  'connection.disconnected': { readonly dependents: readonly string[] };
  /** `failed` holds the keys of the check lines that failed. */
  'connection.checked': { readonly health: string; readonly failed: readonly string[] };
  'connection.failed': { readonly during: string; readonly code: FaultCode };
  'connection.token-expiring': { readonly daysLeft: number };
  'credential.drafted': { readonly connector: string; readonly account: string };
  /** A draft was put out of use: too old, given up, or followed by another. Its credential is deleted next. */
  'credential.withdrawn': { readonly connector: string };
  'credential.discarded': { readonly connector: string };
  'settings.updated': { readonly changed: readonly string[]; readonly strict: boolean };
}

export type AuditKey = keyof Vocabulary;

export type Actor = { readonly kind: 'user'; readonly id: string } | { readonly kind: 'schedule' };

/**
 * One thing that happened. `id` is made from facts, so that the same thing told twice is one event. `schema` is the
 * version of this shape: it goes up when a reader must learn something new.
 */
export type AuditEvent = {
  [K in AuditKey]: {
    readonly id: string;
    readonly schema: 1;
    readonly what: K;
    readonly at: Date;
    readonly by: Actor;
    /** What it happened to, e.g. `connection#…`. */
    readonly on: string;
    readonly detail: Vocabulary[K];
  };
}[AuditKey];
