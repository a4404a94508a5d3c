import type { Grant } from '../domain/grant';
import type { Holding } from '../domain/holding';
import type { Ports } from './ports';

/** As long as a site may go on showing what was taken, with some time to spare. */
const SHOWN_MS = 5 * 60_000;

/**
 * Tried a moment ago and not seen to be gone, whatever has come of that: what the site shows now may be over already.
 * One clock may be ahead of another.
 */
const mayBeGone = ({ way, changedAt }: Grant, now: Date): boolean =>
  way === 'out' && Math.abs(now.getTime() - changedAt.getTime()) < SHOWN_MS;

interface Seen {
  readonly holding: Holding | undefined;
  readonly grantId: string;
  readonly now: Date;
}

/** Whether access that is seen may be what another grant of the pair has just left. That one's next look will tell. */
export async function isJustTaken(ports: Ports, { holding, grantId, now }: Seen): Promise<boolean> {
  const leaving = (holding?.grants ?? []).filter(({ id, stage }) => id !== grantId && stage === 'leaving');
  if (leaving.length === 0) return false;
  const grants = await ports.grants.findMany(leaving.map(({ id }) => id));
  return grants.some((grant) => mayBeGone(grant, now));
}
