import type { Grant } from '../domain/grant';
import { alarmFor, ring } from './arm';
import { findDueGrants } from './find-due';
import { firstOf } from './first-of';
import { beatOn, isNews, slotAt, type Heartbeat } from './heartbeat';
import { LONGEST_SECONDS } from './longest';
import type { Performed } from './perform';
import type { Ports } from './ports';
import { grantWork } from './sweep-work';

/** The queue takes 500 events in a minute, and rounds fall into the same one. Very many ends at once are due later. */
const MOST_LEAVING = 250;
const MOST_ARMED = 200;
/** Beyond so many on their way out, what is on its way in waits for the next heartbeat, or a round. */
const MANY_LEAVING = 100;
/** Where more is due than one run takes, it comes again after so long. */
const CROWD_SECONDS = 60;
/** Another one has just looked at what is due. */
const JUST_NOW_MS = 45_000;

/**
 * A heartbeat: sends the next one on its way, has looked at what is due, removals first, and gives what ends before the
 * next one comes an event of its own, for its very second. It notes last that it was here: dead at any point, it comes
 * again, and what it does twice does no harm.
 */
export const watchEnds =
  (ports: Ports) =>
  async (heartbeat: Heartbeat): Promise<Performed> => {
    const now = ports.clock.now();
    const last = await ports.heart.last();
    const looks = !beginsChain(heartbeat) && !(last && now.getTime() - last.at.getTime() < JUST_NOW_MS);
    const goesOn = isNews(heartbeat, last);
    if (!goesOn && !looks) return 'done';
    const slot = slotAt(heartbeat, now);
    const isFirst = goesOn && (!last || slot > last.slot);
    if (goesOn) await beatOn(ports, slot, heartbeat.root);
    const isCrowd = looks && (await pushDue(ports, now));
    if (isFirst) await armNext(ports, now);
    await ports.heart.note({
      slot: !last || isFirst ? slot : last.slot,
      root: !last || goesOn ? heartbeat.root : last.root,
      at: !last || looks ? now : last.at,
    });
    return isCrowd ? { again: CROWD_SECONDS } : 'done';
  };

/** The round that began it has looked at what is due. */
const beginsChain = ({ slot, root }: Heartbeat): boolean => slot.getTime() === root.getTime();

/** Answers whether there is more of it. */
async function pushDue(ports: Ports, now: Date): Promise<boolean> {
  const dueGrants = findDueGrants(ports);
  const leaving = await dueGrants('out', now, MOST_LEAVING);
  await ports.queue.push(leaving.map(grantWork));
  if (leaving.length < MANY_LEAVING) await ports.queue.push((await dueGrants('in', now)).map(grantWork));
  return leaving.length === MOST_LEAVING;
}

/** What has not been seen to be there yet has an end, too. */
async function armNext(ports: Ports, now: Date): Promise<void> {
  const between = { after: now, until: new Date(now.getTime() + LONGEST_SECONDS * 1_000) };
  const ends = async (way: Grant['way']) =>
    (
      await firstOf(ports, {
        page: (cursor) => ports.grants.listWaking(way, between, cursor),
        choose: (grants) => grants.filter(({ wakeAt, until }) => wakeAt?.getTime() === until?.getTime()),
        most: MOST_ARMED,
      })
    ).items;
  const next = [...(await ends('out')), ...(await ends('in'))].slice(0, MOST_ARMED);
  await ring(
    ports,
    next.flatMap((grant) => alarmFor(grant, now) ?? []),
  );
}
