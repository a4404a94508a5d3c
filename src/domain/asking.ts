/** Why nobody who may approve a request is asked. */
export const unaskedCodes = ['ask-refused', 'nobody-left', 'field-changed'] as const;
export type Unasked = (typeof unaskedCodes)[number];

/** How it stands with asking those who may approve, where the app does it by a field of the ticket. */
export interface Asking {
  /** How often somebody was to be asked: what is said of it is said once each time. */
  readonly round: number;
  /** What was emptied by hand was filled again, which is not done twice. */
  readonly refilled: boolean;
  /** Absent: they are asked, or are about to be. */
  readonly unasked?: Unasked;
}

export const neverAsked: Asking = { round: 0, refilled: false };

/** Somebody was asked, or will be: nothing is in the way any more. */
export const withoutTrouble = ({ round, refilled }: Asking): Asking => ({ round, refilled });

/** What became of those whom the app had put into the field: they are there, nobody is, or others are. */
type Field = 'as-asked' | 'empty' | 'emptied' | 'changed';

function fieldNow(inField: readonly string[], asked: readonly string[]): Field {
  if (inField.length === 0) return asked.length === 0 ? 'empty' : 'emptied';
  return inField.every((id) => asked.includes(id)) ? 'as-asked' : 'changed';
}

interface Seen {
  /** Whom the field holds. None of them can approve. */
  readonly inField: readonly string[];
  /** Whom the app put there last. */
  readonly asked: readonly string[];
  readonly refilled: boolean;
  /** There is somebody who can approve and has not answered yet. */
  readonly isAnybodyLeft: boolean;
}

/**
 * Nobody in the field can approve. What the app itself put there is brought up to date; what was emptied by hand is
 * filled again, once; whom somebody else chose is left there. Nobody is fought: what is not done is told.
 */
export function nextAsking({ inField, asked, refilled, isAnybodyLeft }: Seen): 'ask' | 'refill' | Unasked {
  if (!isAnybodyLeft) return 'nobody-left';
  const field = fieldNow(inField, asked);
  if (field === 'changed' || (field === 'emptied' && refilled)) return 'field-changed';
  return field === 'emptied' ? 'refill' : 'ask';
}
