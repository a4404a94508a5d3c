import type { CallPoint, FaultEffect } from '../../tools/simulator/faults';
import type { Move, Weather } from './moves';
import type { Oracle } from './oracle';
import { tapInto, type Phase } from './points';
import { faultOf, isOn, phaseOf } from './strikes';
import { FIVE_MINUTES, type World } from './world';

type Strike = Extract<Weather, { do: 'strike' }>;
interface Pending {
  readonly strike: Strike;
  seen: number;
  fired: number;
}
interface Slip {
  left: number;
  readonly act: () => void;
}

const SECOND = 1_000;
const LATE_MS = 150 * SECOND;
const SIDE_BY_SIDE = 10;

/** What goes wrong around the app, as the plan says: calls are struck, deliveries come late, twice or not at all. */
export class Sky {
  readonly fired = new Map<string, number>();
  /** Of the app to anybody, and of anybody to the app. */
  calls = 0;
  private pending: Pending[] = [];
  private slips: Slip[] = [];
  private calm = false;
  private turns = 0;

  constructor(
    private readonly world: World,
    private readonly oracle: Oracle,
  ) {
    tapInto(world.faults, (point, phase) => this.pass(point, phase));
  }

  set(weather: Weather): void {
    const { events, queues, variants, machines, stoppedSchedules } = this.world.forge;
    switch (weather.do) {
      case 'strike':
        this.pending.push({ strike: weather, seen: 0, fired: 0 });
        return;
      case 'events':
        events.lost = weather.are === 'lost';
        events.duplicates = weather.are === 'doubled' ? 2 : 0;
        events.delayMs =
          weather.are === 'late'
            ? LATE_MS
            : weather.are === 'shuffled'
              ? () => this.alternating()
              : 2 * SECOND;
        return this.count(`events ${weather.are}`);
      case 'queue':
        queues.delayMs = weather.is === 'late' ? LATE_MS : 0;
        queues.duplicates = weather.is === 'doubled' ? 1 : 0;
        queues.pick = weather.is === 'reversed' ? (due) => due - 1 : () => 0;
        return this.count(`queue ${weather.is}`);
      case 'queries':
        variants.queryLagMs = weather.lagSeconds * SECOND;
        return this.count(`queries late by ${weather.lagSeconds} s`);
      case 'site':
        this.world.site.conditions.lagMs[weather.of] = weather.lagSeconds * SECOND;
        return this.count(`the site's ${weather.of} late by ${weather.lagSeconds} s`);
      case 'round-stands':
        if (weather.still) stoppedSchedules.add(FIVE_MINUTES);
        else stoppedSchedules.delete(FIVE_MINUTES);
        return this.count(weather.still ? 'the round of five minutes stands still' : 'the round goes on');
      case 'clock':
        machines.clockAheadMs = weather.aheadSeconds * SECOND;
        this.oracle.skewMs = Math.max(this.oracle.skewMs, Math.abs(machines.clockAheadMs));
        return this.count(`the app's clock ahead by ${weather.aheadSeconds} s`);
      case 'runs':
        queues.parallel = weather.are === 'side-by-side' ? SIDE_BY_SIDE : 1;
        return this.count(`runs ${weather.are}`);
    }
  }

  /** In the middle of a run that is under way then. */
  slip(nth: number, act: () => void): void {
    this.slips.push({ left: nth, act });
  }

  /** Nothing strikes what happens in between. */
  async inPeace<T>(work: () => Promise<T>): Promise<T> {
    const before = this.calm;
    this.calm = true;
    try {
      return await work();
    } finally {
      this.calm = before;
    }
  }

  clear(): void {
    this.calm = true;
    this.pending = [];
    this.slips = [];
    this.set({ do: 'events', are: 'prompt' });
    this.set({ do: 'queue', is: 'prompt' });
    this.set({ do: 'queries', lagSeconds: 0 });
    this.set({ do: 'site', of: 'membership', lagSeconds: 0 });
    this.set({ do: 'site', of: 'issueIndex', lagSeconds: 0 });
    this.set({ do: 'round-stands', still: false });
    this.set({ do: 'clock', aheadSeconds: 0 });
  }

  private pass(point: CallPoint, phase: Phase): FaultEffect | undefined {
    if (phase === 'before') this.calls += 1;
    const struck = this.calm ? undefined : this.strikeOf(point, phase);
    this.oracle.see(point, phase, struck?.effect);
    if (phase === 'before' && !this.calm && isOn(point, 'effect') === false && point.service !== 'event')
      this.slipIn();
    return struck && faultOf(struck.effect);
  }

  private strikeOf(point: CallPoint, phase: Phase): Strike | undefined {
    for (const each of this.pending) {
      const { strike } = each;
      if (phaseOf(strike.effect) !== phase || !isOn(point, strike.on)) continue;
      each.seen += 1;
      if (each.seen < strike.nth || each.fired >= strike.times) continue;
      each.fired += 1;
      this.count(`${strike.on}: ${strike.effect}`);
      return strike;
    }
    return undefined;
  }

  private slipIn(): void {
    for (const slip of this.slips) slip.left -= 1;
    const due = this.slips.filter(({ left }) => left <= 0);
    this.slips = this.slips.filter(({ left }) => left > 0);
    for (const { act } of due) {
      this.count('a deed in the middle of a run');
      this.oracle.slip(act);
    }
  }

  private alternating(): number {
    this.turns += 1;
    return (this.turns % 3) * 70 * SECOND;
  }

  /** What is set right again has not gone wrong. */
  private count(what: string): void {
    if (this.calm) return;
    this.fired.set(what, (this.fired.get(what) ?? 0) + 1);
  }
}

export const isWeather = (move: Move): move is Weather =>
  ['strike', 'events', 'queue', 'queries', 'runs', 'site', 'round-stands', 'clock'].includes(move.do);
