import type { CallPoint, FaultEffect } from '../../faults';
import type { Doors } from '../doors';
import { limitOf, type AppManifest } from '../manifest';
import { PlatformError } from '../payload';
import type { AppInstallation } from '../platform';
import type { Runner } from '../runner';
import { argumentOf } from './arguments';
import type { Waiting } from './delivery';
import { judge, type Ending } from './retries';

/** Delivers what waits in line, by the virtual clock: one timer for the next moment at which something is due. */
export class Pump {
  private readonly installations = new Map<string, AppInstallation>();
  private readonly running = new Map<number, Waiting>();
  private readonly ends = new Set<Promise<void>>();
  private callOff: () => void = () => undefined;
  private closed = false;

  constructor(
    private readonly doors: Doors,
    private readonly runner: Runner,
  ) {
    doors.line.onAdded = () => this.arm();
  }

  /** What waits for this installation can be delivered from now on. */
  serve(installation: AppInstallation): void {
    if (this.installations.has(installation.id)) return;
    this.installations.set(installation.id, installation);
    this.arm();
  }

  /** Resolves once nothing is being delivered. */
  async rest(): Promise<void> {
    while (this.ends.size > 0) await Promise.all(this.ends);
  }

  close(): void {
    this.closed = true;
    this.callOff();
  }

  private arm(after = -Infinity): void {
    this.callOff();
    if (this.closed) return;
    const { clock, line } = this.doors;
    const next = line.nextAfter(after);
    if (next !== undefined) this.callOff = clock.at(new Date(next), () => this.fire());
  }

  /** While the clock stands, whoever moves it waits for the deliveries; a flowing one goes on. */
  private fire(): Promise<void> | undefined {
    const { clock } = this.doors;
    const now = clock.time();
    const batch = this.take(now);
    const ends = batch.map((waiting) => this.follow(waiting));
    if (batch.length === 0 || clock.flowing) this.arm(batch.length === 0 ? now : undefined);
    return clock.flowing ? undefined : Promise.all(ends).then(() => undefined);
  }

  private follow(waiting: Waiting): Promise<void> {
    this.running.set(waiting.id, waiting);
    const end = this.deliver(waiting).finally(() => {
      this.running.delete(waiting.id);
      this.ends.delete(end);
      this.arm();
    });
    this.ends.add(end);
    return end;
  }

  /** As many of those that are due as may run now. */
  private take(now: number): readonly Waiting[] {
    const { switches, line } = this.doors;
    const batch: Waiting[] = [];
    let due = line
      .due(now)
      .filter(({ id, installation }) => !this.running.has(id) && this.installations.has(installation));
    while (batch.length + this.running.size < switches.queues.parallel) {
      due = due.filter((waiting) => this.mayRun(waiting, batch));
      const [next] = due.splice(switches.queues.pick(due.length), 1);
      if (!next) break;
      batch.push(next);
    }
    return batch;
  }

  /** Counted for an installation over all of its queues. */
  private mayRun(waiting: Waiting, batch: readonly Waiting[]): boolean {
    const concurrency = concurrencyOf(waiting);
    if (!concurrency) return true;
    const sharing = [...this.running.values(), ...batch].filter(
      (other) => other.installation === waiting.installation && concurrencyOf(other)?.key === concurrency.key,
    );
    return sharing.length < concurrency.limit;
  }

  private async deliver(waiting: Waiting): Promise<void> {
    const { line, faults, clock } = this.doors;
    const point: CallPoint = { service: waiting.kind, operation: waiting.name, key: waiting.key };
    if (waiting.kind === 'event') line.remove(waiting);
    const before = faults.strike(point, 'before');
    if (before?.kind === 'delay') return this.later(waiting, before.ms);
    if (before?.kind === 'duplicate') line.add(bare(waiting));
    const ran = prevents(before) ? { outcome: outcomeOf(before) } : await this.run(waiting);
    if (this.closed) return;
    const after = faults.strike(point, 'after');
    if (after?.kind === 'duplicate') line.add(bare(waiting));
    if (after?.kind === 'delay') clock.elapse(after.ms);
    this.settle(waiting, prevents(after) ? { outcome: outcomeOf(after) } : ran);
  }

  private async run(waiting: Waiting): Promise<Ending> {
    const { manifest, clock } = this.doors;
    const module = moduleOf(manifest, waiting);
    const installation = this.installations.get(waiting.installation);
    if (!module || !installation) return { outcome: 'ok' };
    const { kind, name, key, tries } = waiting;
    const options = {
      installation,
      clock,
      moduleKey: module.key,
      function: module.function,
      limitMs: limitOf(manifest, module.function),
      delivery: { kind, name, key, tries },
      ...(waiting.kind === 'queue' && { chain: waiting.chain }),
    };
    try {
      const result = await this.runner.run(options, argumentOf(waiting, installation, clock.time()));
      return { outcome: 'ok', result };
    } catch (error) {
      if (error instanceof PlatformError && error.outcome !== 'refused') return { outcome: error.outcome };
      throw error;
    }
  }

  private later(waiting: Waiting, ms: number): void {
    const postponed = { ...waiting, dueAt: this.doors.clock.time() + ms };
    if (waiting.kind === 'event') this.doors.line.add(bare(postponed));
    else this.doors.line.postpone(postponed);
  }

  private settle(waiting: Waiting, ending: Ending): void {
    const { line, clock } = this.doors;
    const verdict = judge(waiting, ending, clock.time());
    if (verdict.kind === 'again') {
      const { dueAt, retry } = verdict;
      const again = { ...waiting, dueAt, retry, tries: waiting.tries + 1 };
      if (waiting.kind === 'event') line.add(bare(again));
      else line.postpone(again);
    } else if (waiting.kind === 'queue') {
      line.remove(waiting);
      line.closeOne(waiting, verdict.kind === 'done' ? 'success' : 'failed');
    }
  }
}

const concurrencyOf = (waiting: Waiting) =>
  waiting.kind === 'queue' ? waiting.argument.concurrency : undefined;

const bare = ({ id: _id, ...delivery }: Waiting) => delivery;

const moduleOf = ({ triggers, consumers }: AppManifest, { kind, module }: Waiting) =>
  (kind === 'event' ? triggers : consumers).find(({ key }) => key === module);

/** Effects that keep the function from running, or its result from being heard. */
const prevents = (effect: FaultEffect | undefined): effect is FaultEffect =>
  effect !== undefined && !['delay', 'duplicate', 'stale'].includes(effect.kind);

const outcomeOf = ({ kind }: FaultEffect): Ending['outcome'] => (kind === 'timeout' ? 'timeout' : 'crashed');
