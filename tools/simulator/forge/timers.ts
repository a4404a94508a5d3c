import { AsyncResource } from 'node:async_hooks';

/** Held from before anyone puts a virtual `setTimeout` in place. */
const nextTurn = setImmediate;

/** How many turns of the event loop must pass with nothing going on before time is moved to the next timer. */
const QUIET_TURNS = 3;

/** What the timers of one invocation need to know of it. */
export interface Pace {
  readonly now: () => number;
  /** Moves the virtual clock on. */
  readonly elapse: (ms: number) => void;
  /** A call to the platform is under way: time is its business. */
  readonly isBusy: () => boolean;
  readonly isOver: () => boolean;
}

/** Stands for what `setTimeout` gives back. */
export class VirtualTimeout {
  private driving = true;

  constructor(
    readonly at: number,
    readonly run: () => void,
    private readonly forget: (timer: VirtualTimeout) => void,
  ) {}

  close(): void {
    this.forget(this);
  }

  ref(): this {
    this.driving = true;
    return this;
  }

  unref(): this {
    this.driving = false;
    return this;
  }

  hasRef(): boolean {
    return this.driving;
  }
}

/**
 * `setTimeout` on a standing clock. Nobody really waits: once the invocation has nothing else to do, the clock is moved
 * to the earliest timer. While a call is under way its timers fire only if the call itself has let their time pass.
 */
export class VirtualTimers {
  private waiting: VirtualTimeout[] = [];
  private turning = false;
  private quietTurns = 0;

  constructor(private readonly pace: Pace) {}

  start(run: () => void, ms: number): VirtualTimeout {
    const at = this.pace.now() + Math.max(0, ms);
    const timer = new VirtualTimeout(at, AsyncResource.bind(run), (closed) => {
      this.waiting = this.waiting.filter((other) => other !== closed);
    });
    this.waiting.push(timer);
    this.turn();
    return timer;
  }

  /** Runs what has fallen due. */
  fireDue(): void {
    for (let next = this.next(); next && next.at <= this.pace.now(); next = this.next()) {
      next.close();
      next.run();
    }
  }

  private turn(): void {
    if (this.turning) return;
    this.turning = true;
    nextTurn(() => {
      this.turning = false;
      if (this.pace.isOver()) return;
      this.quietTurns = this.pace.isBusy() ? 0 : this.quietTurns + 1;
      if (this.quietTurns >= QUIET_TURNS) this.moveOn();
      if (this.waiting.some((timer) => timer.hasRef())) this.turn();
    });
  }

  private moveOn(): void {
    this.quietTurns = 0;
    const next = this.waiting.filter((timer) => timer.hasRef()).sort(byTime)[0];
    if (!next) return;
    this.pace.elapse(Math.max(0, next.at - this.pace.now()));
    if (!this.pace.isOver()) this.fireDue();
  }

  private next(): VirtualTimeout | undefined {
    return [...this.waiting].sort(byTime)[0];
  }
}

const byTime = (a: VirtualTimeout, b: VirtualTimeout) => a.at - b.at;
