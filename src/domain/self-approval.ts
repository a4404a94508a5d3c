import { changesOf } from './content';
import type { Snapshot } from './request';
import type { Ticket } from './ticket';

interface Asking {
  readonly snapshot: Pick<Snapshot, 'requester' | 'beneficiary'>;
  readonly ticket: Pick<Ticket, 'creator' | 'reporter' | 'changes'>;
  /** What the rule reads of the ticket. */
  readonly bound: readonly string[];
}

/**
 * Everybody who has a hand in the request, and so cannot approve it: whoever asks, whoever it is for, whoever raised
 * the ticket, and whoever wrote what now stands in a field that the rule reads.
 */
export function interestedIn({ snapshot, ticket, bound }: Asking): ReadonlySet<string> {
  const { requester, beneficiary } = snapshot;
  const editors = new Map(changesOf(ticket, bound).map(({ field, by }) => [field, by]));
  return new Set([
    requester,
    ...(beneficiary === undefined ? [] : [beneficiary]),
    ticket.creator,
    ticket.reporter,
    ...editors.values(),
  ]);
}

/** Whether every word of the request is the requester's own: nobody else's words can be exempt in their name. */
export const isOwnWords = ({ snapshot, ticket, bound }: Asking): boolean =>
  [ticket.creator, ticket.reporter, ...changesOf(ticket, bound).map(({ by }) => by)].every(
    (person) => person === snapshot.requester,
  );
