/** A JSM request as the service desk tells it: facts to be judged, never a state of ours. */
export interface Ticket {
  readonly issueId: string;
  /** For reading only: it changes when the issue moves. */
  readonly key: string;
  readonly projectId: string;
  /** Absent: it was not raised through a request type, or the type was taken off. */
  readonly requestTypeId?: string;
  readonly statusId: string;
  readonly isDone: boolean;
  /** Account ids. */
  readonly creator: string;
  readonly reporter: string;
  readonly createdAt: Date;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Oldest first. */
  readonly changes: readonly TicketChange[];
}

/** What one field holds. `other`: something that no rule can be mapped to. */
export type FieldValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'option'; readonly option: OptionRef }
  | { readonly kind: 'options'; readonly options: readonly OptionRef[] }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'people'; readonly ids: readonly string[] }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'date-time'; readonly at: Date }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'other' };

/** The kinds of field that a rule can be mapped to. */
export type FieldKind = Exclude<FieldValue['kind'], 'empty' | 'other'>;

/** The id decides. The label is what people saw when the rule was saved. */
export interface OptionRef {
  readonly id: string;
  readonly label: string;
}

/** One item of the changelog. `field` is `status`, `reporter`, `project`, `issuetype` or a custom field's id. */
export interface TicketChange {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The service desk's record of one approval: who was asked, who answered what, and when it was over. */
export interface ApprovalEvidence {
  readonly id: string;
  readonly decision: 'approved' | 'declined' | 'pending';
  readonly answers: readonly ApprovalAnswer[];
  readonly createdAt: Date;
  readonly completedAt?: Date;
}

export interface ApprovalAnswer {
  readonly by: string;
  readonly decision: 'approved' | 'declined' | 'pending';
  /** Whether the account is active, as the service desk says now. */
  readonly active: boolean;
}

/** Somebody of the site's directory, as the site tells it now. */
export interface Person {
  readonly id: string;
  readonly kind: 'person' | 'app' | 'customer';
  readonly active: boolean;
  /** IANA name, e.g. `Europe/Berlin`. */
  readonly timeZone: string;
  /** Ids of the groups they are in. */
  readonly groups: readonly string[];
}
