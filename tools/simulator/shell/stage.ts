import type { AtlassianSite } from '../atlassian/wire';
import type { VirtualClock } from '../clock';
import type { Faults } from '../faults';
import type { AppInstallation, ForgePlatform, PlatformPrincipal } from '../forge/platform';

/** Somebody of the site's directory, as the shell shows them. */
export interface Resident {
  readonly accountId: string;
  readonly name: string;
  readonly title?: string;
  readonly email?: string;
  readonly status: 'active' | 'suspended' | 'deactivated' | 'removed';
  readonly kind: 'person' | 'customer' | 'app';
}

/** The headings under which one finds people in *act as*, in this order. */
export const ROLES = [
  'Organization and site administrators',
  'Jira administrators',
  'Project administrators',
  'Jira users',
  'Without Jira',
  'Portal customers',
] as const;

/** What somebody is on this site at the moment. It follows from their groups. */
export interface Standing {
  readonly role: (typeof ROLES)[number];
  readonly accountType: PlatformPrincipal['accountType'];
}

export interface ResidentGroup {
  readonly id: string;
  readonly name: string;
  /** Who manages the membership, in words. */
  readonly managedBy: string;
  /** What its members may use, in words. */
  readonly access: readonly string[];
}

/** Read afresh for each page: the app changes it. */
export interface Residents {
  /** Sorted by name. */
  people(): readonly Resident[];
  /** Who was there from the beginning, those with a part to play first. */
  seeded(): readonly Resident[];
  /** Sorted by name. */
  groups(): readonly ResidentGroup[];
  findPerson(accountId: string): Resident | undefined;
  findGroup(id: string): ResidentGroup | undefined;
  standingOf(accountId: string): Standing;
  groupsOf(accountId: string): readonly ResidentGroup[];
  membersOf(groupId: string): readonly Resident[];
}

export type VariantTable = Readonly<Record<string, readonly [string, ...string[]]>>;

/** What the shell shows: one site, with the app installed on it. */
export interface Stage {
  readonly clock: VirtualClock;
  readonly faults: Faults;
  readonly site: AtlassianSite;
  readonly forge: ForgePlatform;
  readonly installation: AppInstallation;
  readonly residents: Residents;
  /** Account id of the person one is until one chooses. */
  readonly firstPerson: string;
  /** What Atlassian leaves undocumented: each behaviour by name, with its choices, and the one in force. */
  readonly variants: { readonly table: VariantTable; readonly inForce: Record<string, string> };
  /** The seeded people with their tokens, the groups, the service desk: what a script needs to begin. */
  describe(): unknown;
  /** Moves the clock on, with everything that falls due on the way. */
  advance(ms: number): Promise<void>;
  close(): void | Promise<void>;
}
