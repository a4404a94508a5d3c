import type { AuditEventView } from '@contract/views';

type Detail = AuditEventView['detail'];

/** Why a grant ends, or ended without anything being taken. */
const endings: Readonly<Record<string, string>> = {
  admin: 'An administrator ended it.',
  expired: 'Its end had come.',
  cancelled: 'Its request was cancelled.',
  gone: 'It was not there any more.',
  'held-before': 'The person had this access before the request, so it stays.',
  needed: 'Another request still needs this access, so it stays.',
  accepted: 'Nobody can see whether it is gone, and an administrator accepted that.',
  drift: 'the person was taken out of the group by other hands.',
};

/** The server says the reason in words where there are any; its code is kept for those who look it up. */
export function why({ why: code, code: problem, reason, about }: Detail): string {
  const key = String(code ?? problem ?? '');
  const words = endings[key] ?? (typeof reason === 'string' ? reason : key && `Code: ${key}.`);
  return about === undefined ? words : `${words} (${String(about)})`;
}

const tellings: Readonly<Record<string, string>> = {
  approvers: 'filled in its approvers field',
  asked: 'told who is asked now',
  refilled: 'told the desk that its approvers field was filled in again',
  'ask-refused': 'told the desk that its approvers field could not be filled in',
  'nobody-left': 'told that nobody is left who could approve it',
  'field-changed': 'told the desk that nobody in its approvers field may approve it',
  understood: 'told how the request was understood',
  refused: 'told that it was refused',
  declined: 'told that it was declined',
  voided: 'told that it is no longer valid',
  quarantined: 'told that it is quarantined',
  cancelled: 'told that it was cancelled',
  late: 'told that the approval came too late',
  outcome: 'told what was given',
  reminder: 'reminded of the approval',
  extended: 'told that the access has another end',
  overdue: 'told the desk that access is overdue',
  waiting: 'told what it waits for',
  move: 'moved the ticket',
  ended: 'told that the access ended',
};

const REFUSED = ' (refused)';

/** What was done on the ticket, by the app's key for it: `quarantined#2`, `move (refused)`. */
export function told(key: string): string {
  const [base = key] = key.replace(REFUSED, '').split('#');
  const words = tellings[base] ?? base;
  return key.endsWith(REFUSED) ? `${words} (the ticket did not take it)` : words;
}
