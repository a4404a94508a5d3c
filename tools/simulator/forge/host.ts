import type { ProductEvent } from '../product-events';
import { loadApp } from './app';
import type { Waiting } from './delivery/delivery';
import { Pump } from './delivery/pump';
import {
  defaultSwitches,
  type EventSwitches,
  type MachineSwitches,
  type NetworkSwitches,
  type QueueSwitches,
} from './delivery/switches';
import { defaultForgeVariants, type Doors } from './doors';
import { installGlobals } from './globals';
import { defaultKvsVariants } from './kvs/variants';
import type { ForgeHostOptions, HostVariants, Mutable } from './host-options';
import { Latency } from './latency';
import { limitOf } from './time-limits';
import { fitRequest, PlatformError } from './payload';
import type * as platform from './platform';
import { fetchAsPage } from './product-fetch';
import { isLicensed, resolverArgument, scheduleArgument } from './runtime';
import { Runner } from './runner';
import { startSchedules } from './schedules';
import { ForgeStorage } from './storage';
import { ProductEvents, type FilterProblem } from './triggers/product-events';

export type { ForgeHostOptions, HostVariants } from './host-options';

/** A visitor who is not signed in, whatever they call themselves. */
const UNIDENTIFIED: platform.PlatformPrincipal = { accountId: 'unidentified', accountType: 'anonymous' };

/** Hosts the app behind its manifest, for any number of installations, with the real @forge packages. */
export class ForgeHost implements platform.ForgePlatform {
  readonly storage: ForgeStorage;
  /** How product events and pushed ones are delivered, and which schedules stand still. Set them at any time. */
  readonly events: EventSwitches;
  readonly queues: QueueSwitches;
  readonly network: NetworkSwitches;
  readonly machines: MachineSwitches;
  readonly stoppedSchedules: Set<string>;
  /** May be changed at any time. */
  readonly variants: Mutable<HostVariants>;
  private readonly doors: Doors;
  private readonly runner: Runner;
  private readonly pump: Pump;
  private readonly productEvents: ProductEvents;
  private readonly closing: (() => void)[];

  constructor({ manifestPath, code, clock, faults, folder, variants: chosen }: ForgeHostOptions) {
    this.closing = [installGlobals()];
    const app = this.orClose(() => loadApp({ manifestPath, code }));
    const { manifest } = app;
    const variants = { ...defaultKvsVariants, ...defaultForgeVariants, ...chosen };
    this.variants = variants;
    this.storage = new ForgeStorage({ schemas: manifest.entities, variants, folder });
    const { store, line } = this.storage;
    const switches = defaultSwitches(clock.flowing);
    ({ events: this.events, queues: this.queues, stoppedSchedules: this.stoppedSchedules } = switches);
    ({ network: this.network, machines: this.machines } = switches);
    const latency = new Latency(clock);
    this.doors = { manifest, clock, faults, store, line, variants, switches, latency };
    this.runner = new Runner(app, this.doors);
    this.pump = new Pump(this.doors, this.runner);
    this.productEvents = new ProductEvents(this.doors);
    this.closing.push(
      () => this.storage.close(),
      () => this.pump.close(),
    );
  }

  /** Puts the app on a site. Its schedules run from now on, and what was left to deliver is delivered. */
  install(installation: platform.AppInstallation): void {
    const { clock, manifest } = this.doors;
    const installedAt = this.storage.installedAt(installation.id, clock.time());
    const schedules = manifest.schedules.filter(
      ({ appIsLicensed }) => !appIsLicensed || isLicensed(manifest, installation),
    );
    const run = async (key: string) =>
      this.stoppedSchedules.has(key) ? undefined : this.runSchedule(installation, key);
    this.pump.serve(installation);
    this.closing.push(startSchedules(schedules, { clock, installedAt, run }));
  }

  /** Something happened on the site. The triggers that ask for it run when it reaches them. */
  tellEvent(installation: platform.AppInstallation, event: ProductEvent): void {
    this.pump.serve(installation);
    this.productEvents.tell(installation, event);
  }

  /** What filters could not judge. */
  filterProblems(): readonly FilterProblem[] {
    return this.productEvents.problems;
  }

  /** Everything that waits to be delivered, the next one first. */
  waiting(): readonly Waiting[] {
    return this.doors.line.due(Infinity);
  }

  /** Everything that is due now happens, and what follows from it, until nothing more is due. */
  async settle(): Promise<void> {
    const { clock } = this.doors;
    do {
      await clock.settle();
      await this.pump.rest();
    } while (clock.isBehind());
  }

  /** Moves the clock on, through everything that falls due on the way, each at its own moment. */
  async advance(ms: number): Promise<void> {
    await this.pump.rest();
    await this.doors.clock.advance(ms);
    await this.settle();
  }

  async invoke(installation: platform.AppInstallation, call: platform.ResolverCall): Promise<unknown> {
    const { clock, manifest } = this.doors;
    const module = manifest.modules.find(({ key }) => key === call.moduleKey);
    if (!module?.resolver) throw new PlatformError(`No resolver behind "${call.moduleKey}".`, 'refused');
    const { functionKey, moduleKey } = call;
    this.pump.serve(installation);
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
    this.pump.serve(installation);
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
