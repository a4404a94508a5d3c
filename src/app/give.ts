import type { Entitlement } from '../domain/access';
import type { Actor } from '../domain/audit';
import { gave, heldBeforeUs, intend, mayStart } from '../domain/change-holding';
import { Fault } from '../domain/fault';
import type { Grant } from '../domain/grant';
import type { Holding } from '../domain/holding';
import type { AccessRequest } from '../domain/request';
import { leaseFor } from './lease';
import { noteTrouble } from './note-trouble';
import type { Ports, Watched } from './ports';
import { meanwhile } from './problems';
import { useTarget } from './target';
import { withdraw } from './withdraw';
import { writeGrant, type Written } from './write-grant';

export interface Giving {
  readonly request: AccessRequest;
  readonly watched: Watched;
  readonly what: Entitlement;
  /** The grant as it rests: as it was left by an earlier run, or as it begins. */
  readonly grant: Grant;
  readonly holding: Holding | undefined;
  readonly holdingId: string;
  readonly by: Actor;
}

/**
 * Gives one entitlement to one person: look, write the intent down, give, see it, write that down. Dead at any point,
 * the next run takes up where this one was. Without the durable intent nothing is done to the target.
 */
export async function give(ports: Ports, giving: Giving): Promise<Grant> {
  const { watched, grant, holding, by } = giving;
  const now = ports.clock.now();
  const lease = leaseFor(ports, { grantId: grant.id, act: 'give' });
  if (mayStart(holding, lease, now) === 'busy') throw meanwhile();
  if (grant.until && grant.until <= now) return tooLate(ports, giving);
  if (isBroken(watched)) return waitForRepair(ports, giving);
  const use = { during: 'giving access', by };
  const looking = useTarget(ports, watched, {
    ...use,
    work: (target) =>
      target.look({ id: grant.accountId, name: '' }, giving.what, { named: grant.privileged }),
  });
  const look = await looking.catch(faultOnly);
  if (look instanceof Fault) return noteTrouble(ports, giving, { error: look });

  const before = heldBeforeUs(look.held, holding);
  const claimed = await claim(ports, giving, { lease, heldBefore: before });
  const outcome = await useTarget(ports, watched, { ...use, work: () => look.give() }).catch(faultOnly);
  if (outcome instanceof Fault) return noteTrouble(ports, giving, { error: outcome, claimed });
  const surprise = outcome === 'already' && !look.held && !wasTried(giving);
  // What had to be given was not there, whatever the look said.
  const heldBefore = outcome === 'already' && (before || surprise);
  return settle(ports, giving, { claimed, outcome, heldBefore });
}

/** Somebody else may have given it between our look and our try: then it was not us. A retry can no longer tell. */
const wasTried = ({ holding, grant }: Giving): boolean =>
  holding?.grants.some(({ id }) => id === grant.id) === true;

const faultOnly = (error: unknown): Fault => {
  if (error instanceof Fault) return error;
  throw error;
};

/** The end has come before it could be given. What an earlier try may have given is taken back. */
function tooLate(ports: Ports, giving: Giving): Promise<Grant> {
  const { grant, by } = giving;
  if (wasTried(giving)) return withdraw(ports, { grant, why: 'expired', by });
  const error = new Fault('target-refused', 'The end of the access came before it could be given.');
  return noteTrouble(ports, giving, { error });
}

const isBroken = ({ connection, health }: Watched): boolean =>
  health?.state === 'broken' && health.credentialId === connection.credentialId;

/** Told once: a credential may stay broken for days. */
async function waitForRepair(ports: Ports, giving: Giving): Promise<Grant> {
  const { grant } = giving;
  if (grant.state === 'blocked' && grant.problem?.code === 'credential') return grant;
  const error = new Fault('target-unauthorized', 'The connection is broken: its credential no longer works.');
  return noteTrouble(ports, giving, { error });
}

interface Claim {
  readonly lease: NonNullable<Holding['lease']>;
  readonly heldBefore: boolean;
}

function claim(ports: Ports, giving: Giving, { lease, heldBefore }: Claim): Promise<Written> {
  const { holding, holdingId, grant, what, by } = giving;
  const { problem: _problem, wakeAt: _wakeAt, ...facts } = grant;
  const pair = { id: holdingId, accountId: grant.accountId, resourceId: what.resource.id };
  const { until } = grant;
  return writeGrant(ports, {
    before: holding,
    holding: intend(holding, pair, { lease, heldBefore }),
    grant: { ...facts, state: 'pending', wakeAt: lease.until },
    happenings: [
      {
        what: 'grant.intended',
        detail: {
          grant: grant.id,
          person: grant.accountId,
          resource: what.resource.id,
          heldBefore,
          until: until?.toISOString() ?? 'never',
        },
      },
    ],
    by,
  });
}

interface Outcome {
  readonly claimed: Written;
  readonly outcome: 'granted' | 'already';
  readonly heldBefore: boolean;
}

async function settle(
  ports: Ports,
  { by }: Giving,
  { claimed, outcome, heldBefore }: Outcome,
): Promise<Grant> {
  const { holding, grant } = claimed;
  const { wakeAt: _lease, ...facts } = grant;
  const written = await writeGrant(ports, {
    before: holding,
    holding: gave(holding, grant.id, heldBefore),
    grant: {
      ...facts,
      state: 'active',
      attempts: 0,
      verifiedAt: ports.clock.now(),
      ...(grant.until && { wakeAt: grant.until }),
    },
    happenings: [{ what: 'grant.succeeded', detail: { grant: grant.id, outcome } }],
    by,
  });
  return written.grant;
}
