import type { Waiting } from './delivery';

interface Round {
  /** In the order in which they fell due. */
  readonly due: readonly Waiting[];
  readonly running: readonly Waiting[];
  readonly parallel: number;
  readonly pick: (due: number) => number;
}

/** Which of the deliveries that are due begin now. */
export function nextBatch({ due, running, parallel, pick }: Round): readonly Waiting[] {
  const batch: Waiting[] = [];
  let ready = [...due];
  while (batch.length + running.length < parallel) {
    ready = ready.filter((waiting) => isFree(waiting, [...running, ...batch]));
    if (ready.length === 0) break;
    batch.push(...ready.splice(pick(ready.length), 1));
  }
  return batch;
}

/** Concurrency counts for an installation over all of its queues. */
function isFree(waiting: Waiting, running: readonly Waiting[]): boolean {
  const concurrency = concurrencyOf(waiting);
  if (!concurrency) return true;
  const sharing = running.filter(
    (other) => other.installation === waiting.installation && concurrencyOf(other)?.key === concurrency.key,
  );
  return sharing.length < concurrency.limit;
}

const concurrencyOf = (waiting: Waiting) =>
  waiting.kind === 'queue' ? waiting.argument.concurrency : undefined;
