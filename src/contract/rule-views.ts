import type { RequestStateView } from './request-views';
import type { RuleInput } from './rule';

/** What the page Automation shows. Plain JSON; people by id, resolved when shown. */

export interface DeskView {
  id: string;
  projectId: string;
  projectKey: string;
  projectName: string;
  requestTypes: { id: string; name: string; description: string }[];
}

export type FieldKind = RuleInput['trigger']['conditions'][number]['field']['kind'];

export interface FormFieldView {
  id: string;
  name: string;
  /** `other`: a field that no rule can be mapped to. */
  kind: FieldKind | 'other';
  required: boolean;
  options: { id: string; label: string }[];
}

export interface FormView {
  /** Fields that are on the request type's form, in its order. */
  fields: FormFieldView[];
  /** Fields of tickets that are not on the form: the approvers field may be one of them. */
  ticketFields: FormFieldView[];
  statuses: { id: string; name: string; category: 'new' | 'in-progress' | 'done' }[];
}

export interface RuleRowView {
  id: string;
  version: number;
  name: string;
  state: 'enabled' | 'disabled';
  kind: RuleInput['access']['kind'];
  projectName: string;
  requestTypeName: string;
  /** E.g. "Access level = HR readers". */
  conditions: string[];
  connections: { id: string; name: string }[];
  /** Names of the groups that it can give; empty for the default groups of a connection. */
  groups: string[];
  approval: RuleInput['approval'];
  /** ISO instant of the last request that it was used for. */
  lastUsedAt?: string;
}

export interface RuleView {
  id: string;
  version: number;
  state: 'enabled' | 'disabled';
  rule: RuleInput;
  changedBy: string;
  changedAt: string;
  /** Requests that are not over, and live grants: they keep their version whatever becomes of the rule. */
  inFlight: {
    requests: number;
    grants: number;
    /** There may be more of them. */
    isCut?: true;
  };
}

export interface RuleVersionView {
  version: number;
  state: 'enabled' | 'disabled';
  changedBy: string;
  changedAt: string;
  rule: RuleInput;
}

export interface RuleVersionsView {
  items: RuleVersionView[];
  /** Those below this one are on the next page. Absent: there are none. */
  next?: number;
}

/** One line of a trial, in the order in which the rule thinks. */
export interface TrialLineView {
  label: string;
  outcome: 'passed' | 'failed' | 'skipped';
  finding: string;
}

/** What became of a ticket in fact, by the rule that answered it. */
export interface TakenUpView {
  issueId: string;
  /** Empty: that rule was deleted since. */
  ruleName: string;
  ruleVersion: number;
  state: RequestStateView;
  /** When everything that it gave had ended. */
  endedAt?: string;
  /** ISO instant, or never. Absent: nothing is given by it. */
  end?: { kind: 'never' } | { kind: 'at'; at: string };
}

export interface TrialView {
  issueKey: string;
  /** Absent: no rule has answered it. */
  taken?: TakenUpView;
  decision: 'give' | 'wait' | 'refuse' | 'declined' | 'quarantine' | 'void' | 'not-this-rule';
  /** Why that is the decision; empty where the lines say it. */
  why: string;
  lines: TrialLineView[];
  beneficiary?: string;
  groups: { id: string; name: string }[];
  /** When the access would end. Absent: that much was not understood. */
  until?: { kind: 'never' } | { kind: 'for'; hours: number } | { kind: 'at'; at: string };
  approvers: string[];
}
