import type { SiteResponse } from './atlassian/wire';
import type { VirtualClock } from './clock';
import { Crash, type CallPoint, type FaultEffect, type Faults } from './faults';

interface FaultLine {
  readonly faults: Faults;
  readonly clock: VirtualClock;
}

/**
 * Sends one call through the declared faults: what strikes before it may keep it away, what strikes after may hide it.
 * `send` is told what struck before it, for the effects that only the service itself can play, such as `stale`.
 */
export async function throughFaults(
  { faults, clock }: FaultLine,
  point: CallPoint,
  send: (struck?: FaultEffect) => Promise<SiteResponse>,
): Promise<SiteResponse> {
  const before = faults.strike(point, 'before');
  const instead = before && strike(before, clock);
  if (instead) return instead;

  const answer = await send(before);
  if (before?.kind === 'duplicate') await send(before);

  const after = faults.strike(point, 'after');
  return (after && strike(after, clock)) ?? answer;
}

/** What the caller sees in place of the answer, if anything. */
function strike(effect: FaultEffect, clock: VirtualClock): SiteResponse | undefined {
  switch (effect.kind) {
    case 'crash':
      throw new Crash('The invocation died here, as a declared fault asked.');
    case 'lose-response':
      throw new TypeError('fetch failed', { cause: new Error('socket hang up') });
    case 'timeout':
      throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    case 'error':
      return { status: effect.status, headers: effect.headers ?? {}, body: effect.body ?? '' };
    case 'answer':
      return { status: 200, headers: { 'content-type': 'application/json' }, body: effect.body };
    case 'delay':
      clock.elapse(effect.ms);
      return undefined;
    case 'duplicate':
    case 'stale':
      return undefined;
  }
}
