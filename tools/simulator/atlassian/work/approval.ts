import { isActive } from '../model';
import type { World } from '../exchange';
import type { Approval, Issue } from './issue';
import type { Workflow } from './model';
import { idsIn } from './shown';

export type ApprovalStep = Workflow['approvals'][number];
type Answer = Approval['approvers'][number];

/**
 * Approval steps: https://support.atlassian.com/jira-service-management-cloud/docs/set-up-approval-steps/. No call makes
 * an approval: an issue that enters a status with a step gets one.
 */
export const stepOf = ({ work }: World, issue: Issue): ApprovalStep | undefined =>
  work.workflowOf(issue).approvals.find(({ status }) => status === issue.statusId);

/** The approval that waits for an answer in the issue's present status. */
export function findOpenApproval(issue: Issue): Approval | undefined {
  const newest = issue.approvals.at(-1);
  return newest?.finalDecision === 'pending' && newest.statusId === issue.statusId ? newest : undefined;
}

/** Those whom the step's field names now: active, each once, without those whom the step leaves out. */
export function eligible({ state, work }: World, issue: Issue, step: ApprovalStep): readonly string[] {
  const field = work.fields.get(step.fieldId);
  if (!field || field.deleted) return [];
  const view = state.truth();
  const ids = idsIn(field, issue.fields[field.id]);
  const people = field.type.includes('group')
    ? ids.flatMap((id) => view.membersOf(id).map(({ accountId }) => accountId))
    : ids;
  const excluded = step.exclude.map((role) => issue[role]);
  return [...new Set(people)].filter((id) => {
    const found = view.person(id);
    return found !== undefined && isActive(found) && !excluded.includes(id);
  });
}

/** The issue in its new status, with the approval that its step makes. */
export function afterEntering(world: World, issue: Issue): Issue {
  const step = stepOf(world, issue);
  if (!step) return issue;
  const asked = eligible(world, issue, step);
  if (asked.length === 0 && world.variants.approvalWithoutApprover === 'none') return issue;
  const approval: Approval = {
    id: world.work.next('approval'),
    name: world.work.status(issue.statusId).name,
    statusId: issue.statusId,
    approvers: asked.map((accountId): Answer => ({ accountId, decision: 'pending' })),
    finalDecision: 'pending',
    createdAt: world.clock.time(),
    completedAt: null,
  };
  return { ...issue, approvals: [...issue.approvals, approval] };
}

/** The issue before it leaves its status: what becomes of an approval that nobody has completed is not documented. */
export function beforeLeaving({ variants }: World, issue: Issue): Issue {
  const open = findOpenApproval(issue);
  if (!open || variants.approvalAfterBypass === 'stays-pending') return issue;
  return { ...issue, approvals: issue.approvals.filter(({ id }) => id !== open.id) };
}

/** While an approval is pending, those are asked whom its field names now. Who has answered stays, with the answer. */
export function askingAgain(world: World, issue: Issue): Issue {
  const step = stepOf(world, issue);
  if (!step) return issue;
  const open = findOpenApproval(issue);
  if (!open) return issue.approvals.at(-1)?.statusId === issue.statusId ? issue : afterEntering(world, issue);
  const before = new Map(open.approvers.map((each) => [each.accountId, each]));
  const asked = eligible(world, issue, step);
  const approvers = [
    ...open.approvers.filter(
      ({ accountId, decision }) => decision !== 'pending' && !asked.includes(accountId),
    ),
    ...asked.map((accountId): Answer => before.get(accountId) ?? { accountId, decision: 'pending' }),
  ];
  return withApproval(issue, { ...open, approvers });
}

export const withApproval = (issue: Issue, approval: Approval): Issue => ({
  ...issue,
  approvals: issue.approvals.map((each) => (each.id === approval.id ? approval : each)),
});

/** One refusal declines. Enough consents approve. */
export function verdictOf(
  world: World,
  step: ApprovalStep,
  { approvers }: Approval,
): Approval['finalDecision'] {
  if (approvers.some(({ decision }) => decision === 'declined')) return 'declined';
  const given = approvers.filter(({ decision }) => decision === 'approved').length;
  return given > 0 && given >= needed(world, step, approvers.length) ? 'approved' : 'pending';
}

function needed({ variants }: World, { conditionType, conditionValue }: ApprovalStep, asked: number): number {
  if (conditionType === 'percent') return Math.ceil((asked * conditionValue) / 100);
  return variants.approvalFewApprovers === 'all-of-them' ? Math.min(conditionValue, asked) : conditionValue;
}
