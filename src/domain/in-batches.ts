/** So many at once are little for whoever is asked. */
const AT_ONCE = 25;

/**
 * Asks about each, a batch after the other: a few hundred questions at once are refused by any service. The first is
 * asked alone: what it had to look up, and is remembered, is there for all others.
 */
export async function inBatches<T, R>(
  items: readonly T[],
  ask: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const answers: R[] = [];
  answers.push(...(await Promise.all(items.slice(0, 1).map(ask))));
  for (let at = 1; at < items.length; at += AT_ONCE)
    answers.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(ask))));
  return answers;
}
