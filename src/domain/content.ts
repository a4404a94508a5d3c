import type { Snapshot, Until } from './request';
import type { Ticket, TicketChange } from './ticket';

/** What an approval is for. Two requests with the same content are the same request. */
export interface Content extends Pick<
  Snapshot,
  | 'requester'
  | 'beneficiary'
  | 'inviteeDigest'
  | 'connectionId'
  | 'groups'
  | 'until'
  | 'reasonDigest'
  | 'privileged'
> {
  readonly issueId: string;
  readonly ruleId: string;
  readonly ruleVersion: number;
}

/** Canonical text: every part has its place, and the order in which groups were named does not count. */
export const contentOf = (content: Content): string =>
  JSON.stringify([
    'access-request',
    content.issueId,
    content.ruleId,
    content.ruleVersion,
    content.requester,
    content.beneficiary ?? null,
    content.inviteeDigest ?? null,
    content.connectionId,
    [...new Set(content.groups.map(({ id }) => id))].sort(),
    untilOf(content.until),
    content.reasonDigest ?? null,
    content.privileged,
  ]);

/** The instant counts, not how it was written down. */
function untilOf(until: Until): readonly (string | number)[] {
  switch (until.kind) {
    case 'never':
      return ['never'];
    case 'for':
      return ['for', until.hours];
    case 'at':
      return ['at', until.at.toISOString()];
  }
}

/** The changes of what a rule reads. An edit that was taken back is two of them. */
export const changesOf = (
  { changes }: Pick<Ticket, 'changes'>,
  bound: readonly string[],
): readonly TicketChange[] => changes.filter(({ field }) => bound.includes(field));

export const boundChanges = (ticket: Pick<Ticket, 'changes'>, bound: readonly string[]): number =>
  changesOf(ticket, bound).length;
