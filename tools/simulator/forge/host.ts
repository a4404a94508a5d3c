import type { VirtualClock } from '../clock';
import type { Faults } from '../faults';
import { loadApp, type CodeLoader, type ForgeApp } from './app';
import { current, type Running } from './current';
import { defaultForgeVariants, type Doors, type ForgeVariants } from './doors';
import { Egress } from './egress';
import { installGlobals } from './globals';
import { Invocation, type InvocationOptions } from './invocation';
import { defaultKvsVariants, type KvsVariants } from './kvs/variants';
import { limitOf } from './manifest';
import { fitRequest, fitResponse, PlatformError } from './payload';
import type * as platform from './platform';
import { fetchAsPage } from './product-fetch';
import { requestProduct } from './product-proxy';
import { contextArgument, resolverArgument, runtimeOf, scheduleArgument } from './runtime';
import { startSchedules } from './schedules';
import { ForgeStorage } from './storage';
import { callStorage } from './storage-call';
import { toFetchResponse } from './wire';

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

/** How many invocations are remembered. */
const MAX_RECORDS = 10_000;

/** Hosts the app behind its manifest, for any number of installations, with the real @forge packages. */
export class ForgeHost implements platform.ForgePlatform {
  readonly storage: ForgeStorage;
  private readonly app: ForgeApp;
  private readonly doors: Doors;
  private readonly egress: Egress;
  private readonly records: platform.InvocationRecord[] = [];
  private readonly closing: (() => void)[];

  constructor({ manifestPath, code, clock, faults, folder, variants: chosen }: ForgeHostOptions) {
    this.closing = [installGlobals()];
    this.app = loadApp({ manifestPath, code });
    const { manifest } = this.app;
    const variants = { ...defaultKvsVariants, ...defaultForgeVariants, ...chosen };
    this.storage = new ForgeStorage({ schemas: manifest.entities, variants, folder });
    this.doors = { manifest, clock, faults, store: this.storage.store, variants };
    this.egress = new Egress(this.doors);
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
    if (!module?.resolver)
      throw new PlatformError(`No resolver behind the module "${call.moduleKey}".`, 'refused');
    const { principal: caller, functionKey, moduleKey } = call;
    const principal = this.principalOf(caller);
    const payload = fitRequest(call.payload);
    const invocation = this.begin({
      installation,
      clock,
      moduleKey,
      function: module.resolver,
      limitMs: limitOf(manifest, module.resolver),
      call: functionKey,
      ...(principal && { principal }),
    });
    return this.run(
      invocation,
      resolverArgument(module.type, installation, { ...call, principal: caller, payload }),
    );
  }

  async runSchedule(installation: platform.AppInstallation, key: string): Promise<unknown> {
    const { clock, manifest } = this.doors;
    const schedule = manifest.schedules.find((entry) => entry.key === key);
    if (!schedule) throw new PlatformError(`The manifest declares no schedule "${key}".`, 'refused');
    const limitMs = limitOf(manifest, schedule.function);
    const invocation = this.begin({
      installation,
      clock,
      moduleKey: key,
      function: schedule.function,
      limitMs,
    });
    return this.run(invocation, scheduleArgument(installation, key));
  }

  fetchProduct(
    installation: platform.AppInstallation,
    principal: platform.PlatformPrincipal,
    fetch: platform.ProductFetch,
  ): Promise<platform.ProductAnswer> {
    return fetchAsPage(this.doors, installation, { principal, fetch });
  }

  invocations(): readonly platform.InvocationRecord[] {
    return this.records;
  }

  close(): void {
    for (const close of this.closing.splice(0).reverse()) close();
  }

  private begin(options: InvocationOptions): Invocation {
    return new Invocation(options);
  }

  private async run(invocation: Invocation, argument: unknown): Promise<unknown> {
    const { installation, principal, function: key } = invocation.options;
    const handler = this.app.handler(key);
    const context = contextArgument(this.doors.manifest, installation, principal);
    try {
      const result = await invocation.run(() =>
        current.run(this.runningOf(invocation), async () => handler(argument, context)),
      );
      const answer = fitResponse(result);
      invocation.end('ok');
      this.remember(invocation.record());
      return answer;
    } catch (error) {
      invocation.end('failed');
      const record = invocation.record(error);
      this.remember(record);
      throw new PlatformError('There was an error invoking the function.', record.outcome, invocation.id);
    }
  }

  private runningOf(invocation: Invocation): Running {
    const { clock } = this.doors;
    return {
      runtime: runtimeOf(this.doors.manifest, invocation),
      callPlatform: (target, path, init) =>
        invocation.call(async () => {
          if (target.type === 'kvs')
            return toFetchResponse(await callStorage(this.doors, invocation, { path, init }));
          if (target.type !== 'fpp')
            throw new Error(`The simulated platform does not reach ${target.type} yet.`);
          return toFetchResponse(await requestProduct(this.doors, invocation, { target, path, init }));
        }),
      fetchOutside: (input, init) => invocation.call(() => this.egress.fetch(invocation, input, init)),
      log: (level, words) => {
        if (!invocation.isOver()) invocation.log.write(level, words, invocation.runtimeMs());
      },
      now: () => clock.time(),
      ...(invocation.timers && { timers: invocation.timers }),
    };
  }

  private principalOf(caller: platform.PlatformPrincipal): platform.PlatformPrincipal | undefined {
    if (caller.accountType !== 'anonymous') return caller;
    if (this.doors.variants.anonymous === 'absent') return undefined;
    return { accountId: 'unidentified', accountType: 'anonymous' };
  }

  private remember(record: platform.InvocationRecord): void {
    this.records.push(record);
    if (this.records.length > MAX_RECORDS) this.records.shift();
  }
}
