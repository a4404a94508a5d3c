import type { TakenUpView } from '../contract/rule-views';
import { isBegun, type AccessRequest } from '../domain/request';
import type { Ports } from './ports';

/** What a ticket has led to already, whichever rule answered it. */
export async function findTakenUp(ports: Ports, issueId: string): Promise<TakenUpView | undefined> {
  const request = await ports.requests.find(issueId);
  if (!request) return undefined;
  const { ruleId, ruleVersion, state, endedAt } = request;
  const { entries } = await ports.rules.book();
  const end = endOf(request);
  return {
    issueId,
    ruleName: entries.find(({ id }) => id === ruleId)?.name ?? '',
    ruleVersion,
    state,
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    ...(end && { end }),
  };
}

function endOf(request: AccessRequest): TakenUpView['end'] {
  const { state, approval, endsAt, lastsUntil = endsAt } = request;
  const gives = isBegun(request) || state === 'fulfilled' || state === 'partly-fulfilled';
  if (!gives || !approval) return undefined;
  return lastsUntil ? { kind: 'at', at: lastsUntil.toISOString() } : { kind: 'never' };
}
