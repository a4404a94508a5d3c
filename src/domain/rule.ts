import type { FieldKind, OptionRef } from './ticket';

/** Which JSM request leads to which access, who must approve, for how long. Every save is a new version. */
export interface Rule extends RuleDefinition {
  readonly id: string;
  readonly version: number;
  readonly state: 'enabled' | 'disabled';
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** What an administrator writes down. Names and labels are for reading; ids decide. */
export interface RuleDefinition {
  readonly name: string;
  readonly trigger: Trigger;
  readonly access: Access;
  readonly beneficiary: Beneficiary;
  readonly end: End;
  readonly reason?: FieldRef;
  readonly approval: ApprovalPolicy;
  readonly decision: { readonly approved: readonly StatusRef[]; readonly declined: readonly StatusRef[] };
  /** Where the ticket goes afterwards. Absent: it stays where it is. */
  readonly outcome: { readonly fulfilled?: StatusRef; readonly failed?: StatusRef };
}

export interface FieldRef {
  readonly id: string;
  readonly name: string;
  readonly kind: FieldKind;
}
export interface StatusRef {
  readonly id: string;
  readonly name: string;
}
export interface GroupRef {
  readonly id: string;
  readonly name: string;
}

export interface Trigger {
  readonly deskId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly requestTypeId: string;
  readonly requestTypeName: string;
  /** All of them must hold. They tell apart several rules of one request type. */
  readonly conditions: readonly Condition[];
}
/** The single-select field holds one of the options. */
export interface Condition {
  readonly field: FieldRef;
  readonly anyOf: readonly OptionRef[];
}

export type Access = ApplicationAccess | GroupAccess;
/** Each option of the field stands for a connection; it gives that connection's default groups. */
export interface ApplicationAccess {
  readonly kind: 'application-access';
  readonly field: FieldRef;
  readonly applications: readonly { readonly option: OptionRef; readonly connectionId: string }[];
}
/** Each option stands for groups, and these are the only groups that can be given. */
export interface GroupAccess {
  readonly kind: 'group-membership' | 'privileged-access';
  readonly connectionId: string;
  /** `level`: a friendly name for groups. `groups`: the options are groups, one each. */
  readonly by: 'level' | 'groups';
  readonly field: FieldRef;
  readonly choices: readonly { readonly option: OptionRef; readonly groups: readonly GroupRef[] }[];
}

export type Beneficiary =
  | { readonly kind: 'requester' }
  | { readonly kind: 'person'; readonly field: FieldRef }
  /** By address. `invite`: whoever has no account yet is invited once the request is approved. */
  | { readonly kind: 'email'; readonly field: FieldRef; readonly invite: boolean };

export type End =
  | { readonly kind: 'never' }
  | { readonly kind: 'after'; readonly hours: number }
  /** A date ends with that day in the beneficiary's time zone. */
  | {
      readonly kind: 'field';
      readonly field: FieldRef;
      readonly required: boolean;
      readonly maxHours?: number;
    }
  | {
      readonly kind: 'choice';
      readonly field: FieldRef;
      readonly required: boolean;
      readonly choices: readonly { readonly option: OptionRef; readonly hours: number }[];
    }
  | {
      readonly kind: 'hours';
      readonly field: FieldRef;
      readonly required: boolean;
      readonly maxHours: number;
    };

export type ApprovalSource =
  | { readonly kind: 'application-admin' }
  | { readonly kind: 'people'; readonly ids: readonly string[] }
  | { readonly kind: 'group'; readonly group: GroupRef }
  | { readonly kind: 'field'; readonly field: FieldRef };

export interface ApprovalPolicy {
  /** `status`: the ticket's status alone decides. Weaker, and marked so wherever it shows. */
  readonly by: 'record' | 'status';
  readonly sources: readonly ApprovalSource[];
  /** `all`: at least one approver out of every source. */
  readonly need: 'any' | 'all';
  /** How many distinct people. */
  readonly count: number;
  /** The field that JSM's approval step asks: the app fills it when the request arrives. */
  readonly approversField?: FieldRef;
  readonly remindAfterHours?: number;
  readonly cancelAfterHours?: number;
  /** Requesters in one of these groups need no approval. */
  readonly exempt: readonly GroupRef[];
}

/** The longest a time-limited access may last, in hours. */
export const MAX_HOURS = 366 * 24;
export const PRIVILEGED_MAX_HOURS = 90 * 24;

/** Connections that the rule cannot do without. */
export const connectionsOf = ({ access }: Pick<RuleDefinition, 'access'>): readonly string[] =>
  access.kind === 'application-access'
    ? [...new Set(access.applications.map(({ connectionId }) => connectionId))]
    : [access.connectionId];
