import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createSite, type Site } from './atlassian/site';
import type { WorldSeed } from './atlassian/seed';
import type { Variants } from './atlassian/variants';
import { acmeWorld } from './atlassian/worlds/acme';
import { VirtualClock } from './clock';
import { Faults } from './faults';
import { sourceCode, type CodeLoader } from './forge/app';
import { ForgeHost, type HostVariants } from './forge/host';
import type { AppInstallation, PlatformPrincipal, ProductAnswer, ProductFetch } from './forge/platform';
import { jiraAdminOf, principalOf } from './principals';
import type { TellEvent } from './product-events';
import { SiteJournal } from './site-journal';

const ROOT = join(__dirname, '../..');
const SETTLE_EVERY_MS = 250;

export interface SimulatorOptions {
  /** A folder that outlives the process. Absent: everything ends with it. The clock is the caller's to keep. */
  readonly data?: string;
  /** Default: a standing clock. */
  readonly clock?: VirtualClock;
  /** Default: the sources of this checkout. */
  readonly code?: CodeLoader;
  readonly manifestPath?: string;
  /** Default: the world "acme". */
  readonly world?: WorldSeed;
  /** What Atlassian leaves undocumented, of the site and of the platform. */
  readonly variants?: Partial<Variants & HostVariants>;
}

/** Who calls: an account id, a principal, or the world's Jira administrator. */
export type Who = string | PlatformPrincipal;

/** The whole local platform: one site, and the app installed on it. */
export interface Simulator {
  readonly clock: VirtualClock;
  readonly faults: Faults;
  readonly site: Site;
  readonly forge: ForgeHost;
  readonly installation: AppInstallation;
  /** A call of the page `home` through its resolver: the reply, or a rejection with what the page would be told. */
  invoke(call: string, payload?: unknown, as?: Who): Promise<unknown>;
  /** A product request of the page, as its user. */
  fetchProduct(fetch: ProductFetch, as?: Who): Promise<ProductAnswer>;
  /** Runs a schedule now, by its key. */
  runSchedule(key: string): Promise<unknown>;
  /** Runs the daily schedule now. */
  runDaily(): Promise<unknown>;
  /** Delivers every event that is due now, with all that follows from it, until nothing more is due. */
  settle(): Promise<void>;
  /** Moves the clock on, through every event, delay and schedule on the way, in order. */
  advance(ms: number): Promise<void>;
  close(): void;
}

export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { data, clock = new VirtualClock(), world = acmeWorld, variants = {} } = options;
  const faults = new Faults();
  const journal = data === undefined ? undefined : new SiteJournal(data);
  const tell: TellEvent = (event) => forge.tellEvent(installation, event);
  const site = createSite({ clock, seed: world, variants, tell, ...(journal && { journal }) });
  const forge = new ForgeHost({
    manifestPath: options.manifestPath ?? join(ROOT, 'manifest.yml'),
    code: options.code ?? sourceCode(ROOT),
    clock,
    faults,
    folder: data,
    variants,
  });
  const installation = installationOn(site);
  forge.install(installation);
  const settling = clock.flowing
    ? setInterval(() => void clock.settle(), SETTLE_EVERY_MS).unref()
    : undefined;

  const who = (as: Who = jiraAdminOf(site)) => (typeof as === 'string' ? principalOf(site, as) : as);
  return {
    clock,
    faults,
    site,
    forge,
    installation,
    invoke: async (functionKey, payload, as) =>
      forge.invoke(installation, { moduleKey: 'home', functionKey, payload, principal: who(as) }),
    fetchProduct: async (fetch, as) => forge.fetchProduct(installation, who(as), fetch),
    runSchedule: (key) => forge.runSchedule(installation, key),
    runDaily: () => forge.runSchedule(installation, 'daily'),
    settle: () => forge.settle(),
    advance: (ms) => forge.advance(ms),
    close: () => {
      clearInterval(settling);
      forge.close();
      journal?.close();
    },
  };
}

/** One installation for each site, the same after a restart. */
const installationOn = (site: Site): AppInstallation => ({
  id: `5e1f0000-0000-4000-8000-${createHash('sha256').update(site.cloudId).digest('hex').slice(0, 12)}`,
  environmentId: '0d3c0000-0000-4000-8000-000000000001',
  environmentType: 'DEVELOPMENT',
  site,
});
