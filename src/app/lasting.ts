import { isLive, type Grant } from '../domain/grant';
import type { AccessRequest, Outgoing } from '../domain/request';
import { grantIds } from './grant-ids';
import type { Ports } from './ports';
import { saidExtended } from './sayings';
import { requestAlong, type Along } from './write-request';

type Extended = Pick<Grant, 'id' | 'version' | 'changedAt' | 'accountId' | 'what'> & { readonly until: Date };

/**
 * What of the request changes in the instant in which a grant of it is given another end: how long it lasts, and that
 * the ticket is told.
 */
export async function lastingAlong(ports: Ports, request: AccessRequest, changed: Extended): Promise<Along> {
  const grants = await ports.grants.findMany(grantIds(ports, request));
  const others = grants.filter((grant) => grant.id !== changed.id && isLive(grant));
  const ends = [...others, changed].flatMap(({ until }) => (until ? [until.getTime()] : []));
  // Something that lasts for good is left: there is no last end.
  const last = ends.length > others.length ? new Date(Math.max(...ends)) : undefined;
  const message = saidExtended(changed, request.snapshot?.zone ?? 'UTC');
  const key = `extended#${changed.id.slice(0, 8)}#${changed.version}`;
  const said: Outgoing = { kind: 'say', key, message };
  const outbox = [...request.outbox, said];
  const facts = { ...request, ...(last && { lastsUntil: last }), outbox };
  return requestAlong(ports, request, { facts, follows: changed.changedAt });
}
