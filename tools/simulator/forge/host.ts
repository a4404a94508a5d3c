import type { VirtualClock } from '../clock';
import type { Faults } from '../faults';
import { loadApp, type CodeLoader } from './app';
import { defaultForgeVariants, type Doors, type ForgeVariants } from './doors';
import { installGlobals } from './globals';
import { defaultKvsVariants, type KvsVariants } from './kvs/variants';
import { limitOf } from './manifest';
import { fitRequest, PlatformError } from './payload';
import type * as platform from './platform';
import { fetchAsPage } from './product-fetch';
import { resolverArgument, scheduleArgument } from './runtime';
import { Runner } from './runner';
import { startSchedules } from './schedules';
import { ForgeStorage } from './storage';

export type HostVariants = ForgeVariants & KvsVariants;

export interface ForgeHostOptions {
  readonly manifestPath: string;
  readonly code: CodeLoader;
  readonly clock: VirtualClock;
  readonly faults: Faults;
  /** A folder that outlives the process. Absent: storage ends with the host. */
  readonly folder?: string | undefined;
  readonly variants?: Partial<HostVariants> | undefined;
}

/** A visitor who is not signed in, whatever they call themselves. */
const UNIDENTIFIED: platform.PlatformPrincipal = { accountId: 'unidentified', accountType: 'anonymous' };

/** Hosts the app behind its manifest, for any number of installations, with the real @forge packages. */
export class ForgeHost implements platform.ForgePlatform {
  readonly storage: ForgeStorage;
  private readonly doors: Doors;
  private readonly runner: Runner;
  private readonly closing: (() => void)[];

  constructor({ manifestPath, code, clock, faults, folder, variants: chosen }: ForgeHostOptions) {
    this.closing = [installGlobals()];
    const app = this.orClose(() => loadApp({ manifestPath, code }));
    const { manifest } = app;
    const variants = { ...defaultKvsVariants, ...defaultForgeVariants, ...chosen };
    this.storage = new ForgeStorage({ schemas: manifest.entities, variants, folder });
    this.doors = { manifest, clock, faults, store: this.storage.store, variants };
    this.runner = new Runner(app, this.doors);
    this.closing.push(() => this.storage.close());
  }

  /** Puts the app on a site. Its schedules run from now on. */
  install(installation: platform.AppInstallation): void {
    const { clock, manifest } = this.doors;
    const installedAt = this.storage.installedAt(installation.id, clock.time());
    const run = (key: string) => this.runSchedule(installation, key);
    this.closing.push(startSchedules(manifest.schedules, { clock, installedAt, run }));
  }

  async invoke(installation: platform.AppInstallation, call: platform.ResolverCall): Promise<unknown> {
    const { clock, manifest } = this.doors;
    const module = manifest.modules.find(({ key }) => key === call.moduleKey);
    if (!module?.resolver) throw new PlatformError(`No resolver behind "${call.moduleKey}".`, 'refused');
    const { functionKey, moduleKey } = call;
    const principal = this.principalOf(call.principal);
    const payload = fitRequest(call.payload);
    const options = {
      installation,
      clock,
      moduleKey,
      function: module.resolver,
      limitMs: limitOf(manifest, module.resolver),
      call: functionKey,
      ...(principal && { principal }),
    };
    const sent = { moduleKey, functionKey, payload, principal: principal ?? UNIDENTIFIED };
    return this.runner.run(options, resolverArgument(module.type, installation, sent));
  }

  async runSchedule(installation: platform.AppInstallation, key: string): Promise<unknown> {
    const { clock, manifest } = this.doors;
    const schedule = manifest.schedules.find((entry) => entry.key === key);
    if (!schedule) throw new PlatformError(`The manifest declares no schedule "${key}".`, 'refused');
    const limitMs = limitOf(manifest, schedule.function);
    const options = { installation, clock, moduleKey: key, function: schedule.function, limitMs };
    return this.runner.run(options, scheduleArgument(installation, key));
  }

  fetchProduct(
    installation: platform.AppInstallation,
    principal: platform.PlatformPrincipal,
    fetch: platform.ProductFetch,
  ): Promise<platform.ProductAnswer> {
    return fetchAsPage(this.doors, installation, { principal, fetch });
  }

  invocations(): readonly platform.InvocationRecord[] {
    return this.runner.records;
  }

  close(): void {
    for (const close of this.closing.splice(0).reverse()) close();
  }

  /** An app that cannot be loaded leaves nothing behind. */
  private orClose<T>(attempt: () => T): T {
    try {
      return attempt();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  private principalOf(caller: platform.PlatformPrincipal): platform.PlatformPrincipal | undefined {
    if (caller.accountType !== 'anonymous') return caller;
    if (this.doors.variants.anonymous === 'absent') return undefined;
    return UNIDENTIFIED;
  }
}
