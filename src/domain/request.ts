import { withoutTrouble, type Asking } from './asking';
import type { Message } from './message';
import type { GroupRef } from './rule';

export type RequestState =
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

/** What is asked for, frozen. `content` is its canonical text, `hash` that text's digest: approval binds to it. */
export interface Snapshot {
  readonly requester: string;
  /** Account id; absent for somebody who is only known by an address so far. */
  readonly beneficiary?: string;
  /** Somebody to be invited. The address stays on the ticket; this is its digest. */
  readonly inviteeDigest?: string;
  readonly connectionId: string;
  readonly groups: readonly GroupRef[];
  /** Groups are given although protected, because the rule names them by id. */
  readonly privileged: boolean;
  readonly until: Until;
  /** The beneficiary's time zone, in which ends are said. */
  readonly zone: string;
  readonly reasonDigest?: string;
  readonly hash: string;
  /** Digest of what the ticket itself says: it changes when somebody edits what the rule reads. */
  readonly askedHash: string;
  /** How many changes of bound fields the ticket had when this was frozen. */
  readonly changesSeen: number;
}

/** The end that was asked for. `at` is an instant; what was written of it is kept for the reader. */
export type Until =
  | { readonly kind: 'never' }
  | { readonly kind: 'for'; readonly hours: number }
  | { readonly kind: 'at'; readonly at: Date; readonly zone: string };

/** Why access may be given. */
export type Approval =
  | { readonly kind: 'record'; readonly id: string; readonly by: readonly string[]; readonly at: Date }
  | { readonly kind: 'status'; readonly by: string; readonly at: Date; readonly statusId: string }
  | { readonly kind: 'exempt'; readonly groupId: string };

/** An answer to an approval of the service desk, as it was heard. */
export interface HeardAnswer {
  /** The id of the approval. */
  readonly approval: string;
  readonly by: string;
  readonly decision: 'approved' | 'declined';
}

/** Somebody who is, or was, invited. `accountId`: theirs, as the target has named it. */
export interface Invitee {
  readonly askedAt: Date;
  readonly accountId?: string;
}

export interface AccessRequest {
  readonly issueId: string;
  readonly version: number;
  readonly state: RequestState;
  /** For reading only. */
  readonly key: string;
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly requester: string;
  readonly snapshot?: Snapshot;
  /** Account ids of those whom the app put into the approvers field of the ticket. */
  readonly asked: readonly string[];
  /** Every answer that was heard: each is told once. */
  readonly heard?: readonly HeardAnswer[];
  /** Absent: nobody was to be asked yet. */
  readonly asking?: Asking;
  readonly approval?: Approval;
  readonly invitee?: Invitee;
  /** Fixed when it is approved. Absent: permanent, or not approved yet. */
  readonly endsAt?: Date;
  /** The latest end of what it gave, once an administrator changed one. What is yet to be given ends as approved. */
  readonly lastsUntil?: Date;
  /** When the last of what it gave had ended. */
  readonly endedAt?: Date;
  /** Why it is where it is: a stable code. */
  readonly why?: string;
  /** Names what the code is about, e.g. a field. Never a person's name. */
  readonly about?: string;
  readonly receivedAt: Date;
  readonly changedAt: Date;
  /** Since when the ticket cannot be seen: deleted, or hidden for a while. */
  readonly goneSince?: Date;
  readonly remindAt?: Date;
  readonly cancelAt?: Date;
  /** When its deadline cancelled it. */
  readonly cancelledAt?: Date;
  /** When somebody has to look again even if nothing is heard. */
  readonly wakeAt?: Date;
  /** What has still to be done on the ticket, in this order. */
  readonly outbox: readonly Outgoing[];
}

/** `key` makes each thing said once, however often it is tried. */
export type Outgoing = Ask | Say | { readonly kind: 'move'; readonly key: string; readonly statusId: string };

export interface Say {
  readonly kind: 'say';
  readonly key: string;
  readonly message: Message;
}

/** Whoever is to be asked. One that the desk refuses stays, and is tried again. */
export interface Ask {
  readonly kind: 'ask';
  readonly key: string;
  readonly fieldId: string;
  readonly people: readonly string[];
  /** What the ticket is told once they are asked, and what it is told first if they cannot be. */
  readonly asked: readonly Say[];
  readonly refused: readonly Say[];
}

export const isAsk = (each: Outgoing): each is Ask => each.kind === 'ask';

/** For when nobody is to be asked any more. */
export function withoutAsking<T extends Pick<AccessRequest, 'outbox' | 'asking'>>(request: T): T {
  const { asking, outbox } = request;
  return {
    ...request,
    ...(asking && { asking: withoutTrouble(asking) }),
    outbox: outbox.filter((each) => !isAsk(each)),
  };
}

export const openStates: readonly RequestState[] = [
  'received',
  'awaiting-approval',
  'approved',
  'provisioning',
  'quarantined',
];
/** Whether the request can still become something else by itself. */
export const isOpen = ({ state }: Pick<AccessRequest, 'state'>): boolean => openStates.includes(state);

/** Cancelled by its deadline, and nobody was seen to approve it since. */
export const isOutOfTime = (
  request: AccessRequest,
): request is AccessRequest & { readonly cancelledAt: Date } =>
  request.state === 'cancelled' && isOfDeadline(request.why) && request.cancelledAt !== undefined;

/** `not-asked`: its time ran out before anybody could be asked. */
export const isOfDeadline = (why: string | undefined): boolean => why === 'deadline' || why === 'not-asked';

/** How long a ticket may be out of sight before it counts as gone: permissions are taken by mistake, and given back. */
const LONGEST_HIDDEN_MS = 60 * 60_000;

/** From when on its ticket counts as gone, should it not be seen before. */
export const goneFrom = ({ goneSince }: Pick<AccessRequest, 'goneSince'>): Date | undefined =>
  goneSince && new Date(goneSince.getTime() + LONGEST_HIDDEN_MS);

/** Approved, and not all of it is given or given up yet. */
export const isBegun = ({ state }: Pick<AccessRequest, 'state'>): boolean =>
  state === 'approved' || state === 'provisioning';
