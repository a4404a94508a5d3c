import type { GrantView } from '../contract/request-views';
import { isLive, type Grant } from '../domain/grant';
import { remedyOf } from '../domain/remedies-of-grants';

/** How long after it had to go an access may still be seen before that is told as overdue, in milliseconds. */
export const OVERDUE_MS = 15 * 60_000;

export function isOverdue(grant: Grant, now: Date): boolean {
  const since = dueSince(grant);
  return isLive(grant) && since !== undefined && now.getTime() > since.getTime() + OVERDUE_MS;
}

/** When it has, or had, to go: at its end, or when somebody or something ended it before. */
export const dueSince = ({ until, leavingSince }: Grant): Date | undefined =>
  until && leavingSince ? (until < leavingSince ? until : leavingSince) : (until ?? leavingSince);

export function grantView(grant: Grant, now: Date): GrantView {
  const { id, issueId, accountId, connectionId, state, way, what, until, problem, createdAt } = grant;
  return {
    id,
    issueId,
    accountId,
    group: { id: what.resource.id, name: what.resource.name },
    connectionId,
    state,
    way,
    ...(until && { until: until.toISOString() }),
    overdue: isOverdue(grant, now),
    ...(problem && { problem: { ...problem, remedy: remedyOf(problem.code) } }),
    ...(grant.driftedAt && { driftedAt: grant.driftedAt.toISOString() }),
    ...(grant.acknowledgedBy !== undefined && { acknowledgedBy: grant.acknowledgedBy }),
    createdAt: createdAt.toISOString(),
    ...(grant.verifiedAt && { verifiedAt: grant.verifiedAt.toISOString() }),
    ...(grant.endedAt && { endedAt: grant.endedAt.toISOString() }),
    actions: [...actionsOf(grant)],
  };
}

/**
 * What was never given cannot last longer. Privileged access lasts as long as was approved: for longer, it has to be
 * asked for again.
 */
const mayBeExtended = ({ state, privileged, verifiedAt }: Grant): boolean =>
  !privileged && verifiedAt !== undefined && (state === 'active' || state === 'due');

/** What an administrator may do with a grant as it is now. */
export function actionsOf(grant: Grant): GrantView['actions'] {
  // What failed is over: nothing would come of trying it again.
  const waits = grant.problem !== undefined && isLive(grant);
  const lasts = grant.state === 'active' || (grant.way === 'in' && isLive(grant));
  return [
    ...(waits || grant.state === 'pending' ? (['retry'] as const) : []),
    ...(lasts ? (['withdraw'] as const) : []),
    ...(mayBeExtended(grant) ? (['extend'] as const) : []),
    ...((waits || grant.driftedAt) && grant.acknowledgedBy === undefined ? (['acknowledge'] as const) : []),
  ];
}
