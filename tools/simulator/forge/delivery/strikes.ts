import type { FaultEffect, Faults } from '../../faults';
import type { Delivery, Waiting } from './delivery';
import type { Ending } from './retries';

/**
 * What a declared fault does to one delivery. A copy is spared, and what was delayed is not delayed again: one fault
 * without a limit would go on for ever.
 */
export function strikeOf(
  faults: Faults,
  waiting: Waiting,
  phase: 'before' | 'after',
): FaultEffect | undefined {
  const { struck, kind: service, name: operation, key } = waiting;
  if (struck === 'both' || (struck === 'before' && phase === 'before')) return undefined;
  return faults.strike({ service, operation, key }, phase);
}

/** How it ends when the effect keeps the function from running, or its result from being heard. */
export function endingBy(effect: FaultEffect | undefined): Ending | undefined {
  if (!effect || ['delay', 'duplicate', 'stale'].includes(effect.kind)) return undefined;
  return { outcome: effect.kind === 'timeout' ? 'timeout' : 'crashed' };
}

export const copyOf = ({ id: _id, ...delivery }: Waiting): Delivery => ({ ...delivery, struck: 'both' });
