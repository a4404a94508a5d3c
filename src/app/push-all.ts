import type { Work } from './governance-ports';
import type { Ports } from './ports';

/** What one call of the queue takes. */
const PIECE = 50;

/** A queue that is full is no reason to stop: the next round finds the same again. */
export async function pushAll(ports: Ports, work: readonly Work[]): Promise<void> {
  for (let at = 0; at < work.length; at += PIECE)
    await ports.queue.push(work.slice(at, at + PIECE)).catch(ports.report);
}
