import type { Actor } from '../domain/audit';
import { Fault } from '../domain/fault';
import type { AccessRequest } from '../domain/request';
import type { Ports } from './ports';
import { meanwhile } from './problems';
import { writeRequest } from './write-request';

/** Longer than any run lives, in milliseconds: whoever has not come back by then is dead. */
const RUN_MS = 3 * 60_000;

/** The first run that comes to it invites. Whatever was tried before is tried again: that is how it is found out. */
export async function claimInvitation(
  ports: Ports,
  request: AccessRequest,
  by: Actor,
): Promise<AccessRequest> {
  const now = ports.clock.now();
  const { invitee, state } = request;
  if (!invitee)
    return writeRequest(ports, {
      before: request,
      next: { ...request, invitee: { askedAt: now } },
      happenings: [{ what: 'request.inviting', detail: {} }],
      by,
    });
  // Once something was found to be in the way, the run that had asked is over.
  if (state === 'approved' && now.getTime() < invitee.askedAt.getTime() + RUN_MS) throw meanwhile();
  return request;
}

const ATTEMPTS = 3;

interface Named {
  readonly accountId: string;
  readonly by: Actor;
}

/**
 * Writes the account down, whatever else has happened to the request in the meantime: no second answer would name it.
 * Whoever had to write it over another change looks at everything anew.
 */
export async function keepInvitee(
  ports: Ports,
  request: AccessRequest,
  { accountId, by }: Named,
): Promise<AccessRequest> {
  let before = request;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { askedAt } = before.invitee ?? { askedAt: ports.clock.now() };
    const kept = await writeRequest(ports, {
      before,
      next: { ...before, invitee: { askedAt, accountId } },
      happenings: [{ what: 'request.invited', detail: { person: accountId } }],
      by,
    }).catch(unlessMoved);
    if (kept && attempt === 1) return kept;
    const current = kept ?? (await ports.requests.find(request.issueId));
    if (!current || current.invitee?.accountId !== undefined) break;
    before = current;
  }
  throw meanwhile();
}

function unlessMoved(error: unknown): undefined {
  if (!(error instanceof Fault) || error.code !== 'conflict') throw error;
}
