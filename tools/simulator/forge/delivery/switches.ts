/** A value for everything, or one that is chosen for each. */
export type Choice<T> = T | ((what: Subject) => T);

/** What is to be delivered: the event or queue by name, what it is about, and what it says. */
export interface Subject {
  readonly name: string;
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How product events reach their triggers. Different delays are how they get out of order. */
export interface EventSwitches {
  /** Documented: up to three minutes. */
  delayMs: Choice<number>;
  lost: Choice<boolean>;
  /** How many times too often. */
  duplicates: Choice<number>;
}

/** How pushed events reach their consumers. */
export interface QueueSwitches {
  /** On top of what the push asks for. */
  delayMs: Choice<number>;
  duplicates: Choice<number>;
  /** Which events of a push are not taken, so that it only succeeds in part. */
  refused: Choice<boolean>;
  /** How many run at the same time. */
  parallel: number;
  /** Of so many that are due, which is next. Queues keep no order. */
  pick: (due: number) => number;
}

/** How far away the site is. */
export interface NetworkSwitches {
  /** How long each call to it takes. Calls of several runs are under way at the same time. */
  siteCallMs: number;
}

/** The machines that run the app. */
export interface MachineSwitches {
  /** How far their clock is ahead of the platform's; below zero, behind. A run keeps the one it began with. */
  clockAheadMs: number;
}

/** How the platform delivers. May be changed at any time. */
export interface Switches {
  readonly network: NetworkSwitches;
  readonly machines: MachineSwitches;
  readonly events: EventSwitches;
  readonly queues: QueueSwitches;
  /** Keys of schedules that do not start by themselves. */
  readonly stoppedSchedules: Set<string>;
}

const PARALLEL_WHILE_FLOWING = 10;

/** A few seconds for events, no delay for queues. On a standing clock, one delivery at a time. */
export const defaultSwitches = (flowing: boolean): Switches => ({
  network: { siteCallMs: 0 },
  machines: { clockAheadMs: 0 },
  events: { delayMs: 2_000, lost: false, duplicates: 0 },
  queues: {
    delayMs: 0,
    duplicates: 0,
    refused: false,
    parallel: flowing ? PARALLEL_WHILE_FLOWING : 1,
    pick: () => 0,
  },
  stoppedSchedules: new Set(),
});

export const chosen = <T extends number | boolean>(choice: Choice<T>, subject: Subject): T =>
  typeof choice === 'function' ? choice(subject) : choice;
