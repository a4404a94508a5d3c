import type { World } from '../exchange';
import { person, type Actor } from './actor';
import { findOpenApproval, stepOf, verdictOf, withApproval, type ApprovalStep } from './approval';
import type { Approval, Issue } from './issue';
import { save } from './save';
import { runTransition } from './transition';

export interface Answering {
  readonly by: Actor;
  readonly approvalId: string;
  readonly decision: 'approved' | 'declined';
}

/** Why an answer is not taken. `over`: answered already, completed, or its status was left. */
export type NotAnswered = 'no-approval' | 'not-approver' | 'over';

export const canAnswer = (issue: Issue, approval: Approval, accountId: string): boolean =>
  findOpenApproval(issue)?.id === approval.id &&
  approval.approvers.some((each) => each.accountId === accountId && each.decision === 'pending');

/**
 * Takes an answer. It makes no event and no entry in the changelog; when it completes the approval, the status change
 * that follows does. https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/
 */
export function answerApproval(world: World, issue: Issue, answering: Answering): Issue | NotAnswered {
  const { by, approvalId, decision } = answering;
  const approval = issue.approvals.find(({ id }) => id === approvalId);
  if (!approval) return 'no-approval';
  if (!approval.approvers.some(({ accountId }) => accountId === by.accountId)) return 'not-approver';
  const step = stepOf(world, issue);
  if (!step || !canAnswer(issue, approval, by.accountId)) return 'over';
  const approvers = approval.approvers.map((each) =>
    each.accountId === by.accountId ? { ...each, decision } : each,
  );
  return settle(world, withApproval(issue, { ...approval, approvers }), { step, by });
}

/** Completes the pending approval when its condition is met, and runs what the step says then. */
function settle(
  world: World,
  issue: Issue,
  { step, by }: { readonly step: ApprovalStep; readonly by: Actor },
): Issue {
  const open = findOpenApproval(issue);
  const verdict = open ? verdictOf(world, step, open) : 'pending';
  if (!open || verdict === 'pending') return save(world, issue);
  const over = withApproval(issue, { ...open, finalDecision: verdict, completedAt: world.clock.time() });
  const transitionId = verdict === 'approved' ? step.transitionApproved : step.transitionRejected;
  const moved = runTransition(world, over, { by: authorOf(world, by), transitionId });
  return moved === 'not-available' ? save(world, over) : moved;
}

const authorOf = ({ variants, work }: World, by: Actor): Actor =>
  variants.approvalTransitionAuthor === 'approver' ? by : person(work.automationAccountId);
