import type { Snapshot } from '../domain/request';
import type { Rule } from '../domain/rule';
import { interestedIn, isOwnWords } from '../domain/self-approval';
import type { Ticket } from '../domain/ticket';
import { boundOf } from '../domain/understand';
import { everybodyEntitled } from './entitled';
import type { Ports } from './ports';

export interface Route {
  /** The requester's group that makes an approval unnecessary. */
  readonly exemptGroupId?: string;
  /** Account ids of those to be asked: entitled, active, and not asked about their own access. */
  readonly asked: readonly string[];
}

interface Routing {
  readonly rule: Rule;
  readonly ticket: Ticket;
  readonly snapshot: Snapshot;
}

/** Who has to approve, or why nobody has to. */
export async function route(ports: Ports, routing: Routing): Promise<Route> {
  const exemptGroupId = await findExemption(ports, routing);
  if (exemptGroupId !== undefined) return { exemptGroupId, asked: [] };
  const { ticket, snapshot } = routing;
  const interested = interestedIn({ snapshot, ticket, bound: boundOf(routing.rule) });
  const others = (await everybodyEntitled(ports, routing)).filter((id) => !interested.has(id));
  const people = await Promise.all(others.map((id) => ports.people.find(id)));
  return {
    asked: people.flatMap((person) => (person?.active && person.kind === 'person' ? [person.id] : [])),
  };
}

/**
 * Asked anew each time: whoever has left the group in the meantime needs an approval, and so does what somebody else
 * wrote in the requester's name.
 */
export async function findExemption(
  ports: Ports,
  { rule, ticket, snapshot }: Routing,
): Promise<string | undefined> {
  if (rule.approval.exempt.length === 0) return undefined;
  if (!isOwnWords({ snapshot, ticket, bound: boundOf(rule) })) return undefined;
  const requester = await ports.people.find(snapshot.requester);
  if (!requester?.active) return undefined;
  return rule.approval.exempt.find(({ id }) => requester.groups.includes(id))?.id;
}
