import { isLive, type Grant } from '../domain/grant';
import { grantIds } from './grant-ids';
import type { Change, Ports } from './ports';
import { saidEnd } from './sayings';
import { nextRequest, requestGuard } from './write-request';

export type Along = Pick<Change, 'guards' | 'puts'>;

/**
 * What of the request changes in the instant in which a grant of it ends: when it is the last one, the ticket is to be
 * told, once, that everything it gave has ended. Undefined: others still last.
 */
export async function endAlong(ports: Ports, ending: Grant): Promise<Along | undefined> {
  const request = await ports.requests.find(ending.issueId);
  if (!request || request.outbox.some(({ key }) => key === 'ended')) return undefined;
  const grants = await ports.grants.findMany(grantIds(ports, request));
  const others = grants.filter(({ id }) => id !== ending.id);
  if (others.some(isLive)) return undefined;
  const ended = [...others.filter(({ endedAt }) => endedAt !== undefined), ending];
  const message = saidEnd(ended);
  if (!message) return undefined;
  const outbox = [...request.outbox, { kind: 'say', key: 'ended', message } as const];
  const next = nextRequest({ before: request, next: { ...request, outbox } }, ports.clock.now());
  return { guards: [requestGuard(request, next)], puts: [{ kind: 'request', value: next }] };
}
