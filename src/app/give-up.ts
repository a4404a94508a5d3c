import { mayStart, stepBack } from '../domain/change-holding';
import type { Grant, GrantProblem } from '../domain/grant';
import type { Giving } from './give';
import { leaseFor } from './lease';
import type { Ports } from './ports';
import { meanwhile } from './problems';
import { writeGrant } from './write-grant';

interface GivingUp extends Omit<Giving, 'watched' | 'request'> {
  /** Absent: its approval has fallen. */
  readonly problem?: GrantProblem;
}

/** What was in the way of a grant may pass, but it must not be begun any more. */
export async function giveUp(ports: Ports, giving: GivingUp): Promise<Grant> {
  const { grant, holding, holdingId, what, by, problem = notBegun } = giving;
  const lease = leaseFor(ports, { grantId: grant.id, act: 'give' });
  if (mayStart(holding, lease, ports.clock.now()) === 'busy') throw meanwhile();
  const { wakeAt: _wakeAt, ...facts } = grant;
  const pair = { id: holdingId, accountId: grant.accountId, resourceId: what.resource.id };
  const written = await writeGrant(ports, {
    before: holding,
    holding: stepBack(holding, pair, { grantId: grant.id, over: true }),
    grant: { ...facts, state: 'failed', problem },
    happenings: [{ what: 'grant.failed', detail: { grant: grant.id, code: problem.code } }],
    by,
  });
  return written.grant;
}

const notBegun: GrantProblem = {
  code: 'not-begun',
  message: 'Its approval fell before it could be given, so it was not begun.',
};
