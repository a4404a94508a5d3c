import type { FormView } from '@contract/rule-views';
import { noField, noStatus, type FieldRef, type RuleDraft, type StatusRef } from './draft';

type Status = FormView['statuses'][number];

const refOf = ({ id, name }: Status): StatusRef => ({ id, name });
const isWords = {
  waiting: /approval|waiting for customer/i,
  approved: /approved|implement|fulfil/i,
  declined: /declin|reject|refus|denied/i,
  cancelled: /cancel|withdrawn/i,
  trouble: /attention|problem|fail|escalat/i,
} as const;

/** The statuses of a category, those with a telling name first. */
const ranked = (statuses: readonly Status[], category: Status['category'], name: RegExp) =>
  statuses
    .filter((status) => status.category === category)
    .toSorted((a, b) => Number(name.test(b.name)) - Number(name.test(a.name)));

function statusesFor({ statuses }: FormView) {
  const open = ranked(statuses, 'in-progress', isWords.approved);
  const done = ranked(statuses, 'done', /complet|done|resolved|closed/i);
  const declined = done.filter(({ name }) => isWords.declined.test(name));
  const approved = open.filter(({ name }) => !isWords.waiting.test(name) && !isWords.trouble.test(name));
  const fulfilled = done.find(({ name }) => !isWords.declined.test(name) && !isWords.cancelled.test(name));
  const failed = open.find(({ name }) => isWords.trouble.test(name));
  return {
    decision: { approved: approved.slice(0, 1).map(refOf), declined: declined.map(refOf) },
    outcome: {
      fulfilled: fulfilled ? refOf(fulfilled) : noStatus,
      failed: failed ? refOf(failed) : noStatus,
    },
  };
}

/** The field that JSM's approval step asks, when there is only one that it can be. */
function approversFieldOf({ fields, ticketFields }: FormView): FieldRef {
  const people = [...ticketFields, ...fields].filter(({ kind }) => kind === 'people');
  const telling = people.filter(({ name }) => /^approvers?$/i.test(name));
  const [only, another] = telling.length > 0 ? telling : people;
  return only && !another ? { id: only.id, name: only.name, kind: 'people' } : noField;
}

const names = { application: /application/i, field: /access level/i, reason: /reason|justification/i };

/** Fields that are called as the rule calls them. What was chosen on this form already stays. */
function fieldsFor(access: RuleDraft['access'], { fields }: FormView) {
  const called = (name: RegExp, kind: 'option' | 'text', chosen: FieldRef): FieldRef => {
    if (fields.some(({ id }) => id === chosen.id)) return chosen;
    const found = fields.find((field) => field.kind === kind && name.test(field.name));
    return found ? { id: found.id, name: found.name, kind } : noField;
  };
  return {
    application: called(names.application, 'option', access.application),
    field: called(names.field, 'option', access.field),
    reason: called(names.reason, 'text', access.reason),
  };
}

/** A new request type brings other statuses and another approvers field: what was chosen before means nothing. */
export function propose(draft: RuleDraft, form: FormView): RuleDraft {
  const { requestTypeId } = draft.trigger;
  if (requestTypeId === '' || draft.proposed.requestTypeId === requestTypeId) return draft;
  return {
    ...draft,
    ...statusesFor(form),
    access: { ...draft.access, ...fieldsFor(draft.access, form) },
    approval: { ...draft.approval, approversField: approversFieldOf(form) },
    proposed: { requestTypeId },
  };
}

/** What a kind of access asks for by itself. What was set on purpose stays. */
export function withKind(draft: RuleDraft, kind: RuleDraft['access']['kind']): RuleDraft {
  const { access, end, approval } = draft;
  const chosen = { ...draft, access: { ...access, kind } };
  if (kind === 'privileged-access') {
    return {
      ...chosen,
      end: end.kind === 'never' ? { ...end, kind: 'after' } : end,
      approval: approval.count === '1' ? { ...approval, count: '2' } : approval,
    };
  }
  const wasPrivileged = access.kind === 'privileged-access';
  return wasPrivileged && approval.count === '2'
    ? { ...chosen, approval: { ...approval, count: '1' } }
    : chosen;
}
