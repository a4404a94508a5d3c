import type { Issue } from '../../tools/simulator/atlassian/work/issue';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { fieldIds, HOUR, levels, types, where, who, type World } from './world';
import { groupNames, kinds, type Kind } from './moves';

/** Who holds what: a group's id and a person's, joined. */
export type Pair = `${string} ${string}`;
export const pairOf = (group: string, person: string): Pair => `${group} ${person}`;

interface Version {
  readonly from: number;
  until: number;
  readonly approvers: readonly string[];
}

interface Entry {
  readonly kind: Kind;
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
const NEEDED: Readonly<Record<Kind, number>> = { team: 1, shared: 2, application: 1 };
const BOUND: Readonly<Record<Kind, readonly string[]>> = {
  team: [fieldIds.level],
  shared: [fieldIds.level, fieldIds.hours],
  application: [fieldIds.application, fieldIds.forWhom, fieldIds.expiresOn],
};
const GROUP_OF_LEVEL: Readonly<Record<string, string>> = {
  [levels.hr]: where.hr,
  [levels.legal]: where.legal,
  [levels.marketing]: where.marketing,
};
const OFFERED: Readonly<Record<Kind, readonly string[]>> = {
  team: [where.hr, where.legal, where.marketing],
  shared: [where.hr, where.legal],
  application: [where.confluence, where.phoenix],
};
const EVER = Number.MAX_SAFE_INTEGER;
const ALL: Readonly<Record<Kind, readonly string[]>> = {
  team: [who.firstApprover, who.secondApprover],
  shared: [who.firstApprover, who.secondApprover, who.applicationAdmin],
  application: [who.applicationAdmin],
};

/**
 * What the tickets really say and who really answered, kept beside the site by whoever does the deeds. It reads the
 * truth of the site and nothing of the app.
 */
export class Ledger {
  readonly entries = new Map<string, Entry>();
  private readonly versions: Record<Kind, Version[]> = { team: [], shared: [], application: [] };
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

  raised(kind: Kind, { id, reporter }: Issue): void {
    const now = this.world.clock.time();
    const writers = new Map([['reporter', reporter]]);
    const facts = {
      kind,
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
    if (!['reporter', 'type'].includes(field) && !BOUND[entry.kind].includes(field)) return;
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
    const end = this.endOf(entry.kind, issue);
    entry.ends.add(end);
    entry.endsAt = Math.min(entry.endsAt, end);
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
      const person = issue && this.beneficiaryOf(entry.kind, issue);
      if (!issue || person === undefined || !this.isApproved(entry, issue)) continue;
      for (const group of this.groupsOf(entry.kind, issue)) {
        const pair = pairOf(group, person);
        found.set(pair, [...(found.get(pair) ?? []), entry.issueId]);
      }
    }
    return found;
  }

  private isApproved(entry: Entry, issue: Issue): boolean {
    const { kind, answers, editedAt, writers } = entry;
    const approval = issue.approvals.at(-1);
    if (issue.projectId !== desk.it.id || issue.requestTypeId !== types[kind]) return false;
    if (approval?.finalDecision !== 'approved' || issue.statusId === desk.statuses.declined.id) return false;
    const interested = [issue.reporter, issue.creator, this.beneficiaryOf(kind, issue), ...writers.values()];
    const said = approval.approvers
      .filter(({ decision }) => decision === 'approved')
      .map(({ accountId }) => accountId)
      .filter((id) => !interested.includes(id) && this.isActive(id) && (answers.get(id) ?? 0) > editedAt);
    const now = this.world.clock.time();
    const versions = this.versions[kind].filter(({ from, until }) => from <= now && until >= entry.raisedAt);
    return versions.some(
      ({ approvers }) => said.filter((id) => approvers.includes(id)).length >= NEEDED[kind],
    );
  }

  private groupsOf(kind: Kind, { fields }: Issue): readonly string[] {
    if (kind === 'application') return OFFERED.application;
    const group = GROUP_OF_LEVEL[String(fields[fieldIds.level])];
    return group !== undefined && OFFERED[kind].includes(group) ? [group] : [];
  }

  private beneficiaryOf(kind: Kind, { fields, reporter }: Issue): string | undefined {
    if (kind !== 'application') return reporter;
    const person = fields[fieldIds.forWhom];
    return typeof person === 'string' ? person : undefined;
  }

  private endOf(kind: Kind, issue: Issue): number {
    const now = this.world.clock.time();
    if (kind === 'team') return now + 2 * HOUR;
    if (kind === 'shared') return now + Number(issue.fields[fieldIds.hours]) * HOUR;
    const day = Date.parse(`${String(issue.fields[fieldIds.expiresOn])}T00:00:00Z`) + 24 * HOUR;
    return this.beneficiaryOf(kind, issue) === who.reader ? day + 8 * HOUR : day - HOUR;
  }

  private isActive(id: string): boolean {
    const { accountStatus, membershipStatus } = this.world.site.directory.person(id);
    return accountStatus === 'active' && membershipStatus === 'active';
  }
}

/** Everything that can be held on the site, as it is. */
export function heldOn({ site: { directory } }: World): ReadonlySet<Pair> {
  const held = new Set<Pair>();
  for (const { id } of directory.groups())
    for (const { accountId } of directory.membersOf(id)) held.add(pairOf(id, accountId));
  return held;
}

export const watchedGroups = groupNames.map((name) => where[name]);
export const tokenOwner = people.orgAdmin;
