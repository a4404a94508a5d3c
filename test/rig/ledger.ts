import type { Issue } from '../../tools/simulator/atlassian/work/issue';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { durations, fieldIds, HOUR, levels, namedOptions, types, where, who, type World } from './world';
import { kinds, type Kind } from './moves';

/** Who holds what: a group's id and a person's, joined. */
export type Pair = `${string} ${string}`;
export const pairOf = (group: string, person: string): Pair => `${group} ${person}`;

interface Version {
  readonly from: number;
  until: number;
  readonly approvers: readonly string[];
}

interface Entry {
  readonly issueId: string;
  readonly raisedAt: number;
  /** Number of the deed that last changed what the approval is about. */
  editedAt: number;
  /** Whoever last wrote each field that counts. */
  readonly writers: Map<string, string>;
  readonly answers: Map<string, number>;
  /** Nothing but answers has happened to it. */
  plain: boolean;
  /** The instant of its end, at the earliest, as it was when it was first approved. */
  endsAt: number;
  /** Every instant at which it may end: each approval that was completed fixes one, whenever it is heard of. */
  readonly ends: Set<number>;
}

const { desk, people } = acme;
const NEEDED: Readonly<Record<Kind, number>> = { team: 1, shared: 2, application: 1, named: 1 };
const BOUND: Readonly<Record<Kind, readonly string[]>> = {
  team: [fieldIds.level],
  shared: [fieldIds.level, fieldIds.hours, fieldIds.reason],
  named: [fieldIds.level, fieldIds.requestedGroups, fieldIds.duration, fieldIds.manager],
  application: [fieldIds.application, fieldIds.forWhom, fieldIds.expiresOn],
};
const GROUP_OF_LEVEL: Readonly<Record<string, string>> = {
  [levels.hr]: where.hr,
  [levels.legal]: where.legal,
  [levels.marketing]: where.marketing,
};
const GROUP_OF_OPTION: Readonly<Record<string, string>> = {
  [namedOptions.hr]: where.hr,
  [namedOptions.phoenix]: where.phoenix,
  [namedOptions.marketing]: where.marketing,
};
const OFFERED: Readonly<Record<Exclude<Kind, 'named'>, readonly string[]>> = {
  team: [where.hr, where.legal, where.marketing],
  shared: [where.hr, where.legal],
  application: [where.confluence, where.phoenix],
};
const EVER = Number.MAX_SAFE_INTEGER;
const ALL: Readonly<Record<Kind, readonly string[]>> = {
  team: [who.firstApprover, who.secondApprover],
  shared: [who.firstApprover, who.secondApprover, who.applicationAdmin],
  application: [who.applicationAdmin],
  /** Whoever is the manager and of the security team is judged by the ticket and the group. */
  named: [],
};
/** The app looks at a group, and for as long does its own work on what it saw. */
const LOOK_MS = 120_000;

/**
 * What the tickets really say and who really answered, kept beside the site by whoever does the deeds. It reads the
 * truth of the site and nothing of the app.
 */
export class Ledger {
  readonly entries = new Map<string, Entry>();
  /** No end that anybody was promised is later. Epoch milliseconds. */
  lastEnd = 0;
  private readonly versions: Record<Kind, Version[]> = { team: [], shared: [], application: [], named: [] };
  /** When somebody was last taken out of a group by hand. */
  private readonly leftAt = new Map<Pair, number>();
  private deeds = 0;

  constructor(private readonly world: World) {
    for (const kind of kinds) this.versions[kind] = [{ from: 0, until: EVER, approvers: ALL[kind] }];
  }

  ruleSaved(kind: Kind, approvers: readonly string[]): void {
    const now = this.world.clock.time();
    const last = this.versions[kind].at(-1);
    if (last) last.until = now;
    this.versions[kind].push({ from: now, until: EVER, approvers });
  }

  memberSet(group: string, person: string, isMember: boolean): void {
    const pair = pairOf(group, person);
    if (isMember) this.leftAt.delete(pair);
    else if (this.world.site.directory.isMember(group, person))
      this.leftAt.set(pair, this.world.clock.time());
  }

  raised({ id, reporter }: Issue): void {
    const now = this.world.clock.time();
    const writers = new Map([['reporter', reporter]]);
    const facts = {
      issueId: id,
      raisedAt: now,
      writers,
      answers: new Map<string, number>(),
      ends: new Set<number>(),
    };
    this.entries.set(id, { ...facts, editedAt: 0, plain: true, endsAt: EVER });
  }

  /** Call it after the deed. */
  changed(issueId: string, by: string, field: string): void {
    const entry = this.entries.get(issueId);
    if (!entry) return;
    entry.plain = false;
    const issue = this.world.site.work.find(issueId);
    const bound = issue ? BOUND[kindOf(issue)] : [];
    if (!['reporter', 'type'].includes(field) && !bound.includes(field)) return;
    entry.editedAt = this.deeds += 1;
    entry.writers.set(field, by);
  }

  answered(issueId: string, by: string): void {
    const entry = this.entries.get(issueId);
    const issue = this.world.site.work.find(issueId);
    if (!entry || !issue) return;
    entry.answers.set(by, (this.deeds += 1));
    const isApproved = issue.approvals.at(-1)?.finalDecision === 'approved';
    if (!isApproved) return;
    const end = this.endOf(issue);
    this.promised(end);
    entry.ends.add(end);
    entry.endsAt = Math.min(entry.endsAt, end);
  }

  /** Somebody was told that access lasts until then. */
  promised(end: number): void {
    if (Number.isFinite(end)) this.lastEnd = Math.max(this.lastEnd, end);
  }

  spoilt(issueId: string): void {
    const entry = this.entries.get(issueId);
    if (entry) entry.plain = false;
  }

  allSpoilt(): void {
    for (const entry of this.entries.values()) entry.plain = false;
  }

  /** What may be given now, by the tickets as they are: each pair with the tickets that speak for it. */
  valid(): ReadonlyMap<Pair, readonly string[]> {
    const found = new Map<Pair, string[]>();
    for (const entry of this.entries.values()) {
      const issue = this.world.site.work.find(entry.issueId);
      const person = issue && this.beneficiaryOf(issue);
      if (!issue || person === undefined || !this.isApproved(entry, issue)) continue;
      for (const group of this.groupsOf(issue)) {
        const pair = pairOf(group, person);
        found.set(pair, [...(found.get(pair) ?? []), entry.issueId]);
      }
    }
    return found;
  }

  private isApproved(entry: Entry, issue: Issue): boolean {
    const { answers, editedAt, writers } = entry;
    const kind = kindOf(issue);
    const approval = issue.approvals.at(-1);
    if (issue.projectId !== desk.it.id || issue.requestTypeId !== types[kind]) return false;
    if (approval?.finalDecision !== 'approved' || issue.statusId === desk.statuses.declined.id) return false;
    const interested = [issue.reporter, issue.creator, this.beneficiaryOf(issue), ...writers.values()];
    const said = approval.approvers
      .filter(({ decision }) => decision === 'approved')
      .map(({ accountId }) => accountId)
      .filter((id) => !interested.includes(id) && this.isActive(id) && (answers.get(id) ?? 0) > editedAt);
    if (kind === 'named') return said.some((id) => this.mayApproveNamed(id, issue));
    const now = this.world.clock.time();
    const versions = this.versions[kind].filter(({ from, until }) => from <= now && until >= entry.raisedAt);
    return versions.some(
      ({ approvers }) => said.filter((id) => approvers.includes(id)).length >= NEEDED[kind],
    );
  }

  private mayApproveNamed(person: string, { fields }: Issue): boolean {
    const left = this.leftAt.get(pairOf(where.security, person));
    const isLateLook = left !== undefined && this.world.clock.time() - left <= LOOK_MS;
    const isMember = this.world.site.directory.isMember(where.security, person) || isLateLook;
    return fields[fieldIds.manager] === person && isMember;
  }

  private groupsOf(issue: Issue): readonly string[] {
    const { fields } = issue;
    const kind = kindOf(issue);
    if (kind === 'named') return optionsIn(fields[fieldIds.requestedGroups]);
    if (kind === 'application') return OFFERED.application;
    const group = GROUP_OF_LEVEL[String(fields[fieldIds.level])];
    return group !== undefined && OFFERED[kind].includes(group) ? [group] : [];
  }

  private beneficiaryOf(issue: Issue): string | undefined {
    const { fields, reporter } = issue;
    if (kindOf(issue) !== 'application') return reporter;
    const person = fields[fieldIds.forWhom];
    return typeof person === 'string' ? person : undefined;
  }

  private endOf(issue: Issue): number {
    const now = this.world.clock.time();
    const kind = kindOf(issue);
    if (kind === 'named') return now + (issue.fields[fieldIds.duration] === durations[24] ? 24 : 8) * HOUR;
    if (kind === 'team') return now + 2 * HOUR;
    if (kind === 'shared') return now + Number(issue.fields[fieldIds.hours]) * HOUR;
    const day = Date.parse(`${String(issue.fields[fieldIds.expiresOn])}T00:00:00Z`) + 24 * HOUR;
    return this.beneficiaryOf(issue) === who.reader ? day + 8 * HOUR : day - HOUR;
  }

  private isActive(id: string): boolean {
    const { accountStatus, membershipStatus } = this.world.site.directory.person(id);
    return accountStatus === 'active' && membershipStatus === 'active';
  }
}

const NAMED = [where.hr, where.phoenix, where.marketing];
/** Of several that are asked for, one that is not offered spoils all of it. */
function optionsIn(value: unknown): readonly string[] {
  const options = Array.isArray(value) ? value.map(String) : [];
  const groups = options.map((option) => GROUP_OF_OPTION[option] ?? '');
  return groups.every((group) => NAMED.includes(group)) ? groups : [];
}

/** Which rule a ticket is for, as it is now. Two have one request type. */
export function kindOf({ requestTypeId, fields }: Issue): Kind {
  if (requestTypeId === types.shared) return 'shared';
  if (requestTypeId === types.application) return 'application';
  return fields[fieldIds.level] === levels.named ? 'named' : 'team';
}

/** Everything that can be held on the site, as it is. */
export function heldOn({ site: { directory } }: World): ReadonlySet<Pair> {
  const held = new Set<Pair>();
  for (const { id } of directory.groups())
    for (const { accountId } of directory.membersOf(id)) held.add(pairOf(id, accountId));
  return held;
}

export const tokenOwner = people.orgAdmin;
