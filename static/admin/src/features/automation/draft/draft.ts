import type { RuleInput } from '@contract/rule';

export type FieldRef = RuleInput['trigger']['conditions'][number]['field'];
export type OptionRef = RuleInput['trigger']['conditions'][number]['anyOf'][number];
export type GroupRef = RuleInput['approval']['exempt'][number];
export type StatusRef = RuleInput['decision']['approved'][number];
export type AccessKind = RuleInput['access']['kind'];

/** A length of time as it is typed. */
export interface Span {
  readonly amount: string;
  readonly unit: 'hours' | 'days';
}

/** What an option of a field stands for. Those of a field that was left for another one are kept, and not sent. */
export type Mapped<Meaning> = Meaning & { readonly fieldId: string; readonly option: OptionRef };

/**
 * A rule while it is being written. It holds more than it sends: what was chosen for one kind is still there when
 * somebody comes back to it. What is not chosen yet has an empty id.
 */
export interface RuleDraft {
  readonly naming: { readonly text: string; readonly isTyped: boolean };
  readonly trigger: RuleInput['trigger'];
  readonly access: {
    readonly kind: AccessKind;
    readonly connectionId: string;
    readonly by: 'level' | 'groups';
    /** The field that names applications, and the one that names levels or groups. */
    readonly application: FieldRef;
    readonly field: FieldRef;
    readonly applications: readonly Mapped<{ readonly connectionId: string }>[];
    readonly choices: readonly Mapped<{ readonly groups: readonly GroupRef[] }>[];
    readonly reason: FieldRef;
  };
  readonly beneficiary: {
    readonly kind: RuleInput['beneficiary']['kind'];
    readonly person: FieldRef;
    readonly email: FieldRef;
    readonly invite: boolean;
  };
  readonly end: {
    readonly kind: RuleInput['end']['kind'];
    readonly after: Span;
    readonly date: FieldRef;
    readonly choice: FieldRef;
    readonly number: FieldRef;
    readonly choices: readonly Mapped<{ readonly span: Span }>[];
    readonly required: boolean;
    readonly atMost: Span;
  };
  readonly approval: {
    readonly by: RuleInput['approval']['by'];
    readonly sources: readonly SourceKind[];
    readonly people: readonly string[];
    readonly groups: readonly GroupRef[];
    readonly fields: readonly FieldRef[];
    readonly need: 'any' | 'all';
    readonly count: string;
    readonly approversField: FieldRef;
    readonly remind: Span;
    readonly cancel: Span;
    readonly exempt: readonly GroupRef[];
  };
  readonly decision: { readonly approved: readonly StatusRef[]; readonly declined: readonly StatusRef[] };
  readonly outcome: { readonly fulfilled: StatusRef; readonly failed: StatusRef };
  /** For which request type fields and statuses were proposed already: what was taken away is not put back. */
  readonly proposed: { readonly requestTypeId: string };
}

export const sourceKinds = ['application-admin', 'people', 'group', 'field'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export const noField: FieldRef = { id: '', name: '', kind: 'text' };
export const noStatus: StatusRef = { id: '', name: '' };
export const noSpan: Span = { amount: '', unit: 'hours' };

export const blankDraft: RuleDraft = {
  naming: { text: '', isTyped: false },
  trigger: {
    deskId: '',
    projectId: '',
    projectName: '',
    requestTypeId: '',
    requestTypeName: '',
    conditions: [],
  },
  access: {
    kind: 'group-membership',
    connectionId: '',
    by: 'level',
    application: noField,
    field: noField,
    applications: [],
    choices: [],
    reason: noField,
  },
  beneficiary: { kind: 'requester', person: noField, email: noField, invite: false },
  end: {
    kind: 'never',
    after: noSpan,
    date: noField,
    choice: noField,
    number: noField,
    choices: [],
    required: false,
    atMost: noSpan,
  },
  approval: {
    by: 'record',
    sources: ['application-admin'],
    people: [],
    groups: [],
    fields: [],
    need: 'any',
    count: '1',
    approversField: noField,
    remind: noSpan,
    cancel: noSpan,
    exempt: [],
  },
  decision: { approved: [], declined: [] },
  outcome: { fulfilled: noStatus, failed: noStatus },
  proposed: { requestTypeId: '' },
};

/** What the options of the field that is chosen now stand for. */
export const ofField = <Meaning>(mapped: readonly Mapped<Meaning>[], { id }: FieldRef): Mapped<Meaning>[] =>
  mapped.filter(({ fieldId }) => fieldId === id);
