import { Fault } from '../domain/fault';
import { advance } from './advance';
import type { Work } from './governance-ports';
import { itself } from './happened';
import { nextTryOf } from './next-try';
import type { Ports } from './ports';
import { tend } from './tend';
import { watchEnds } from './watch-ends';

/** `again`: nothing is wrong, but it has to be looked at once more after so many seconds. */
export type Performed = 'done' | { readonly again: number };

const SOON_SECONDS = 30;

/**
 * One piece of work from the queue. A failure that may pass is not an error of the run: the work comes again. One that
 * cannot pass by itself is thrown, to be logged.
 */
export const perform =
  (ports: Ports) =>
  async (work: Work): Promise<Performed> => {
    try {
      const since = ports.clock.now();
      if (work.kind === 'ends') return await watchEnds(ports)(work);
      if (work.kind === 'grant') return await tend(ports)(work.grantId, itself);
      return await nextTryOf(ports, await advance(ports)(work.issueId, itself), since);
    } catch (error) {
      if (!(error instanceof Fault) || !passes(error)) throw error;
      ports.report(error);
      return { again: error.retryAfterSeconds ?? SOON_SECONDS };
    }
  };

/** A refused credential passes, too: when it is repaired. */
const passes = ({ retryable, code }: Fault): boolean =>
  retryable || code === 'target-unauthorized' || code === 'target-forbidden' || code === 'unverified';
