import type { World } from '../exchange';
import type { Actor } from './actor';
import { findOpenApproval, stepOf } from './approval';
import type { Issue } from './issue';
import type { Workflow } from './model';
import { record } from './save';
import { inStatus } from './status';

export type Transition = Workflow['transitions'][number];

/** A transition that can be run from every status. */
export const isGlobal = ({ from }: Transition): boolean => from.length === 0;

export const transitionsFrom = ({ work }: World, issue: Issue): readonly Transition[] =>
  work
    .workflowOf(issue)
    .transitions.filter((transition) => isGlobal(transition) || transition.from.includes(issue.statusId));

/**
 * What can be run on the issue by hand. While an approval is pending, nobody runs the two transitions of its step; any
 * other one gets past it. https://support.atlassian.com/jira-work-management/docs/troubleshoot-approvals-configuration/
 */
export function availableTransitions(world: World, issue: Issue): readonly Transition[] {
  const step = findOpenApproval(issue) && stepOf(world, issue);
  const kept = step ? [step.transitionApproved, step.transitionRejected] : [];
  return transitionsFrom(world, issue).filter(({ id }) => !kept.includes(id));
}

/** What customers are offered in the portal. */
export const customerTransitions = (world: World, issue: Issue): readonly Transition[] =>
  availableTransitions(world, issue).filter(({ customer }) => customer);

interface Wanted {
  readonly by: Actor;
  readonly transitionId: string;
}

/** Moves the issue on, if the transition can be run by hand. Whether this person may is for the caller to know. */
export function transitionIssue(
  world: World,
  issue: Issue,
  { by, transitionId }: Wanted,
): Issue | 'not-available' {
  const found = availableTransitions(world, issue).find(({ id }) => id === transitionId);
  if (!found) return 'not-available';
  const [next, items] = inStatus(world, issue, found.to);
  return record(world, next, { by, items });
}

/** Runs a transition that the approval step has ordered. */
export function runTransition(
  world: World,
  issue: Issue,
  { by, transitionId }: Wanted,
): Issue | 'not-available' {
  const found = transitionsFrom(world, issue).find(({ id }) => id === transitionId);
  if (!found) return 'not-available';
  const [next, items] = inStatus(world, issue, found.to);
  return record(world, next, { by, items });
}
