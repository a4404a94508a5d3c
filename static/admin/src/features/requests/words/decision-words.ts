import { instant } from '../../../ui/dates';
import { all, person, text, until, type Detail, type Names, type Sentence } from './naming';

/** The service desk's own instant of a decision, and ours, which may be later. */
const decidedAt = ({ decidedAt: decided }: Detail, at: string): string =>
  decided === undefined ? '' : ` at ${instant(text(decided))}, heard of at ${instant(at)}`;

export const answered: Sentence = ({ by, decision }, names, at) =>
  `Answer of ${person(by, names)}: ${text(decision)}. Heard of at ${instant(at)}; the service desk does not say ` +
  'when it was given';

export function approved(detail: Detail, names: Names, at: string): string {
  const end = until(detail['until']);
  switch (detail['by']) {
    case 'status':
      return (
        `Approved ${end} by status alone, which is weaker: moved by ${all(detail['approvers'], names)}` +
        decidedAt(detail, at)
      );
    case 'exempt':
      return `No approval was needed, because the requester is in a group that the rule exempts. Given ${end}`;
    default:
      return `Approved ${end} by ${all(detail['approvers'], names)}${decidedAt(detail, at)}`;
  }
}

export const approvedLate: Sentence = (detail, names, at) =>
  `Approved too late by ${all(detail['approvers'], names)}${decidedAt(detail, at)}. It had been cancelled at its ` +
  'deadline, so nothing is given';

export const declined: Sentence = (detail, names, at) => {
  const by = detail['by'] === undefined ? '' : ` by ${person(detail['by'], names)}`;
  return `Declined${by}${decidedAt(detail, at)}`;
};
