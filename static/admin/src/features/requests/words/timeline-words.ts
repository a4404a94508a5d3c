import type { AuditEventView } from '@contract/views';
import { instant } from '../../../ui/dates';
import { told, why } from './codes';

type Detail = AuditEventView['detail'];
type Value = Detail[string] | undefined;

/** The names behind the ids of the trail, as far as they are known. */
export interface Names {
  readonly people: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  /** The group of each grant, by the grant's id. */
  readonly grants: ReadonlyMap<string, string>;
  /** The rules that are still there. */
  readonly rules: ReadonlyMap<string, string>;
}

type Sentence = (detail: Detail, names: Names) => string;

const joined = new Intl.ListFormat('en', { type: 'conjunction' });
const list = (value: Value): string[] => (Array.isArray(value) ? value : []);
const text = (value: Value): string => (value === undefined ? '' : String(value));

const person = (id: Value, { people }: Names): string => people.get(text(id)) ?? 'an unknown person';
const all = (ids: Value, names: Names): string => joined.format(list(ids).map((id) => person(id, names)));
const groupsOf = (ids: Value, { groups }: Names): string =>
  joined.format(list(ids).map((id) => groups.get(id) ?? `group ${id}`));
const grant = ({ grant: id }: Detail, { grants }: Names): string => grants.get(text(id)) ?? 'a group';

/** An instant, `never`, or a span such as `8 hours`. */
function until(value: Value): string {
  const end = text(value);
  if (end === 'never') return 'without an end';
  return Number.isNaN(Date.parse(end)) || !end.includes('T') ? `for ${end}` : `until ${instant(end)}`;
}

const groupCount = (count: Value): string => `${text(count)} ${Number(count) === 1 ? 'group' : 'groups'}`;
const counted = ({ given, failed }: Detail): string =>
  Number(failed) === 0
    ? `${groupCount(given)} given`
    : `${groupCount(given)} given, ${text(failed)} could not be given`;

function approved(detail: Detail, names: Names): string {
  const end = until(detail['until']);
  switch (detail['by']) {
    case 'status':
      return `Approved ${end} by status alone, which is weaker: moved by ${all(detail['approvers'], names)}`;
    case 'exempt':
      return `No approval was needed, because the requester is in a group that the rule exempts. Given ${end}`;
    default:
      return `Approved ${end} by ${all(detail['approvers'], names)}`;
  }
}

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
  'request.approved': approved,
  'request.declined': ({ by }, names) => (by === undefined ? 'Declined' : `Declined by ${person(by, names)}`),
  'request.voided': (detail) => `No longer valid. ${why(detail)}`,
  'request.quarantined': (detail, names) =>
    `Quarantined: nothing is given until somebody has looked. ${why(detail)}` +
    (detail['by'] === undefined ? '' : ` It was moved by ${person(detail['by'], names)}`),
  'request.cancelled': (detail) => `Cancelled. ${why(detail)}`,
  'request.inviting': () => 'About to invite the person, who has no account here yet',
  'request.invited': ({ person: id }, names) => `Invited: the account is that of ${person(id, names)}`,
  'request.provisioning': () => 'Began to give the access',
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
export const sentenceOf = ({ what, detail }: AuditEventView, names: Names): string =>
  sentences[what]?.(detail, names) ?? what;
