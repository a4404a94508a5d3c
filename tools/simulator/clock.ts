/** One moment of the future at which something is due. */
interface Timer {
  readonly at: number;
  readonly run: () => void | Promise<void>;
}

interface ClockOptions {
  readonly start?: Date;
  /** A flowing clock runs with real time; a standing one moves only when somebody moves it. */
  readonly flowing?: boolean;
}

/** Simulated time. Queues, schedules, TTLs, token expiry and propagation delays all follow it. */
export class VirtualClock {
  private offset: number;
  private timers: Timer[] = [];
  readonly flowing: boolean;

  constructor({ start = new Date('2026-01-05T12:00:00Z'), flowing = false }: ClockOptions = {}) {
    this.flowing = flowing;
    this.offset = flowing ? start.getTime() - realNow() : start.getTime();
  }

  now(): Date {
    return new Date(this.time());
  }

  time(): number {
    return this.flowing ? realNow() + this.offset : this.offset;
  }

  /** Lets time pass without running what is due: the caller is itself in the middle of something. */
  elapse(ms: number): void {
    this.offset += ms;
  }

  /** Runs once when the clock has reached the moment. Answers the way to call it off. */
  at(moment: Date, run: Timer['run']): () => void {
    const timer = { at: moment.getTime(), run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  /** Moves time on and runs everything that falls due on the way, in order, each at its own moment. */
  async advance(ms: number): Promise<void> {
    const end = this.time() + ms;
    for (let next = this.due(end); next; next = this.due(end)) {
      this.elapse(Math.max(0, next.at - this.time()));
      await this.fire(next);
    }
    this.elapse(Math.max(0, end - this.time()));
  }

  /** Runs what is due now and what falls due meanwhile, until nothing is. A flowing clock needs it now and then. */
  async settle(): Promise<void> {
    for (let next = this.due(this.time()); next; next = this.due(this.time())) await this.fire(next);
  }

  /** Whether something is due that has not run. */
  isBehind(): boolean {
    return this.due(this.time()) !== undefined;
  }

  private due(end: number): Timer | undefined {
    const ready = this.timers.filter(({ at }) => at <= end);
    return ready.sort((a, b) => a.at - b.at)[0];
  }

  private async fire(timer: Timer): Promise<void> {
    this.timers = this.timers.filter((other) => other !== timer);
    await timer.run();
  }
}

/** The machine's own time, held from before anyone puts a virtual `Date` in its place. */
const RealDate = Date;
const realNow = () => RealDate.now();

/** `PT8H`, `P30D`, `PT90S` as milliseconds. Years and months have no fixed length and are refused. */
export function parseDuration(text: string): number {
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  if (!match || text === 'P' || text.endsWith('T'))
    throw new RangeError(`Not a duration: ${text}. Try PT8H or P30D.`);
  const [, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.map((part) => Number(part ?? 0));
  return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
