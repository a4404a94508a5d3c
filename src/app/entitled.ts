import { Fault } from '../domain/fault';
import type { ApprovalSource, GroupRef, Rule } from '../domain/rule';
import type { Snapshot } from '../domain/request';
import type { FieldValue, Ticket } from '../domain/ticket';
import { entitlementOf } from './givable';
import { itself } from './happened';
import type { Ports } from './ports';
import { useTarget } from './target';

interface Asking {
  readonly rule: Rule;
  readonly ticket: Ticket;
  readonly snapshot: Pick<Snapshot, 'connectionId'>;
}

/**
 * For each source of the rule, in its order, those of the candidates who are entitled to approve as things are now.
 * Only candidates are looked up: a group may have thousands of members, an approval has a few answers.
 */
export async function entitledAmong(
  ports: Ports,
  { rule, ticket, snapshot }: Asking,
  candidates: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const admin = await applicationAdmin(ports, rule, snapshot);
  return Promise.all(
    rule.approval.sources.map(async (source) => {
      const all = await peopleOf(source, { admin, ticket });
      if (all) return candidates.filter((id) => all.includes(id));
      return source.kind === 'group' ? membersAmong(ports, source.group, candidates) : [];
    }),
  );
}

/** How many members of a group the approvers field is filled with. */
const MOST_ASKED = 100;

/** Those who can be asked by name, for the approvers field of the ticket. */
export interface Entitled {
  readonly people: readonly string[];
  /** Nobody else is entitled: every group could be listed, to its end. */
  readonly isWhole: boolean;
}

export async function everybodyEntitled(ports: Ports, asking: Asking): Promise<Entitled> {
  const admin = await applicationAdmin(ports, asking.rule, asking.snapshot);
  const lists = await Promise.all(
    asking.rule.approval.sources.map(async (source) => {
      const all = await peopleOf(source, { admin, ticket: asking.ticket });
      if (all || source.kind !== 'group') return { people: all ?? [], isWhole: true };
      return membersOf(ports, asking.snapshot.connectionId, source.group);
    }),
  );
  return {
    people: [...new Set(lists.flatMap(({ people }) => people))],
    isWhole: lists.every(({ isWhole }) => isWhole),
  };
}

async function applicationAdmin(ports: Ports, rule: Rule, { connectionId }: Asking['snapshot']) {
  if (!rule.approval.sources.some(({ kind }) => kind === 'application-admin')) return undefined;
  return (await ports.connections.find(connectionId))?.connection.applicationAdmin;
}

interface Known {
  readonly admin: string | undefined;
  readonly ticket: Ticket;
}

/** Undefined: the source is a group, whose members have to be asked for. */
async function peopleOf(
  source: ApprovalSource,
  { admin, ticket }: Known,
): Promise<readonly string[] | undefined> {
  switch (source.kind) {
    case 'application-admin':
      return admin === undefined ? [] : [admin];
    case 'people':
      return source.ids;
    case 'field':
      return peopleIn(ticket.values[source.field.id]);
    case 'group':
      return undefined;
  }
}

export function peopleIn(value: FieldValue | undefined): readonly string[] {
  if (value?.kind === 'person') return [value.id];
  return value?.kind === 'people' ? value.ids : [];
}

async function membersAmong(ports: Ports, { id }: GroupRef, candidates: readonly string[]) {
  const people = await Promise.all(candidates.map((candidate) => ports.people.find(candidate)));
  return people.flatMap((person) => (person?.groups.includes(id) ? [person.id] : []));
}

/** A group that cannot be listed asks nobody by name; whoever of it approves counts all the same. */
async function membersOf(ports: Ports, connectionId: string, group: GroupRef): Promise<Entitled> {
  const watched = await ports.connections.find(connectionId);
  if (!watched) return unlisted;
  const what = entitlementOf(ports, watched.connection, group);
  const use = { during: 'a look at a group of approvers', by: itself };
  try {
    const members = await useTarget(ports, watched, { ...use, work: (target) => target.members(what) });
    return {
      people: members.slice(0, MOST_ASKED).map(({ id }) => id),
      isWhole: members.length <= MOST_ASKED,
    };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    ports.report(error);
    return unlisted;
  }
}

const unlisted: Entitled = { people: [], isWhole: false };
