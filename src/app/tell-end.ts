import { isLive, type Grant } from '../domain/grant';
import { isBegun } from '../domain/request';
import { grantIds } from './grant-ids';
import type { Ports } from './ports';
import { saidEnd } from './sayings';
import { requestAlong, type Along } from './write-request';

export interface EndAlong extends Along {
  /** Everything that the request gave has ended. */
  readonly isLast: boolean;
}

/**
 * What of the request changes in the instant in which a grant of it ends: when it is the last one, everything that it
 * gave has ended, and the ticket is to be told that once, if anybody would have noticed. Where others last, or are yet
 * to come, the request is only touched: of several that end at once, or of an end and an outcome, one has to see the
 * other.
 */
export async function endAlong(ports: Ports, ending: Grant): Promise<EndAlong | undefined> {
  const { changedAt: follows } = ending;
  const request = await ports.requests.find(ending.issueId);
  if (!request) return undefined;
  const grants = await ports.grants.findMany(grantIds(ports, request));
  const others = grants.filter(({ id }) => id !== ending.id);
  // While something may still be given, nothing has ended: the outcome will tell.
  if (isBegun(request) || others.some(isLive))
    return { ...requestAlong(ports, request, { follows }), isLast: false };
  const ended = [...others.filter(({ endedAt }) => endedAt !== undefined), ending];
  // What was never seen to be there is told of with the outcome.
  const message = saidEnd(ended.filter(({ verifiedAt }) => verifiedAt !== undefined));
  const said = message ? [{ kind: 'say', key: 'ended', message } as const] : [];
  const facts = { ...request, endedAt: follows, outbox: [...request.outbox, ...said] };
  return { ...requestAlong(ports, request, { facts, follows }), isLast: true };
}
