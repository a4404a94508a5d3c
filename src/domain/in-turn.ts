/** How many one round takes. */
const MOST = 500;
/** How long a round lasts, in milliseconds: each that begins later takes the next. */
const ROUND_MS = 5 * 60_000;

/** All, or where there are too many for one round, those whose turn it is: none waits for ever. */
export function inTurn<T>(items: readonly T[], now: Date): readonly T[] {
  if (items.length <= MOST) return items;
  const start = (Math.floor(now.getTime() / ROUND_MS) * MOST) % items.length;
  return [...items.slice(start), ...items.slice(0, start)].slice(0, MOST);
}
