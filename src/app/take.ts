import { startTaking, stepBack } from '../domain/change-holding';
import { Fault } from '../domain/fault';
import type { Grant } from '../domain/grant';
import { usableConnection } from './usable-connection';
import { findWayBack } from './way-back';
import { endRevoked, type Leaving } from './end-grant';
import { happeningOf, troubleOf } from './grant-trouble';
import { leaseFor } from './lease';
import type { Ports, Watched } from './ports';
import { useTarget } from './target';
import { writeGrant, type GrantFacts } from './write-grant';

/** Takes access away: the intent is written down, then it is taken and seen to be gone, then that is written down. */
export async function take(ports: Ports, leaving: Leaving): Promise<Grant> {
  const { grant, holding, why, by } = leaving;
  const usable = usableConnection(await findWayBack(ports, grant));
  if (usable instanceof Fault) return wait(ports, leaving, usable);
  const { problem: _problem, ...facts } = grant;
  const lease = leaseFor(ports, { grantId: grant.id, act: 'take' });
  const through = { connectionId: usable.connection.id };
  const claimed = await writeGrant(ports, {
    before: holding,
    holding: startTaking(holding, lease),
    grant: { ...leavingFrom(ports, facts), ...through, state: 'revoking', ending: why, wakeAt: lease.until },
    happenings: [{ what: 'grant.withdrawing', detail: { grant: grant.id, why } }],
    by,
  });
  return act(ports, usable, { ...leaving, ...claimed });
}

const leavingFrom = <G extends GrantFacts>({ clock }: Ports, grant: G) =>
  ({ ...grant, way: 'out', leavingSince: grant.leavingSince ?? clock.now() }) as const;

async function act(ports: Ports, watched: Watched, leaving: Leaving): Promise<Grant> {
  const { grant, by } = leaving;
  try {
    const outcome = await useTarget(ports, watched, {
      during: 'taking access back',
      by,
      work: (target) =>
        target.revoke({ id: grant.accountId, name: '' }, grant.what, {
          named: grant.privileged,
          given: grant.verifiedAt !== undefined,
        }),
    });
    return await endRevoked(ports, leaving, outcome);
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'conflict') throw error;
    return note(ports, leaving, error);
  }
}

/** Nothing can be tried before somebody has mended the connection: that is told once, however long it takes. */
async function wait(ports: Ports, leaving: Leaving, fault: Fault): Promise<Grant> {
  const { grant, why } = leaving;
  const out: Grant = { ...leavingFrom(ports, grant), ending: why };
  const { problem } = troubleOf(fault, { grant: out, now: ports.clock.now() });
  const isTold = grant.way === 'out' && grant.ending === why && grant.state === 'blocked';
  if (isTold && grant.problem?.code === problem.code) return grant;
  return note(ports, { ...leaving, grant: out }, fault);
}

async function note(ports: Ports, { grant, holding, by }: Leaving, error: Fault): Promise<Grant> {
  const trouble = troubleOf(error, { grant, now: ports.clock.now() });
  const { wakeAt: _wakeAt, ...facts } = grant;
  const pair = { id: holding.id, accountId: grant.accountId, resourceId: holding.resourceId };
  const written = await writeGrant(ports, {
    before: holding,
    holding: stepBack(holding, pair, { grantId: grant.id, over: false }),
    grant: { ...facts, ...trouble },
    happenings: [happeningOf(grant, trouble)],
    by,
  });
  return written.grant;
}
