/** What the pages show. Plain JSON, ids in place of names: names are resolved when shown. */

export interface FieldView {
  name: string;
  kind: 'text' | 'email' | 'secret' | 'date' | 'person' | 'groups';
  label: string;
  help: string;
  required: boolean;
}

export interface ConnectorView {
  key: string;
  name: string;
  description: string;
  fields: FieldView[];
}

export interface CheckLineView {
  key: string;
  label: string;
  outcome: 'passed' | 'warned' | 'failed' | 'skipped';
  finding: string;
  remedy?: string;
  field?: string;
}

/** `unreachable`: the site could not be asked lately, which says nothing about the credential. */
export type HealthState = 'healthy' | 'warning' | 'broken' | 'unreachable' | 'unchecked';

export interface HealthView {
  state: HealthState;
  /** ISO instant of the last check, absent when there was none yet. */
  checkedAt?: string;
  /** What is wrong, in plain words; absent when nothing is. */
  cause?: string;
  remedy?: string;
  /** The lines of the last check. */
  lines: CheckLineView[];
}

/** The recorded end of the token. `level` follows the warnings at 30, 14, 7 and 1 days. */
export interface TokenExpiryView {
  /** ISO date. */
  on: string;
  daysLeft: number;
  level: 'none' | 'notice' | 'soon' | 'urgent' | 'last-day' | 'expired';
}

export interface ConnectionView {
  id: string;
  /** Goes up by one with every change. Sent back with a change, so that nobody overwrites what they have not seen. */
  version: number;
  connector: string;
  connectorName: string;
  name: string;
  /** Account id of whom the stored credential belongs to. */
  account: string;
  /** Account id. */
  applicationAdmin: string;
  /** Group ids. */
  defaultGroups: string[];
  tokenExpiry?: TokenExpiryView;
  health: HealthView;
  /** Rules that use this connection. */
  usedBy: DependentView[];
  /** ISO instant. */
  createdAt: string;
  /** ISO instant. */
  changedAt: string;
}

/** Something that stops working without the connection. */
export interface DependentView {
  kind: 'rule';
  id: string;
  name: string;
}

/** The outcome of a credential check. `draft` is there when the credential was accepted, and stands for it. */
export interface CredentialView {
  draft?: string;
  /** ISO instant after which the draft is forgotten. */
  draftExpiresAt?: string;
  account?: { id: string; name: string };
  lines: CheckLineView[];
}

export interface OptionView {
  id: string;
  name: string;
  detail?: string;
  avatarUrl?: string;
  /** Why it cannot be chosen. Absent: it can. */
  blocked?: string;
}

export interface PageView<T> {
  items: T[];
  next?: string;
  /** More match than can be listed: only a longer query finds them. */
  isCut?: boolean;
}

/** One thing that happened. `by` and `detail` hold ids and words, never names or secrets. */
export interface AuditEventView {
  id: string;
  what: string;
  /** ISO instant. */
  at: string;
  by: { kind: 'user'; id: string } | { kind: 'schedule' } | { kind: 'event' };
  detail: Record<string, string | number | boolean | string[]>;
}

export interface SettingsView {
  version: number;
  adminGroups: string[];
  strict: boolean;
}

/** What went wrong, for the person at the screen. */
export interface Problem {
  code: string;
  message: string;
  /** What to do now, when there is something to do. */
  remedy?: string;
  /** One sentence for each wrong field, under the field's name. */
  fields?: Record<string, string>;
  /** Seconds to wait before trying again, when the site asked for that. */
  retryAfterSeconds?: number;
  /** Joins what is shown to what was logged. */
  trace: string;
}

export type Reply<T> = { ok: true; value: T } | { ok: false; problem: Problem };
