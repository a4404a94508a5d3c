import type { Doors } from '../doors';
import type { AppManifest } from '../manifest';
import { PlatformError } from '../payload';
import type { AppInstallation } from '../platform';
import type { Runner } from '../runner';
import { limitOf } from '../time-limits';
import { argumentOf } from './arguments';
import type { Waiting } from './delivery';
import { nextBatch } from './readiness';
import { judge, type Ending } from './retries';
import { copyOf, endingBy, strikeOf } from './strikes';

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

  /** Whoever moves the clock waits for the deliveries. Others may begin meanwhile, if the clock flows. */
  private async fire(): Promise<void> {
    const { clock, line, switches } = this.doors;
    const now = clock.time();
    const due = line
      .due(now)
      .filter(({ id, installation }) => !this.running.has(id) && this.installations.has(installation));
    const batch = nextBatch({ ...switches.queues, due, running: [...this.running.values()] });
    const ends = batch.map((waiting) => this.follow(waiting));
    if (batch.length === 0) this.arm(now);
    else if (clock.flowing) this.arm();
    await Promise.all(ends);
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

  private async deliver(waiting: Waiting): Promise<void> {
    const { line, faults, clock } = this.doors;
    if (waiting.kind === 'event') line.remove(waiting);
    const before = strikeOf(faults, waiting, 'before');
    if (before?.kind === 'delay') {
      this.putBack({ ...waiting, dueAt: clock.time() + before.ms, struck: 'before' });
      return;
    }
    if (before?.kind === 'duplicate') line.add(copyOf(waiting));
    const prevented = endingBy(before);
    if (prevented) {
      this.conclude(waiting, prevented);
      return;
    }
    const ran = await this.run(waiting);
    if (this.closed) return;
    const after = strikeOf(faults, waiting, 'after');
    if (after?.kind === 'duplicate') line.add(copyOf(waiting));
    this.conclude(waiting, endingBy(after) ?? ran);
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

  private conclude(waiting: Waiting, ending: Ending): void {
    const { line, clock } = this.doors;
    const verdict = judge(waiting, ending, clock.time());
    if (verdict.kind === 'again') {
      const { struck: _struck, ...unstruck } = waiting;
      const { dueAt, retry } = verdict;
      this.putBack({ ...unstruck, dueAt, retry, tries: waiting.tries + 1 });
    } else if (waiting.kind === 'queue') {
      const { installation, name: queue, job } = waiting;
      line.remove(waiting);
      line.closeOne({ installation, queue, job }, verdict.kind === 'done' ? 'success' : 'failed');
    }
  }

  /** An event has left the line before it ran; what is queued stays there until it is done. */
  private putBack(waiting: Waiting): void {
    const { line } = this.doors;
    if (waiting.kind === 'queue') return line.postpone(waiting);
    const { id: _id, ...event } = waiting;
    line.add(event);
  }
}

const moduleOf = ({ triggers, consumers }: AppManifest, { kind, module }: Waiting) =>
  (kind === 'event' ? triggers : consumers).find(({ key }) => key === module);
