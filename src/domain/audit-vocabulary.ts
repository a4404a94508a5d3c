import type { Unasked } from './asking';
import type { FaultCode } from './fault';
import type { ProblemCode } from './grant';

/** What each event of the audit trail may tell: ids and words, no name, no secret. */
export interface Vocabulary extends ConnectionEvents, RuleEvents, RequestEvents, GrantEvents {}

interface ConnectionEvents {
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

/** `version` is the one that the change made; of a deleted rule, the last one. */
type RuleChanged = {
  readonly version: number;
  readonly changed?: readonly string[];
};
interface RuleEvents {
  'rule.created': RuleChanged;
  'rule.updated': RuleChanged;
  'rule.enabled': RuleChanged;
  'rule.disabled': RuleChanged;
  'rule.deleted': RuleChanged;
}

type Counted = { readonly given: number; readonly failed: number };
/** `until` is an ISO instant, `never`, or a span such as `8 hours`. */
interface RequestEvents {
  'request.received': { readonly rule: string; readonly ruleVersion: number; readonly requester: string };
  /** What it asks for cannot be looked up yet. */
  'request.waiting': { readonly why: string };
  'request.understood': {
    readonly hash: string;
    readonly beneficiary?: string;
    readonly groups: readonly string[];
    readonly until: string;
  };
  /** Who is to be asked. */
  'request.routed': { readonly asked: readonly string[] };
  /** Those who may approve it stand in the approvers field of the ticket. */
  'request.asked': { readonly people: readonly string[] };
  /** Nobody who may approve it does. */
  'request.unasked': { readonly why: Unasked };
  /** `by` answered. When, the service desk does not say: the event tells when it was heard of. */
  'request.answered': {
    readonly by: string;
    readonly decision: 'approved' | 'declined';
    readonly approval: string;
  };
  'request.refused': { readonly why: string; readonly about?: string };
  /** `decidedAt`: the desk's own instant of what decided it, the last answer or the move. An exemption has none. */
  'request.approved': {
    readonly by: 'record' | 'status' | 'exempt';
    readonly approval?: string;
    readonly approvers: readonly string[];
    readonly decidedAt?: string;
    readonly until: string;
  };
  'request.declined': { readonly by?: string; readonly decidedAt?: string };
  'request.voided': { readonly why: string };
  /** `by`: who moved the ticket on, where its changelog says so. */
  'request.quarantined': { readonly why: string; readonly by?: string };
  'request.cancelled': { readonly why: string };
  /** Its deadline had cancelled it before: nothing is given. */
  'request.approved-late': {
    readonly by: 'record' | 'status';
    readonly approvers: readonly string[];
    readonly decidedAt?: string;
  };
  /** Written before anybody is invited, and once it is known which account is theirs. */
  'request.inviting': { readonly [none: string]: never };
  'request.invited': { readonly person: string };
  'request.provisioning': { readonly [none: string]: never };
  'request.fulfilled': Counted;
  'request.partly-fulfilled': Counted;
  'request.failed': Counted;
  'request.told': { readonly keys: readonly string[] };
  'request.reminded': { readonly asked: readonly string[] };
  /** The ticket cannot be seen, and can be seen again. */
  'request.hidden': { readonly [none: string]: never };
  'request.seen': { readonly [none: string]: never };
}

interface GrantEvents {
  /** Written before anything is done: no durable intent, no effect. */
  'grant.intended': {
    readonly grant: string;
    readonly person: string;
    readonly resource: string;
    readonly heldBefore: boolean;
    readonly until: string;
  };
  'grant.succeeded': { readonly grant: string; readonly outcome: 'granted' | 'already' };
  'grant.failed': { readonly grant: string; readonly code: ProblemCode };
  'grant.blocked': { readonly grant: string; readonly code: ProblemCode };
  'grant.unverified': { readonly grant: string; readonly way: 'in' | 'out' };
  /** `leaving`: how many people that round would have taken out of the resource. */
  'grant.braked': { readonly grant: string; readonly leaving: number };
  'grant.retried': { readonly grant: string };
  'grant.unbraked': { readonly grant: string };
  'grant.withdrawing': { readonly grant: string; readonly why: string };
  'grant.revoked': { readonly grant: string; readonly outcome: 'revoked' | 'already' };
  'grant.released': { readonly grant: string; readonly why: string };
  'grant.overdue': { readonly grant: string };
  'grant.drifted': { readonly grant: string };
  'grant.returned': { readonly grant: string };
  'grant.extended': { readonly grant: string; readonly before: string; readonly after: string };
  'grant.acknowledged': { readonly grant: string; readonly code: string };
}
