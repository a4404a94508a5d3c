import type { RuleInput } from '@contract/rule';
import { blankDraft, noField, noStatus, sourceKinds, type RuleDraft } from './draft';
import { spanOf } from './spans';

function accessOf({ access, reason = noField }: RuleInput): RuleDraft['access'] {
  if (access.kind === 'application-access') {
    const { kind, field } = access;
    const applications = access.applications.map((entry) => ({ ...entry, fieldId: field.id }));
    return { ...blankDraft.access, kind, application: field, applications, reason };
  }
  const { kind, connectionId, by, field } = access;
  const choices = access.choices.map((entry) => ({ ...entry, fieldId: field.id }));
  return { ...blankDraft.access, kind, connectionId, by, field, choices, reason };
}

function beneficiaryOf({ beneficiary }: RuleInput): RuleDraft['beneficiary'] {
  const blank = { ...blankDraft.beneficiary, kind: beneficiary.kind };
  if (beneficiary.kind === 'requester') return blank;
  return beneficiary.kind === 'person'
    ? { ...blank, person: beneficiary.field }
    : { ...blank, email: beneficiary.field, invite: beneficiary.invite };
}

function endOf({ end }: RuleInput): RuleDraft['end'] {
  const blank = { ...blankDraft.end, kind: end.kind };
  if (end.kind === 'never') return blank;
  if (end.kind === 'after') return { ...blank, after: spanOf(end.hours) };
  const { required } = end;
  if (end.kind === 'field') return { ...blank, date: end.field, required, atMost: spanOf(end.maxHours) };
  if (end.kind === 'hours') return { ...blank, number: end.field, required, atMost: spanOf(end.maxHours) };
  const choices = end.choices.map(({ option, hours }) => ({
    option,
    fieldId: end.field.id,
    span: spanOf(hours),
  }));
  return { ...blank, choice: end.field, required, choices };
}

function approvalOf({ approval }: RuleInput): RuleDraft['approval'] {
  const { by, sources, need, count, approversField, remindAfterHours, cancelAfterHours, exempt } = approval;
  return {
    by,
    sources: sourceKinds.filter((kind) => sources.some((source) => source.kind === kind)),
    people: sources.flatMap((source) => (source.kind === 'people' ? source.ids : [])),
    groups: sources.flatMap((source) => (source.kind === 'group' ? [source.group] : [])),
    fields: sources.flatMap((source) => (source.kind === 'field' ? [source.field] : [])),
    need,
    count: String(count),
    approversField: approversField ?? noField,
    remind: spanOf(remindAfterHours),
    cancel: spanOf(cancelAfterHours),
    exempt,
  };
}

/** A saved rule, to be changed. Nothing is proposed into it: what it leaves open was left open. */
export const draftOf = (rule: RuleInput): RuleDraft => ({
  naming: { text: rule.name, isTyped: true },
  trigger: rule.trigger,
  access: accessOf(rule),
  beneficiary: beneficiaryOf(rule),
  end: endOf(rule),
  approval: approvalOf(rule),
  decision: rule.decision,
  outcome: { fulfilled: rule.outcome.fulfilled ?? noStatus, failed: rule.outcome.failed ?? noStatus },
  proposed: { requestTypeId: rule.trigger.requestTypeId },
});

/** A rule to begin a second one with. Two rules may not answer the same requests: its conditions have to change. */
export const copyOf = (rule: RuleInput): RuleDraft => ({
  ...draftOf(rule),
  naming: { text: `Copy of ${rule.name}`.slice(0, 100), isTyped: true },
});
