import type { Approval, Until } from './request';
import { MAX_HOURS } from './rule';
import type { WantedEnd } from './read-end';
import { clockOf, endOfDay, knownZone } from './zone';

const HOUR_MS = 3_600_000;

export interface EndContext {
  readonly now: Date;
  /** The beneficiary's. One that is unknown counts as UTC, and is told as UTC. */
  readonly zone: string;
  readonly maxHours?: number;
  readonly required: boolean;
}
export type FixedEnd =
  | { readonly kind: 'fixed'; readonly until: Until }
  | {
      readonly kind: 'wrong';
      readonly code: 'end-past' | 'end-too-far' | 'end-missing' | 'end-unreadable';
      readonly text: string;
    };

/** The end that a ticket asks for as one that everybody reads alike, or why there can be no such end. */
export function fixEnd(end: WantedEnd, { now, zone, maxHours = MAX_HOURS, required }: EndContext): FixedEnd {
  switch (end.kind) {
    case 'never':
      return required
        ? wrong('end-missing', 'The request has to say when the access ends.')
        : { kind: 'fixed', until: { kind: 'never' } };
    case 'for':
      if (!(end.hours > 0))
        return wrong('end-unreadable', 'How long the access is wanted for cannot be read.');
      return end.hours <= maxHours ? { kind: 'fixed', until: end } : tooFar(maxHours);
    case 'date':
      return fixInstant(endOfDay(end.date, knownZone(zone)), { now, zone, maxHours });
    case 'at':
      return fixInstant(end.at, { now, zone, maxHours });
  }
}

type Bounds = Required<Omit<EndContext, 'required'>>;

function fixInstant(at: Date | undefined, { now, zone, maxHours }: Bounds): FixedEnd {
  if (!at || Number.isNaN(at.getTime()))
    return wrong('end-unreadable', 'The end of the access cannot be read.');
  if (at <= now) return wrong('end-past', 'The end of the access is in the past.');
  if (at.getTime() > now.getTime() + maxHours * HOUR_MS) return tooFar(maxHours);
  return { kind: 'fixed', until: { kind: 'at', at, zone: knownZone(zone) } };
}

const tooFar = (maxHours: number): FixedEnd =>
  wrong('end-too-far', `The access can last at most ${spanInWords(maxHours)}.`);

const wrong = (code: Extract<FixedEnd, { kind: 'wrong' }>['code'], text: string): FixedEnd => ({
  kind: 'wrong',
  code,
  text,
});

/**
 * The approval's own instant, whenever it was heard of; where none is needed, now. A desk whose clock is ahead of ours
 * lengthens nothing.
 */
export const countedFrom = (approval: Approval, now: Date): Date =>
  approval.kind === 'exempt' || approval.at > now ? now : approval.at;

/** A span counts from the approval, not from the question. Undefined: there is no end. */
export function endsAt(until: Until, approvedAt: Date): Date | undefined {
  switch (until.kind) {
    case 'never':
      return undefined;
    case 'for':
      return new Date(approvedAt.getTime() + until.hours * HOUR_MS);
    case 'at':
      return until.at;
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** E.g. "1 Dec 2026, 00:00 (Europe/Berlin, UTC+01:00)". */
export function sayInstant(at: Date, zone: string): string {
  const known = knownZone(zone);
  const { year, month, day, hour, minute, offset } = clockOf(known)(at);
  const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
  return `${day} ${MONTHS[month - 1]} ${year}, ${time} (${known}, UTC${offset})`;
}

const DAY_HOURS = 24;

/** E.g. "8 hours", "3 days". */
export function spanInWords(hours: number): string {
  const [count, unit] =
    hours >= 2 * DAY_HOURS && hours % DAY_HOURS === 0 ? [hours / DAY_HOURS, 'day'] : [hours, 'hour'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
