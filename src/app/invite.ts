import type { Target } from '../connectors/connector';
import type { Actor } from '../domain/audit';
import { Fault } from '../domain/fault';
import type { GrantProblem } from '../domain/grant';
import type { AccessRequest, Snapshot } from '../domain/request';
import type { Rule } from '../domain/rule';
import type { Ticket } from '../domain/ticket';
import { understand } from '../domain/understand';
import { troubleOf } from './grant-trouble';
import { itself } from './happened';
import { claimInvitation, keepInvitee } from './keep-invitee';
import type { Ports, Watched } from './ports';
import { useTarget } from './target';

export interface Invitation {
  readonly request: AccessRequest;
  readonly snapshot: Snapshot;
  readonly watched: Watched;
  readonly rule: Rule;
  /** Absent: the ticket is gone. */
  readonly ticket?: Ticket;
  readonly by: Actor;
}

/** With neither an account nor a problem there is nobody to give it to, and nobody to wait for. */
export interface Invitee {
  /** As it is now: whoever was invited is written down on it. */
  readonly request: AccessRequest;
  readonly accountId?: string;
  /** Why it cannot be given to anybody yet. */
  readonly problem?: GrantProblem;
}

/**
 * Invites somebody who is known by an address alone. Theirs is the account that the target names, and no other: where
 * it names none, nobody is guessed at. It is written down before anything else is done, for it may be named only once.
 */
export async function invite(ports: Ports, invitation: Invitation): Promise<Invitee> {
  const { request, by } = invitation;
  const known = request.invitee?.accountId;
  if (known !== undefined) return lookFor(ports, invitation, known);
  const email = addressOf(ports, invitation);
  if (email === undefined) return { request };
  const claimed = await claimInvitation(ports, request, by);
  const answer = await ask(ports, invitation, (target) => target.invite(email));
  if (answer instanceof Fault) return { request: claimed, problem: problemOf(ports, answer) };
  const { accountId } = answer;
  if (accountId === undefined) return { request: claimed, problem: unnamed };
  const kept = await keepInvitee(ports, claimed, { accountId, by });
  return lookFor(ports, { ...invitation, request: kept }, accountId);
}

/** An account that was made a moment ago may not show everywhere yet. */
async function lookFor(ports: Ports, invitation: Invitation, accountId: string): Promise<Invitee> {
  const { request } = invitation;
  const seen = await ask(ports, invitation, (target) => target.isSeen(accountId));
  if (seen instanceof Fault) return { request, problem: problemOf(ports, seen) };
  return { request, ...(seen ? { accountId } : { problem: unseen }) };
}

const ask = <T>(ports: Ports, { watched }: Invitation, work: (target: Target) => Promise<T>) =>
  useTarget(ports, watched, { during: 'the invitation of somebody new', by: itself, work }).catch(
    (error: unknown): Fault => {
      if (error instanceof Fault) return error;
      throw error;
    },
  );

/** Undefined: the ticket does not say any more who was meant. */
function addressOf(ports: Ports, { rule, ticket, snapshot }: Invitation): string | undefined {
  const understanding = ticket && understand(rule, ticket);
  if (understanding?.kind !== 'understood' || understanding.wanted.beneficiary.kind !== 'email')
    return undefined;
  const { email } = understanding.wanted.beneficiary;
  return ports.digest(email.trim().toLowerCase()) === snapshot.inviteeDigest ? email : undefined;
}

const unnamed: GrantProblem = {
  code: 'invitee-unknown',
  message:
    'Atlassian did not name the account that belongs to the address. It may have been made by an earlier try whose ' +
    'answer was lost, or be suspended, or have no access to Jira.',
};
const unseen: GrantProblem = {
  code: 'unverified',
  message: 'The person was invited, but the account cannot be seen yet.',
};

export function problemOf(ports: Ports, fault: Fault): GrantProblem {
  if (fault.code === 'invalid') return { code: 'refused', message: fault.message };
  return troubleOf(fault, { grant: { way: 'in', attempts: 0 }, now: ports.clock.now() }).problem;
}
