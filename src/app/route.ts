import type { Snapshot } from '../domain/request';
import type { Rule } from '../domain/rule';
import { interestedIn, isOwnWords } from '../domain/self-approval';
import type { Ticket } from '../domain/ticket';
import { boundOf } from '../domain/understand';
import { entitledAmong, everybodyEntitled } from './entitled';
import type { Ports } from './ports';

export interface Route {
  /** The requester's group that makes an approval unnecessary. */
  readonly exemptGroupId?: string;
  /** Account ids of those to be asked: entitled, active, and not asked about their own access. */
  readonly asked: readonly string[];
  /** Nobody else could be asked. */
  readonly isWhole: boolean;
}

export interface Routing {
  readonly rule: Rule;
  readonly ticket: Ticket;
  readonly snapshot: Snapshot;
}

/** Who has to approve, or why nobody has to. */
export async function route(ports: Ports, routing: Routing): Promise<Route> {
  const exemptGroupId = await findExemption(ports, routing);
  if (exemptGroupId !== undefined) return { exemptGroupId, asked: [], isWhole: true };
  const { people, isWhole } = await everybodyEntitled(ports, routing);
  const able = await Promise.all(uninterested(routing, people).map((id) => isActivePerson(ports, id)));
  return { asked: uninterested(routing, people).filter((_, index) => able[index]), isWhole };
}

/** Those of some people who can approve as things are. */
export async function ableAmong(
  ports: Ports,
  routing: Routing,
  people: readonly string[],
): Promise<readonly string[]> {
  const able = await Promise.all(people.map((id) => isAnyAble(ports, routing, [id])));
  return people.filter((_, index) => able[index]);
}

/** Whether one of these can approve as things are: entitled, active, and not asked about their own access. */
export async function isAnyAble(ports: Ports, routing: Routing, people: readonly string[]): Promise<boolean> {
  for (const id of uninterested(routing, people)) {
    const sources = await entitledAmong(ports, routing, [id]);
    if (sources.some((entitled) => entitled.length > 0) && (await isActivePerson(ports, id))) return true;
  }
  return false;
}

function uninterested({ rule, ticket, snapshot }: Routing, people: readonly string[]): readonly string[] {
  const interested = interestedIn({ snapshot, ticket, bound: boundOf(rule) });
  return people.filter((id) => !interested.has(id));
}

async function isActivePerson(ports: Ports, id: string): Promise<boolean> {
  const person = await ports.people.find(id);
  return person !== undefined && person.active && person.kind === 'person';
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
