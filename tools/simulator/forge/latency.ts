import type { VirtualClock } from '../clock';

/** Held from before anyone puts virtual timers in place. */
const nextTurn = setImmediate;
const { setTimeout: realSetTimeout } = globalThis;

/** How many turns of the event loop must pass with nothing going on before time is moved to the next answer. */
const QUIET_TURNS = 3;

interface Answer {
  readonly at: number;
  readonly arrive: () => void;
}

/**
 * The time that calls to the site are under way. On a standing clock those of several runs are so at the same time: once
 * no run has anything else to do, the clock is moved to the answer that arrives first.
 */
export class Latency {
  private waiting: Answer[] = [];
  private turning = false;
  private quietTurns = 0;

  constructor(private readonly clock: VirtualClock) {}

  async pass(ms: number): Promise<void> {
    if (ms <= 0) return;
    await new Promise<void>((arrive) => {
      if (this.clock.flowing) return void realSetTimeout(arrive, ms);
      this.waiting.push({ at: this.clock.time() + ms, arrive });
      this.quietTurns = 0;
      this.turn();
    });
  }

  private turn(): void {
    if (this.turning) return;
    this.turning = true;
    nextTurn(() => {
      this.turning = false;
      this.quietTurns += 1;
      if (this.quietTurns >= QUIET_TURNS) this.moveOn();
      if (this.waiting.length > 0) this.turn();
    });
  }

  private moveOn(): void {
    this.quietTurns = 0;
    const next = Math.min(...this.waiting.map(({ at }) => at));
    this.clock.elapse(Math.max(0, next - this.clock.time()));
    const now = this.clock.time();
    const arrived = this.waiting.filter(({ at }) => at <= now);
    this.waiting = this.waiting.filter(({ at }) => at > now);
    for (const { arrive } of arrived) arrive();
  }
}
