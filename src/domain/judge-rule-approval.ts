import type { ApprovalSource, RuleDefinition } from './rule';
import { fieldProblems, wrongIf, type Form, type RuleProblem } from './rule-form';
import { boundOf } from './understand';

const at = (...path: readonly (string | number)[]) => ['approval', ...path];

/** Whether somebody can approve at all, and as strictly as the access asks for. */
export function judgePolicy(rule: RuleDefinition, form: Form): readonly RuleProblem[] {
  const { approval } = rule;
  const { by, sources, count, remindAfterHours, cancelAfterHours } = approval;
  const most = reachOf(sources);
  const tooLate =
    remindAfterHours !== undefined && cancelAfterHours !== undefined && remindAfterHours >= cancelAfterHours;
  return [
    ...wrongIf(
      by === 'record' && sources.length === 0,
      at('sources'),
      'Say who may approve. Nobody means nobody.',
    ),
    ...judgeSources(sources, form),
    ...wrongIf(
      by === 'record' && sources.length > 0 && count > most,
      at('count'),
      `At most ${most} different people can approve by what is said above.`,
    ),
    ...wrongIf(tooLate, at('remindAfterHours'), 'Remind earlier than the request is cancelled.'),
    ...judgeApproversField(rule, form),
    ...(rule.access.kind === 'privileged-access' ? judgePrivileged(rule) : []),
  ];
}

function judgeSources(sources: readonly ApprovalSource[], { fields }: Form): readonly RuleProblem[] {
  return sources.flatMap((source, index) => {
    switch (source.kind) {
      case 'field':
        return fieldProblems(fields, {
          field: source.field,
          kinds: ['person', 'people'],
          path: at('sources', index, 'field'),
        });
      case 'people':
        return wrongIf(source.ids.length === 0, at('sources', index, 'ids'), 'Choose at least one person.');
      case 'application-admin':
      case 'group':
        return [];
    }
  });
}

/** How many different people the sources can name at most. */
function reachOf(sources: readonly ApprovalSource[]): number {
  const named = new Set(sources.flatMap(namedBy));
  return sources.some(isOpen) ? Infinity : named.size;
}

const isOpen = (source: ApprovalSource): boolean =>
  source.kind === 'group' || (source.kind === 'field' && source.field.kind !== 'person');

/** One name for each person whom the source can name. */
function namedBy(source: ApprovalSource): readonly string[] {
  if (source.kind === 'people') return source.ids;
  return [source.kind === 'field' ? source.field.id : source.kind];
}

/** The app writes into this field: what it reads elsewhere, it must not write. */
function judgeApproversField(rule: RuleDefinition, { fields, ticketFields }: Form): readonly RuleProblem[] {
  const field = rule.approval.approversField;
  if (!field) return [];
  return [
    ...fieldProblems([...fields, ...ticketFields], { field, kinds: ['people'], path: at('approversField') }),
    ...wrongIf(
      boundOf(rule).includes(field.id),
      at('approversField'),
      'The app fills this field itself, so the rule cannot read who may approve from it. Choose one of the two.',
    ),
  ];
}

const judgePrivileged = ({ approval: { by, count, exempt } }: RuleDefinition): readonly RuleProblem[] => [
  ...wrongIf(by === 'status', at('by'), 'A status alone cannot approve privileged access.'),
  ...wrongIf(count < 2, at('count'), 'Privileged access needs at least two different approvers.'),
  ...wrongIf(exempt.length > 0, at('exempt'), 'Nobody is exempt from the approval of privileged access.'),
];
