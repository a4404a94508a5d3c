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

/** What somebody is on this site at the moment. It follows from their groups. */
export interface Standing {
  /** The heading under which one finds them in *act as*: `Jira administrators`. */
  readonly role: string;
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
  people(): readonly Resident[];
  groups(): readonly ResidentGroup[];
  findPerson(accountId: string): Resident | undefined;
  findGroup(id: string): ResidentGroup | undefined;
  standingOf(accountId: string): Standing;
  groupsOf(accountId: string): readonly ResidentGroup[];
  membersOf(groupId: string): readonly Resident[];
}

/** What the shell shows: one site, with the app installed on it. */
export interface Stage {
  readonly clock: VirtualClock;
  readonly faults: Faults;
  readonly site: AtlassianSite;
  readonly forge: ForgePlatform;
  readonly installation: AppInstallation;
  readonly residents: Residents;
  /** The seeded people with their tokens, the groups, the service desk: what a script needs to begin. */
  describe(): unknown;
  close(): void | Promise<void>;
}
