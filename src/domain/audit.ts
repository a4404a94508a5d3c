import type { Vocabulary } from './audit-vocabulary';

/** Every event that there is. What is not named here cannot be written, and is not read back. */
export const auditKeys = [
  'connection.created',
  'connection.updated',
  'connection.rotated',
  'connection.disconnected',
  'connection.checked',
  'connection.failed',
  'connection.token-expiring',
  'credential.drafted',
  'credential.withdrawn',
  'credential.discarded',
  'settings.updated',
  'rule.created',
  'rule.updated',
  'rule.enabled',
  'rule.disabled',
  'rule.deleted',
  'request.received',
  'request.waiting',
  'request.understood',
  'request.routed',
  'request.asked',
  'request.unasked',
  'request.answered',
  'request.refused',
  'request.approved',
  'request.declined',
  'request.voided',
  'request.quarantined',
  'request.cancelled',
  'request.approved-late',
  'request.inviting',
  'request.invited',
  'request.provisioning',
  'request.fulfilled',
  'request.partly-fulfilled',
  'request.failed',
  'request.told',
  'request.reminded',
  'request.hidden',
  'request.seen',
  'grant.intended',
  'grant.succeeded',
  'grant.failed',
  'grant.blocked',
  'grant.unverified',
  'grant.braked',
  'grant.unbraked',
  'grant.retried',
  'grant.withdrawing',
  'grant.revoked',
  'grant.released',
  'grant.overdue',
  'grant.drifted',
  'grant.returned',
  'grant.extended',
  'grant.acknowledged',
] as const satisfies readonly (keyof Vocabulary)[];
export type AuditKey = (typeof auditKeys)[number];

/** `event`: something that was heard of the site, or the work that followed from it. */
export type Actor =
  { readonly kind: 'user'; readonly id: string } | { readonly kind: 'schedule' } | { readonly kind: 'event' };

interface Happened<K extends AuditKey, D> {
  readonly id: string;
  readonly schema: 1;
  readonly what: K;
  readonly at: Date;
  readonly by: Actor;
  /** What it happened to, e.g. `connection#…`. */
  readonly on: string;
  readonly detail: D;
}

/**
 * One thing that happened. `id` is made from facts, so that the same thing told twice is one event. `schema` is the
 * version of this shape: it goes up when a reader must learn something new.
 */
export type AuditEvent = { [K in AuditKey]: Happened<K, Vocabulary[K]> }[AuditKey];

/** An event as it is read back: for showing, so its details are taken as they are. */
export type RecordedEvent = Happened<AuditKey, Readonly<Record<string, Detail>>>;
export type Detail = string | number | boolean | readonly string[];
