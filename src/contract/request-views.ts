import type { AuditEventView } from './views';

/** What the page Requests shows. Plain JSON; people by id, resolved when shown. */

export type RequestStateView =
  | 'received'
  | 'awaiting-approval'
  | 'approved'
  | 'provisioning'
  | 'fulfilled'
  | 'partly-fulfilled'
  | 'failed'
  | 'declined'
  | 'refused'
  | 'void'
  | 'quarantined'
  | 'cancelled';

export interface RequestRowView {
  issueId: string;
  key: string;
  state: RequestStateView;
  ruleId: string;
  ruleName: string;
  requester: string;
  beneficiary?: string;
  groups: { id: string; name: string }[];
  receivedAt: string;
  changedAt: string;
  /** ISO instant: the latest end of what it gave or asks for. Absent: permanent, or counted from the approval. */
  endsAt?: string;
  /** When everything that it gave had ended. */
  endedAt?: string;
  /** Why it is where it is, in plain words. */
  why?: string;
  /** Where the ticket is shown, a path on the site. */
  path: string;
}

export interface GrantView {
  id: string;
  issueId: string;
  accountId: string;
  group: { id: string; name: string };
  connectionId: string;
  state:
    'pending' | 'active' | 'due' | 'revoking' | 'revoked' | 'failed' | 'blocked' | 'unverified' | 'released';
  /** What it is on the way to, which its state alone does not say: it may be blocked on its way in or out. */
  way: 'in' | 'out';
  until?: string;
  /** Its end has passed and the access has not been seen to be gone. */
  overdue: boolean;
  problem?: { code: string; message: string; remedy: string };
  driftedAt?: string;
  acknowledgedBy?: string;
  createdAt: string;
  verifiedAt?: string;
  endedAt?: string;
  /** What an administrator may do with it now. */
  actions: ('retry' | 'withdraw' | 'extend' | 'acknowledge')[];
}

export interface RequestView extends RequestRowView {
  ruleVersion: number;
  hash?: string;
  /** A reason was read of the ticket. Its words stay there: only their digest is kept. */
  hasReason: boolean;
  /** Those who may approve it and were asked. */
  asked: string[];
  /** Nobody who may approve it is asked, for the reason in `why`: what can be done. */
  unasked?: { remedy: string };
  approval?:
    | { kind: 'record'; id: string; by: string[]; at: string }
    | { kind: 'status'; by: string; at: string }
    | { kind: 'exempt'; groupId: string };
  grants: GrantView[];
  /** Oldest first: asked, snapshot, routed, each decision, intent, effect, read-back, end. */
  timeline: AuditEventView[];
  retryable: boolean;
}

export interface AlertsView {
  overdue: number;
  blocked: number;
  /** Requests that nothing can be begun for until a person has mended something. */
  waiting: number;
  /** Requests that wait for an approval which nobody who may give it is asked for. */
  unasked: number;
  unverified: number;
  quarantined: number;
  stopped: number;
  drifted: number;
}

/** `cut`: of these there are more than were counted. */
export type CountedAlerts = AlertsView & { cut?: (keyof AlertsView)[] };
