import type { FoundByEmail } from '../connectors/connector';
import type { Principal } from '../domain/access';
import { Fault } from '../domain/fault';
import type { AccessRequest, Snapshot } from '../domain/request';
import type { Rule } from '../domain/rule';
import type { Ticket } from '../domain/ticket';
import { understand } from '../domain/understand';
import { grantIds } from './grant-ids';
import { itself } from './happened';
import type { Ports, Watched } from './ports';
import { useTarget } from './target';

interface Invitation {
  readonly request: AccessRequest;
  readonly snapshot: Snapshot;
  readonly watched: Watched | undefined;
  readonly rule: Rule;
  readonly ticket?: Ticket;
}

/**
 * The account that the access is for. Somebody who is known by an address alone is invited now, and is known by an
 * account from then on. Undefined: there is none yet, or no ticket any more that says whom to invite.
 */
export async function findInvitee(ports: Ports, invitation: Invitation): Promise<string | undefined> {
  const { request, snapshot, watched, rule, ticket } = invitation;
  if (snapshot.beneficiary !== undefined) return snapshot.beneficiary;
  const [begun] = await ports.grants.findMany(grantIds(ports, request));
  if (begun) return begun.accountId;
  if (!watched || !ticket) return undefined;
  const understanding = understand(rule, ticket);
  if (understanding.kind === 'misunderstood' || understanding.wanted.beneficiary.kind !== 'email')
    return undefined;
  const { email } = understanding.wanted.beneficiary;
  if (ports.digest(email.trim().toLowerCase()) !== snapshot.inviteeDigest) return undefined;
  const use = { during: 'the invitation of somebody new', by: itself };
  const find = () => useTarget(ports, watched, { ...use, work: (target) => target.findByEmail(email) });
  const before = await find();
  if (before.kind === 'found') return before.principal.id;
  await useTarget(ports, watched, { ...use, work: (target) => target.invite(email) });
  const after = await find();
  if (after.kind === 'found') return after.principal.id;
  const [fresh, ...others] = newIn(after, before);
  if (fresh && others.length === 0) return fresh.id;
  throw new Fault('unverified', 'The person was invited, but the account cannot be seen yet.', {
    retryable: true,
    retryAfterSeconds: 60,
  });
}

/** Nobody approves for themselves: not under an address that was not known to be theirs either. */
export function isOwnApproval({ approval, snapshot }: AccessRequest, accountId: string | undefined): boolean {
  if (accountId === undefined || snapshot?.beneficiary !== undefined) return false;
  if (approval?.kind === 'record') return approval.by.includes(accountId);
  return approval?.kind === 'status' && approval.by === accountId;
}

/** A new account hides its address: it is the one who could not be meant before the invitation. */
function newIn(after: FoundByEmail, before: FoundByEmail): readonly Principal[] {
  const known = new Set(before.kind === 'uncertain' ? before.candidates.map(({ id }) => id) : []);
  return after.kind === 'uncertain' ? after.candidates.filter(({ id }) => !known.has(id)) : [];
}
