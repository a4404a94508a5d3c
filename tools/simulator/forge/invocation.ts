import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import type { VirtualClock } from '../clock';
import { Crash } from '../faults';
import { LogBook } from './log-book';
import type {
  AppInstallation,
  CallRecord,
  DeliveryRecord,
  InvocationRecord,
  PlatformPrincipal,
} from './platform';
import { VirtualTimers } from './timers';

/** Held from before anyone puts virtual timers in place. */
const { setTimeout: realSetTimeout, clearTimeout: realClearTimeout } = globalThis;

export interface InvocationOptions {
  readonly installation: AppInstallation;
  readonly clock: VirtualClock;
  readonly moduleKey: string;
  readonly function: string;
  readonly limitMs: number;
  readonly call?: string;
  readonly principal?: PlatformPrincipal;
  readonly delivery?: DeliveryRecord;
  /** The chain of pushes that led here. Absent: one begins. */
  readonly chain?: string;
}

type Outcome = InvocationRecord['outcome'];
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What an invocation that is over waits for: the process that ran it is gone, so nothing comes back. */
const never = () => new Promise<never>(() => undefined);

/** One run of one function: how long it may take, what it did, and how it ended. */
export class Invocation {
  readonly id = randomUUID();
  readonly siteCalls: CallRecord[] = [];
  readonly storage: Mutable<InvocationRecord['storage']> = {
    requests: 0,
    reads: 0,
    writes: 0,
    readUnits: 0,
    writeUnits: 0,
  };
  readonly log = new LogBook();
  /** Present while the clock stands. */
  readonly timers: VirtualTimers | undefined;
  private readonly startedAt: number;
  private callsUnderWay = 0;
  private outcome: Outcome | undefined;
  private endsAt = Infinity;
  private die: (why: Error) => void = () => undefined;
  private readonly death = new Promise<never>((_, reject) => {
    this.die = reject;
  });

  constructor(readonly options: InvocationOptions) {
    this.startedAt = options.clock.time();
    this.death.catch(() => undefined);
    if (!options.clock.flowing) {
      this.timers = new VirtualTimers({
        now: () => options.clock.time(),
        elapse: (ms) => this.elapse(ms),
        isBusy: () => this.callsUnderWay > 0,
        isOver: () => this.isOver(),
      });
    }
  }

  runtimeMs(): number {
    return Math.min(this.options.clock.time(), this.endsAt) - this.startedAt;
  }

  remainingMs(): number {
    return Math.max(0, this.options.limitMs - this.runtimeMs());
  }

  /** Looks at the clock too: an invocation is over once its time is up. */
  isOver(): boolean {
    if (this.outcome === undefined && this.runtimeMs() > this.options.limitMs) this.end('timeout');
    return this.outcome !== undefined;
  }

  /** One call to the platform. Of an invocation that is over, or dies in it, nothing ever comes back. */
  async call<T>(send: () => Promise<T>): Promise<T> {
    if (this.isOver()) return never();
    this.callsUnderWay += 1;
    const answer = await settle(send);
    this.callsUnderWay -= 1;
    this.timers?.fireDue();
    if ('error' in answer && answer.error instanceof Crash) this.end('crashed');
    if (this.isOver()) return never();
    if ('error' in answer) throw answer.error;
    return answer.value;
  }

  /** The handler's result, or a rejection when it failed or was ended before it was done. */
  async run(handler: () => unknown): Promise<unknown> {
    const alarm = realSetTimeout(() => this.end('timeout'), this.options.limitMs);
    try {
      const result = await Promise.race([settle(async () => handler()), this.death]);
      if (this.isOver()) return await this.death;
      if ('error' in result) throw result.error;
      return result.value;
    } finally {
      realClearTimeout(alarm);
    }
  }

  end(outcome: Outcome): void {
    if (this.outcome !== undefined) return;
    this.outcome = outcome;
    this.endsAt = this.options.clock.time();
    if (outcome !== 'ok') this.die(new Error(`The invocation is over: ${outcome}.`));
  }

  record(error?: unknown): InvocationRecord {
    const { installation, moduleKey, call, principal, delivery, function: key } = this.options;
    return {
      id: this.id,
      installationId: installation.id,
      at: new Date(this.startedAt).toISOString(),
      moduleKey,
      function: key,
      ...(call !== undefined && { call }),
      ...(principal && { accountId: principal.accountId }),
      ...(delivery && { delivery }),
      outcome: this.outcome ?? 'ok',
      durationMs: this.runtimeMs(),
      siteCalls: this.siteCalls,
      storage: this.storage,
      logs: this.log.lines,
      ...(error !== undefined && { error: inspect(error) }),
    };
  }

  private elapse(ms: number): void {
    this.options.clock.elapse(Math.min(ms, this.remainingMs() + 1));
  }
}

type Settled<T> = { readonly value: T } | { readonly error: unknown };

async function settle<T>(send: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await send() };
  } catch (error) {
    return { error };
  }
}
