import type { AuditEventView } from '@contract/views';
import { told, why } from './codes';
import { answered, approved, approvedLate, declined } from './decision-words';
import {
  all,
  grant,
  groupsOf,
  joined,
  list,
  person,
  text,
  until,
  type Detail,
  type Names,
  type Sentence,
  type Value,
} from './naming';

export type { Names };

const groupCount = (count: Value): string => `${text(count)} ${Number(count) === 1 ? 'group' : 'groups'}`;
const counted = ({ given, failed }: Detail): string =>
  Number(failed) === 0
    ? `${groupCount(given)} given`
    : `${groupCount(given)} given, ${text(failed)} could not be given`;

function understood(detail: Detail, names: Names): string {
  const { beneficiary, groups, until: end } = detail;
  const who = beneficiary === undefined ? 'somebody who is to be invited' : person(beneficiary, names);
  return `Understood as: ${groupsOf(groups, names)} for ${who}, ${until(end)}. An approval counts for exactly this`;
}

function received({ requester, rule, ruleVersion }: Detail, names: Names): string {
  const name = names.rules.get(text(rule));
  const which = name === undefined ? 'A rule that was deleted' : `Rule ${name}`;
  return `Asked by ${person(requester, names)}. ${which}, version ${text(ruleVersion)} applies`;
}

/** What each event says to a person. */
export const sentences: Readonly<Record<string, Sentence>> = {
  'request.received': received,
  'request.understood': understood,
  'request.waiting': (detail) => `It cannot be understood yet. ${why(detail)}`,
  'request.routed': ({ asked }, names) =>
    list(asked).length === 0
      ? 'Waits for anybody who may approve it'
      : `May be approved by ${all(asked, names)}`,
  'request.asked': ({ people }, names) => `Asked for approval: ${all(people, names)}`,
  'request.unasked': (detail) => `Nobody who may approve it is asked. ${why(detail)}`,
  'request.refused': (detail) => `Refused. ${why(detail)}`,
  'request.answered': answered,
  'request.approved': approved,
  'request.declined': declined,
  'request.voided': (detail) => `No longer valid. ${why(detail)}`,
  'request.quarantined': (detail, names) =>
    `Quarantined: nothing is given until somebody has looked. ${why(detail)}` +
    (detail['by'] === undefined ? '' : ` It was moved by ${person(detail['by'], names)}`),
  'request.cancelled': (detail) => `Cancelled. ${why(detail)}`,
  'request.approved-late': approvedLate,
  'request.inviting': () => 'About to invite the person, who has no account here yet',
  'request.invited': ({ person: id }, names) => `Invited: the account is that of ${person(id, names)}`,
  'request.provisioning': () => 'Approved, and something is in the way that may pass',
  'request.fulfilled': (detail) => `Fulfilled: ${counted(detail)}`,
  'request.partly-fulfilled': (detail) => `Partly fulfilled: ${counted(detail)}`,
  'request.failed': (detail) => `Failed: ${counted(detail)}`,
  'request.told': ({ keys }) => `On the ticket: ${joined.format(new Set(list(keys).map(told)))}`,
  'request.reminded': ({ asked }, names) =>
    list(asked).length === 0 ? 'Reminded that it waits for approval' : `Reminded ${all(asked, names)}`,
  'request.hidden': () =>
    'The ticket cannot be seen. Nothing is begun, and in an hour it is looked at once more',
  'request.seen': () => 'The ticket can be seen again',
  'grant.intended': (detail, names) =>
    `About to give ${grant(detail, names)} to ${person(detail['person'], names)}, ${until(detail['until'])}` +
    (detail['heldBefore'] === true ? '. The person has it already, so it will not be taken back' : ''),
  'grant.succeeded': (detail, names) =>
    detail['outcome'] === 'already'
      ? `Looked again: the person was in ${grant(detail, names)} already`
      : `Given, and seen: the person is in ${grant(detail, names)}`,
  'grant.failed': (detail, names) => `${grant(detail, names)} could not be given. ${why(detail)}`,
  'grant.blocked': (detail, names) => `${grant(detail, names)} is blocked. ${why(detail)}`,
  'grant.unverified': (detail, names) =>
    detail['way'] === 'out'
      ? `Taken back, but the person is still seen in ${grant(detail, names)}`
      : `Given, but the person is not seen in ${grant(detail, names)} yet`,
  'grant.braked': (detail, names) =>
    `Stopped before ${text(detail['leaving'])} people would have left ${grant(detail, names)} at once`,
  'grant.unbraked': (detail, names) => `The removal from ${grant(detail, names)} was let go on`,
  'grant.retried': (detail, names) => `${grant(detail, names)} was tried again by hand`,
  'grant.withdrawing': (detail, names) => `About to take back ${grant(detail, names)}. ${why(detail)}`,
  'grant.revoked': (detail, names) =>
    detail['outcome'] === 'already'
      ? `Looked again: the person was no longer in ${grant(detail, names)}`
      : `Taken back, and seen: the person is not in ${grant(detail, names)} any more`,
  'grant.released': (detail, names) => `${grant(detail, names)} ended and nothing was taken. ${why(detail)}`,
  'grant.overdue': (detail, names) =>
    `Overdue: the end has passed and the person is still seen in ${grant(detail, names)}`,
  'grant.drifted': (detail, names) => `Somebody else took the person out of ${grant(detail, names)}`,
  'grant.returned': (detail, names) => `The person is in ${grant(detail, names)} again, by other hands`,
  'grant.extended': (detail, names) =>
    `${grant(detail, names)} now lasts ${until(detail['after'])}, before ${until(detail['before'])}`,
  'grant.acknowledged': (detail, names) => `Acknowledged at ${grant(detail, names)}: ${why(detail)}`,
};

/** An event that is newer than this page is shown by its key rather than not at all. */
export const sentenceOf = ({ what, detail, at }: AuditEventView, names: Names): string =>
  sentences[what]?.(detail, names, at) ?? what;
