import type { AuditEventView } from '@contract/views';

type Value = AuditEventView['detail'][string] | undefined;

const list = (value: Value): string[] => (Array.isArray(value) ? value : []);
const text = (value: Value): string => (value === undefined ? '' : String(value));

/**
 * Who did it, where the sentence does not name them: nobody is told that the app does its work, and whoever had a
 * ticket read again has not asked for what it says, nor approved it.
 */
export function actorOf({ what, by }: AuditEventView): string | undefined {
  return by.kind === 'user' && !namesItsActor.includes(what) ? by.id : undefined;
}
const namesItsActor: readonly string[] = [
  'received',
  'answered',
  'approved',
  'approved-late',
  'declined',
  'quarantined',
].map((event) => `request.${event}`);
/** `by`: a person, and not what kind of approval it was. */
const namesOneBy: readonly string[] = ['answered', 'declined', 'quarantined'].map(
  (event) => `request.${event}`,
);

/** Account ids that the sentence of an event names. */
export const peopleIn = ({ what, detail }: AuditEventView): string[] =>
  [
    ...['requester', 'beneficiary', 'person'].map((key) => text(detail[key])),
    ...(namesOneBy.includes(what) ? [text(detail['by'])] : []),
    ...list(detail['asked']),
    ...list(detail['people']),
    ...list(detail['approvers']),
  ].filter(Boolean);
