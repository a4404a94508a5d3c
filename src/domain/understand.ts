import { conditionsHold } from './match-rule';
import { problemsIn, readAccess } from './read-choice';
import { readEnd, type WantedEnd } from './read-end';
import { readBeneficiary, readReason } from './read-person';
import { unreadable, read, type Misunderstanding, type Read } from './read-field';
import type { GroupRef, RuleDefinition } from './rule';
import type { Ticket } from './ticket';

/** What a ticket asks for, in its own words: nobody was looked up yet. */
export interface Wanted {
  readonly requester: string;
  readonly beneficiary:
    { readonly kind: 'person'; readonly id: string } | { readonly kind: 'email'; readonly email: string };
  readonly connectionId: string;
  /** Empty for application access: that gives what the connection gives by default. */
  readonly groups: readonly GroupRef[];
  readonly privileged: boolean;
  readonly end: WantedEnd;
  readonly reason?: string;
  readonly invite: boolean;
  /** Ids of everything on the ticket that the rule reads. */
  readonly bound: readonly string[];
}
export type Understanding =
  | { readonly kind: 'understood'; readonly wanted: Wanted }
  | { readonly kind: 'misunderstood'; readonly problems: readonly Misunderstanding[] };

/** Reads a ticket by a rule. Everything is known by its id; nothing is ever looked up by a name. */
export function understand(rule: RuleDefinition, ticket: Ticket): Understanding {
  const fitting = readFitting(rule, ticket);
  const given = readAccess(rule.access, ticket);
  const who = readBeneficiary(rule.beneficiary, ticket);
  const end = readEnd(rule, ticket);
  const reason = readReason(rule, ticket);
  if (
    fitting.kind === 'unreadable' ||
    given.kind === 'unreadable' ||
    who.kind === 'unreadable' ||
    end.kind === 'unreadable' ||
    reason.kind === 'unreadable'
  ) {
    return { kind: 'misunderstood', problems: [fitting, given, who, end, reason].flatMap(problemsIn) };
  }
  return {
    kind: 'understood',
    wanted: {
      requester: ticket.reporter,
      beneficiary: who.value,
      ...given.value,
      privileged: rule.access.kind === 'privileged-access',
      end: end.value,
      ...(reason.value !== undefined && { reason: reason.value }),
      invite: rule.beneficiary.kind === 'email' && rule.beneficiary.invite,
      bound: boundOf(rule),
    },
  };
}

/** A ticket keeps its rule: edited into what another rule is for, it is not that rule's either. */
function readFitting({ trigger }: RuleDefinition, ticket: Ticket): Read<undefined> {
  if (ticket.reporter === '')
    return unreadable({ code: 'no-requester', text: 'The request has no reporter.' });
  if (conditionsHold(trigger.conditions, ticket)) return read(undefined);
  const text = 'The request was changed so that its rule is not for it any more.';
  return unreadable({ code: 'other-rule', text });
}

/** The name under which the changelog tells of another request type: the id of that field differs on every site. */
export const REQUEST_TYPE = 'Request Type';

/** Ids of everything on a ticket that a rule reads: who changes one of these changes what is asked for. */
export const boundOf = ({
  trigger,
  access,
  beneficiary,
  end,
  reason,
  approval,
}: RuleDefinition): readonly string[] => [
  ...new Set([
    'reporter',
    'project',
    'issuetype',
    REQUEST_TYPE,
    ...[
      ...trigger.conditions,
      access,
      ...(beneficiary.kind === 'requester' ? [] : [beneficiary]),
      ...('field' in end ? [end] : []),
      ...(reason ? [{ field: reason }] : []),
      ...approval.sources.flatMap((source) => (source.kind === 'field' ? [source] : [])),
    ].map(({ field }) => field.id),
  ]),
];
