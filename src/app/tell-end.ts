import { isLive, type Grant } from '../domain/grant';
import { isBegun } from '../domain/request';
import { grantIds } from './grant-ids';
import type { Change, Ports } from './ports';
import { saidEnd } from './sayings';
import { nextRequest, requestGuard } from './write-request';

export type Along = Pick<Change, 'guards' | 'puts'>;

/**
 * What of the request changes in the instant in which a grant of it ends: when it is the last one, everything that it
 * gave has ended, and the ticket is to be told that once, if anybody would have noticed. Undefined: others still last.
 */
export async function endAlong(ports: Ports, ending: Grant): Promise<Along | undefined> {
  const request = await ports.requests.find(ending.issueId);
  // While something may still be given, nothing has ended: the outcome will tell.
  if (!request || isBegun(request) || request.outbox.some(({ key }) => key === 'ended')) return undefined;
  const grants = await ports.grants.findMany(grantIds(ports, request));
  const others = grants.filter(({ id }) => id !== ending.id);
  if (others.some(isLive)) return undefined;
  const ended = [...others.filter(({ endedAt }) => endedAt !== undefined), ending];
  // What was never seen to be there is told of with the outcome.
  const message = saidEnd(ended.filter(({ verifiedAt }) => verifiedAt !== undefined));
  const said = message ? [{ kind: 'say', key: 'ended', message } as const] : [];
  const now = ports.clock.now();
  const facts = { ...request, endedAt: now, outbox: [...request.outbox, ...said] };
  const next = nextRequest({ before: request, next: facts }, now);
  return { guards: [requestGuard(request, next)], puts: [{ kind: 'request', value: next }] };
}
