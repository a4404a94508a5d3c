import { Queue as ForgeQueue } from '@forge/events';
import type { Queue, Work } from '../app/governance-ports';
import { Fault } from '../domain/fault';

/** As the manifest names it. */
const QUEUE = 'work';
/** https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ */
const BATCH_SIZE = 50;
const LONGEST_DELAY_SECONDS = 900;

/** What is pushed now may be read by a later version of the app: that is what `schema` is for. */
export const WORK_SCHEMA = 1;

export const forgeQueue: Queue = {
  async push(work, afterSeconds = 0) {
    const queue = new ForgeQueue({ key: QUEUE });
    const events = work.map((each, index) => ({
      body: { schema: WORK_SCHEMA, ...each },
      concurrency: { key: keyOf(each), limit: 1 },
      ...delayOf(typeof afterSeconds === 'number' ? afterSeconds : (afterSeconds[index] ?? 0)),
    }));
    for (let at = 0; at < events.length; at += BATCH_SIZE)
      await queue.push(events.slice(at, at + BATCH_SIZE)).catch(explain);
  },
};

const delayOf = (seconds: number): { delayInSeconds?: number } => {
  const delayInSeconds = Math.min(LONGEST_DELAY_SECONDS, Math.max(0, Math.ceil(seconds)));
  return delayInSeconds > 0 ? { delayInSeconds } : {};
};

/**
 * One at a time for each request and its grants: others wait instead of losing a race, or telling the ticket twice. One
 * heartbeat at a time, too: a second one sees that the first was there.
 */
const keyOf = (work: Work): string => (work.kind === 'ends' ? 'ends' : `request#${work.issueId}`);

function explain(cause: unknown): never {
  throw new Fault('target-unavailable', 'The platform did not take the work. It is tried again.', { cause });
}
