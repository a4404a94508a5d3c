import type { Actor } from '../domain/audit';
import { letGo, took } from '../domain/change-holding';
import { Fault } from '../domain/fault';
import type { Grant } from '../domain/grant';
import { instantAfter } from '../domain/instant';
import type { Holding } from '../domain/holding';
import { advance } from './advance';
import type { Happening } from './happened';
import type { Ports } from './ports';
import { endAlong } from './tell-end';
import { writeGrant } from './write-grant';

export interface Leaving {
  readonly grant: Grant;
  readonly holding: Holding;
  readonly why: NonNullable<Grant['ending']>;
  readonly by: Actor;
}

/** The access was seen to be gone. */
export const endRevoked = (ports: Ports, leaving: Leaving, outcome: 'revoked' | 'already'): Promise<Grant> =>
  end(ports, leaving, {
    state: { state: 'revoked' },
    holding: took(leaving.holding, leaving.grant.id),
    happening: { what: 'grant.revoked', detail: { grant: leaving.grant.id, outcome } },
  });

/** Ends without anything being taken. `kept` absent: nothing was there because of it any more. */
export const endReleased = (ports: Ports, leaving: Leaving, kept?: Grant['kept']): Promise<Grant> =>
  end(ports, leaving, {
    state: { state: 'released', ...(kept && { kept }) },
    holding: letGo(leaving.holding, leaving.grant.id),
    happening: { what: 'grant.released', detail: { grant: leaving.grant.id, why: kept ?? 'gone' } },
  });

interface End {
  readonly state: Pick<Grant, 'state' | 'kept'>;
  readonly holding: Holding;
  readonly happening: Happening;
}

/** Writes the end down, and tells the ticket. A ticket that cannot be reached is come back to by the rounds. */
async function end(ports: Ports, { grant, holding: before, why, by }: Leaving, step: End): Promise<Grant> {
  const { wakeAt: _wakeAt, problem: _problem, ...facts } = grant;
  const at = instantAfter(ports.clock.now(), grant.changedAt);
  const ended = { ...facts, ...step.state, way: 'out', ending: why, attempts: 0, endedAt: at } as const;
  const write = async () => {
    const along = await endAlong(ports, { ...ended, changedAt: at });
    const written = await writeGrant(ports, {
      before,
      holding: step.holding,
      grant: ended,
      happenings: [step.happening],
      by,
      ...(along && { along }),
    });
    return { ended: written.grant, isLast: along?.isLast === true };
  };
  // Of several that end at once, whoever comes second sees the first.
  const written = await write().catch((error: unknown) => {
    if (!(error instanceof Fault) || error.code !== 'conflict') throw error;
    return write();
  });
  if (written.isLast) await advance(ports)(grant.issueId, by).catch(ports.report);
  return written.ended;
}
