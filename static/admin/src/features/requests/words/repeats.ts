import type { AuditEventView } from '@contract/views';

/** What is tried again every few minutes would bury everything else: the same again is folded away, not left out. */
export interface Stretch {
  readonly events: readonly AuditEventView[];
  readonly isRepeat: boolean;
}

/** An attempt and what came of it are two events. */
const ATTEMPT = 2;
/** Fewer than this are shown as they are. */
const MANY = 4;

const sayingOf = ({ what, detail, by }: AuditEventView): string => JSON.stringify([what, detail, by]);

/** Stretches of the trail, in its order. A repeat says only what the two events before it said. */
export function stretchesOf(events: readonly AuditEventView[]): Stretch[] {
  const sayings = events.map(sayingOf);
  const repeats = sayings.map((saying, at) => sayings.slice(Math.max(0, at - ATTEMPT), at).includes(saying));
  const stretches: { events: AuditEventView[]; isRepeat: boolean }[] = [];
  for (const [at, event] of events.entries()) {
    const isRepeat = repeats[at] === true;
    const last = stretches.at(-1);
    if (last?.isRepeat === isRepeat) last.events.push(event);
    else stretches.push({ events: [event], isRepeat });
  }
  return stretches.map((one) => ({ ...one, isRepeat: one.isRepeat && one.events.length >= MANY }));
}
