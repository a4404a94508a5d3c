import type { RuleInput } from '@contract/rule';
import { ofField, sourceKinds, type FieldRef, type RuleDraft, type Span } from './draft';
import { hoursOf } from './spans';
import { nameOf } from './name-of';

const isChosen = ({ id }: { id: string }) => id !== '';
const isSaid = ({ amount }: Span) => amount.trim() !== '';
const capped = (span: Span) => (isSaid(span) ? { maxHours: hoursOf(span) } : {});

export function accessOf({ access }: RuleDraft): RuleInput['access'] {
  const { kind, connectionId, by, field, application } = access;
  if (kind === 'application-access') {
    const applications = ofField(access.applications, application).map(({ option, connectionId: id }) => ({
      option,
      connectionId: id,
    }));
    return { kind, field: application, applications };
  }
  const choices = ofField(access.choices, field).map(({ option, groups }) => ({
    option,
    groups: [...groups],
  }));
  return { kind, connectionId, by, field, choices };
}

function beneficiaryOf({
  beneficiary: { kind, person, email, invite },
}: RuleDraft): RuleInput['beneficiary'] {
  if (kind === 'requester') return { kind };
  return kind === 'person' ? { kind, field: person } : { kind, field: email, invite };
}

function endOf({ access, end }: RuleDraft): RuleInput['end'] {
  const { kind, after, date, choice, number, choices, atMost } = end;
  const required = end.required || access.kind === 'privileged-access';
  if (kind === 'never') return { kind };
  if (kind === 'after') return { kind, hours: hoursOf(after) };
  if (kind === 'field') return { kind, field: date, required, ...capped(atMost) };
  if (kind === 'hours') return { kind, field: number, required, maxHours: hoursOf(atMost) };
  const lengths = ofField(choices, choice).map(({ option, span }) => ({ option, hours: hoursOf(span) }));
  return { kind, field: choice, required, choices: lengths };
}

type Source = RuleInput['approval']['sources'][number];

/** The sources that are ticked, always in the same order: an error at the third of them is an error at that one. */
export function sourcesOf({ approval }: RuleDraft): Source[] {
  const { sources, people, groups, fields } = approval;
  const all = {
    'application-admin': (): Source[] => [{ kind: 'application-admin' }],
    people: (): Source[] => [{ kind: 'people', ids: [...people] }],
    group: () => groups.map((group): Source => ({ kind: 'group', group })),
    field: () => fields.map((field): Source => ({ kind: 'field', field })),
  };
  return sourceKinds.filter((kind) => sources.includes(kind)).flatMap((kind) => all[kind]());
}

function approvalOf(draft: RuleDraft): RuleInput['approval'] {
  const { by, need, count, approversField, remind, cancel, exempt } = draft.approval;
  return {
    by,
    sources: sourcesOf(draft),
    need,
    count: Number(count),
    ...(isChosen(approversField) && { approversField }),
    ...(isSaid(remind) && { remindAfterHours: hoursOf(remind) }),
    ...(isSaid(cancel) && { cancelAfterHours: hoursOf(cancel) }),
    exempt: [...exempt],
  };
}

const reasonOf = ({ reason }: { reason: FieldRef }) => (isChosen(reason) ? { reason } : {});

/** What a draft says. Only what has no gaps is worth sending: see `gapsOf`. */
export function ruleOf(draft: RuleDraft): RuleInput {
  const { trigger, decision, outcome } = draft;
  return {
    name: nameOf(draft),
    trigger,
    access: accessOf(draft),
    beneficiary: beneficiaryOf(draft),
    end: endOf(draft),
    ...reasonOf(draft.access),
    approval: approvalOf(draft),
    decision: { approved: [...decision.approved], declined: [...decision.declined] },
    outcome: {
      ...(isChosen(outcome.fulfilled) && { fulfilled: outcome.fulfilled }),
      ...(isChosen(outcome.failed) && { failed: outcome.failed }),
    },
  };
}
