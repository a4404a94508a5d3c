import type { Entitlement } from '../domain/access';
import type { Actor } from '../domain/audit';
import { asBeforeOurLook, gave, heldBeforeUs, intend, mayStart } from '../domain/change-holding';
import { Fault } from '../domain/fault';
import type { Grant } from '../domain/grant';
import type { Holding } from '../domain/holding';
import type { AccessRequest } from '../domain/request';
import { faultOnly } from './fault-only';
import { leaseFor } from './lease';
import { isJustTaken } from './just-taken';
import { notToBeGiven, tooLate, triedInVain, waitForRepair } from './not-given';
import type { Ports, Watched } from './ports';
import { justTaken, meanwhile } from './problems';
import { useTarget } from './target';
import { usingNow } from './use-connection';
import { usableConnection } from './usable-connection';
import { wasTried } from './was-tried';
import { writeGrant, type Written } from './write-grant';
import { requestAlong } from './write-request';

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
  if (await isJustTaken(ports, { holding, grantId: grant.id, now })) throw justTaken();
  const usable = usableConnection(watched);
  if (usable instanceof Fault) return waitForRepair(ports, giving, usable);
  const use = { during: 'giving access', by };
  const looking = useTarget(ports, watched, {
    ...use,
    work: (target) =>
      target.look({ id: grant.accountId, name: '' }, giving.what, { named: grant.privileged }),
  });
  const look = await looking.catch(faultOnly);
  if (look instanceof Fault) return notToBeGiven(ports, giving, look);

  const before = heldBeforeUs(look.held, holding);
  const claimed = await claim(ports, giving, { lease, heldBefore: before });
  const outcome = await useTarget(ports, watched, { ...use, work: () => look.give() }).catch(faultOnly);
  if (outcome instanceof Fault) return triedInVain(ports, giving, { error: outcome, claimed });
  const surprise = outcome === 'already' && !look.held && !wasTried(giving);
  // What had to be given was not there, whatever the look said.
  const heldBefore = outcome === 'already' && (before || surprise);
  const seen = surprise ? { ...claimed, holding: asBeforeOurLook(claimed.holding, holding) } : claimed;
  return settle(ports, giving, { claimed: seen, outcome, heldBefore });
}

interface Claim {
  readonly lease: NonNullable<Holding['lease']>;
  readonly heldBefore: boolean;
}

/**
 * The request is touched in the same instant: whoever has closed it meanwhile was first, and nothing is given; whoever
 * closes it from now on has to see that this was begun.
 */
async function claim(ports: Ports, giving: Giving, { lease, heldBefore }: Claim): Promise<Written> {
  const { request, watched, holding, holdingId, grant, what, by } = giving;
  const touched = requestAlong(ports, request, { follows: grant.changedAt });
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
    along: { guards: [...(await usingNow(ports, watched)), ...touched.guards], puts: touched.puts },
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
