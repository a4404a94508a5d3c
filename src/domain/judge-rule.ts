import { judgeAccess } from './judge-rule-access';
import { judgePolicy } from './judge-rule-approval';
import { judgeEnd } from './judge-rule-end';
import { overlap } from './match-rule';
import type { RuleDefinition, Trigger } from './rule';
import { fieldProblems, optionProblems, wrong, wrongIf, type Form, type RuleProblem } from './rule-form';

export interface RuleContext {
  readonly form: Form;
  /** The other rules that are in use. */
  readonly others: readonly { readonly name: string; readonly trigger: Trigger }[];
}

/** Everything that keeps a rule from being saved and that its shape alone does not show. */
export function problemsOf(rule: RuleDefinition, { form, others }: RuleContext): readonly RuleProblem[] {
  const privileged = rule.access.kind === 'privileged-access';
  return [
    ...judgeTrigger(rule, form),
    ...judgeOverlaps(rule, others),
    ...judgeAccess(rule, form),
    ...judgeBeneficiary(rule, form),
    ...judgeEnd(rule, form),
    ...(rule.reason
      ? fieldProblems(form.fields, { field: rule.reason, kinds: ['text'], path: ['reason'] })
      : []),
    ...wrongIf(privileged && !rule.reason, ['reason'], 'Privileged access needs a field for the reason.'),
    ...judgePolicy(rule, form),
    ...judgeStatuses(rule, form),
  ];
}

function judgeTrigger({ trigger: { conditions } }: RuleDefinition, { fields }: Form): readonly RuleProblem[] {
  return conditions.flatMap(({ field, anyOf }, index) => {
    const path = ['trigger', 'conditions', index];
    const isTwice = conditions.findIndex((each) => each.field.id === field.id) < index;
    return [
      ...fieldProblems(fields, { field, kinds: ['option'], path: [...path, 'field'] }),
      ...wrongIf(
        isTwice,
        [...path, 'field'],
        'There is a condition on this field already. Put its options together.',
      ),
      ...wrongIf(anyOf.length === 0, [...path, 'anyOf'], 'Choose at least one option.'),
      ...optionProblems(fields, { field, options: anyOf, pathOf: () => [...path, 'anyOf'] }),
    ];
  });
}

const judgeOverlaps = ({ trigger }: RuleDefinition, others: RuleContext['others']): readonly RuleProblem[] =>
  others
    .filter((other) => overlap(trigger, other.trigger))
    .flatMap(({ name }) =>
      wrong(
        ['trigger', 'conditions'],
        `A request could be for this rule and for “${name}”. Give both a condition on the same field.`,
      ),
    );

function judgeBeneficiary({ beneficiary, access }: RuleDefinition, { fields }: Form): readonly RuleProblem[] {
  if (beneficiary.kind === 'requester') return [];
  const byAddress = beneficiary.kind === 'email';
  return [
    ...fieldProblems(fields, {
      field: beneficiary.field,
      kinds: byAddress ? ['text'] : ['person'],
      path: ['beneficiary', 'field'],
    }),
    ...wrongIf(
      byAddress && access.kind !== 'application-access',
      ['beneficiary', 'kind'],
      'Only application access can be asked for by address. Choose a person for access to groups.',
    ),
  ];
}

/** A status says one thing, and is one that tickets of this request type can have. */
function judgeStatuses({ decision, outcome, approval }: RuleDefinition, form: Form): readonly RuleProblem[] {
  const { approved, declined } = decision;
  const has = (statuses: typeof approved, id: string | undefined) =>
    statuses.some((status) => status.id === id);
  const all = [
    ...approved.map((status) => ({ status, path: ['decision', 'approved'] })),
    ...declined.map((status) => ({ status, path: ['decision', 'declined'] })),
    ...(outcome.fulfilled ? [{ status: outcome.fulfilled, path: ['outcome', 'fulfilled'] }] : []),
    ...(outcome.failed ? [{ status: outcome.failed, path: ['outcome', 'failed'] }] : []),
  ];
  return [
    ...all.flatMap(({ status: { id, name }, path }) =>
      wrongIf(!form.statusIds.includes(id), path, `Tickets of this request type cannot be in “${name}”.`),
    ),
    ...wrongIf(
      approval.by === 'status' && approved.length === 0,
      ['decision', 'approved'],
      'Choose the status that means approved: it alone decides.',
    ),
    ...declined
      .filter(({ id }) => has(approved, id))
      .flatMap(({ name }) =>
        wrong(['decision', 'declined'], `“${name}” cannot mean both approved and declined.`),
      ),
    ...wrongIf(
      has(approved, outcome.failed?.id),
      ['outcome', 'failed'],
      'A request that failed cannot go to a status that means approved.',
    ),
    ...wrongIf(
      has(declined, outcome.fulfilled?.id),
      ['outcome', 'fulfilled'],
      'A request that was fulfilled cannot go to a status that means declined.',
    ),
  ];
}
