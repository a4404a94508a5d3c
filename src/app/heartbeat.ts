import type { Work } from './governance-ports';
import { LONGEST_SECONDS } from './longest';
import type { Beat, Ports } from './ports';

/** As long as an event can be delayed: each heartbeat sends the next one on its way. */
const SLOT_MS = LONGEST_SECONDS * 1_000;
/** The platform lets 1,000 pushes descend from one run: a chain is replaced long before it comes to its end. */
const OLD_MS = 3_600_000;

export type Heartbeat = Extract<Work, { kind: 'ends' }>;

/**
 * Begins a chain of heartbeats, unless there is a young one. Whoever gives access and every round does so: then ends
 * come although all schedules have stopped.
 */
export async function keepBeating(ports: Ports): Promise<void> {
  const now = ports.clock.now();
  const last = await ports.heart.last();
  const slot = slotOf(now);
  if (last && last.slot >= slot && now.getTime() - last.root.getTime() < OLD_MS) return;
  await ports.queue.push([{ kind: 'ends', slot, root: slot }]);
}

/**
 * Whether this one has to go on with it. Of two chains the younger one does, and each slot of it once, however often it
 * is delivered: so chains never multiply.
 */
export const isNews = ({ slot, root }: Heartbeat, last: Beat | undefined): boolean =>
  !last || root > last.root || (root.getTime() === last.root.getTime() && slot > last.slot);

/** The slot that a heartbeat stands for when it comes: it may come late, and a little early. */
export const slotAt = ({ slot }: Heartbeat, now: Date): Date => {
  const present = slotOf(now);
  return present > slot ? present : slot;
};

export async function beatOn(ports: Ports, slot: Date, root: Date): Promise<void> {
  const next = new Date(slot.getTime() + SLOT_MS);
  const seconds = (next.getTime() - ports.clock.now().getTime()) / 1_000;
  await ports.queue.push([{ kind: 'ends', slot: next, root }], Math.min(LONGEST_SECONDS, seconds));
}

const slotOf = (now: Date): Date => new Date(Math.floor(now.getTime() / SLOT_MS) * SLOT_MS);
