import { Fault } from '../domain/fault';
import type { AccessRequest } from '../domain/request';
import { grantIds } from './grant-ids';
import { invite, problemOf, type Invitation, type Invitee } from './invite';
import type { Ports, Watched } from './ports';
import { usableConnection } from './usable-connection';

interface Finding extends Omit<Invitation, 'watched'> {
  readonly watched: Watched | undefined;
  /** Whether what has not been begun may still be begun. */
  readonly mayStart: boolean;
}

/**
 * The account that the access is for. Somebody who is known by an address alone is invited now, and is known by an
 * account from then on.
 */
export async function findInvitee(ports: Ports, finding: Finding): Promise<Invitee> {
  const { request, snapshot, watched, mayStart } = finding;
  if (snapshot.beneficiary !== undefined) return { request, accountId: snapshot.beneficiary };
  const [begun] = await ports.grants.findMany(grantIds(ports, request));
  if (begun) return { request, accountId: begun.accountId };
  const isOver = request.endsAt !== undefined && request.endsAt <= ports.clock.now();
  if (!watched || !mayStart || isOver) return { request };
  const usable = usableConnection(watched);
  if (usable instanceof Fault) return { request, problem: problemOf(ports, usable) };
  return invite(ports, { ...finding, watched });
}

/** Nobody approves for themselves: not under an address that was not known to be theirs either. */
export function isOwnApproval({ approval, snapshot }: AccessRequest, accountId: string | undefined): boolean {
  if (accountId === undefined || snapshot?.beneficiary !== undefined) return false;
  if (approval?.kind === 'record') return approval.by.includes(accountId);
  return approval?.kind === 'status' && approval.by === accountId;
}
