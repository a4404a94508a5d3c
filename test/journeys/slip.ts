import type { CallPoint } from '../../tools/simulator/faults';
import { tapInto } from '../rig/points';
import type { Stage } from './stage';

interface Moment {
  /** The so-manieth call on the way, from 1. */
  readonly nth: number;
  /** Counted from the first call that this fits. */
  readonly from: (point: CallPoint) => boolean;
}

/** Somebody acts in the middle of a run, just before one of its calls. Tells whether the run came there. */
export function slipIn({ faults }: Pick<Stage, 'faults'>, { nth, from }: Moment, act: () => void) {
  let seen = 0;
  tapInto(faults, (point, phase) => {
    if (phase === 'before' && point.service !== 'event' && (seen > 0 || from(point))) {
      seen += 1;
      if (seen === nth) act();
    }
    return undefined;
  });
  return () => seen >= nth;
}
