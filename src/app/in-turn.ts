import type { Ports } from './ports';

interface Turns {
  /** About how many one round takes. */
  readonly most: number;
  /** How long it is from one round to the next, in milliseconds: each takes others. */
  readonly roundMs: number;
}

/**
 * All of them, or where there are too many for one round, those whose turn it is: each comes round once in as many
 * rounds as are needed, whatever else comes and goes. Spread evenly, whatever numbers Jira gives.
 */
export function inTurn(
  { clock, digest }: Pick<Ports, 'clock' | 'digest'>,
  ids: readonly string[],
  { most, roundMs }: Turns,
): readonly string[] {
  const turns = Math.ceil(ids.length / most);
  if (turns <= 1) return ids;
  const turn = Math.floor(clock.now().getTime() / roundMs) % turns;
  return ids.filter((id) => Number.parseInt(digest(id).slice(0, 8), 16) % turns === turn);
}
