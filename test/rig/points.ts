import type { CallPoint, FaultEffect, Faults } from '../../tools/simulator/faults';

export type Phase = 'before' | 'after';

/** Sees every call and every delivery pass, twice, and may strike it. */
export type Tap = (point: CallPoint, phase: Phase) => FaultEffect | undefined;

/** Puts a tap in the line of declared faults. Those still strike where the tap does not. */
export function tapInto(faults: Faults, tap: Tap): void {
  const declared = faults.strike.bind(faults);
  faults.strike = (point, phase) => tap(point, phase) ?? declared(point, phase);
}

/** Whether a call changes something outside the run: storage, the site, the queue. */
export function isEffect({ service, operation }: CallPoint): boolean {
  switch (service) {
    case 'kvs':
      return !/(^|\/)(get|query)$/.test(operation);
    case 'jira':
    case 'confluence':
    case 'egress':
      return !operation.startsWith('GET ');
    case 'queue':
      return operation.startsWith('publish ');
    case 'event':
    case 'bridge':
      return false;
  }
}

/** One call as a trace shows it: what was done to what. */
export const nameOf = ({ service, operation, key }: CallPoint): string =>
  service === 'kvs' ? `${service} ${operation} ${key}` : `${service} ${operation}`;

export interface Crash {
  /** The how-manieth effect of the disturbed part, from 1. */
  readonly at: number;
  readonly phase: Phase;
}

/** Kills the run at the chosen effects. `trace` is what was reached, struck or not; `struck` how many crashes came. */
export function crashTap(crashes: readonly Crash[]) {
  const trace: string[] = [];
  const numbers = new WeakMap<CallPoint, number>();
  let awake = false;
  let struck = 0;
  const tap: Tap = (point, phase) => {
    if (phase === 'before' && awake && isEffect(point)) numbers.set(point, trace.push(nameOf(point)));
    const number = numbers.get(point);
    if (!awake || !crashes.some((crash) => crash.at === number && crash.phase === phase)) return undefined;
    struck += 1;
    return { kind: 'crash' };
  };
  return {
    tap,
    trace: trace as readonly string[],
    struck: () => struck,
    wake: (on: boolean) => {
      awake = on;
    },
  };
}
