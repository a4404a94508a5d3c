import { isLive, wasGiven, type Grant, type GrantProblem } from '../domain/grant';
import type { AccessRequest, Outgoing, Snapshot } from '../domain/request';
import * as ofGrants from '../domain/words-of-grants';
import type { Ports } from './ports';
import type { Provisioning } from './provision';
import { moveTo, saidBlocked, saidOutcome } from './sayings';
import { whyMissing, type Standstill } from './why-missing';
import { writeRequest } from './write-request';

export interface Finishing extends Provisioning {
  readonly snapshot: Snapshot;
  /** One for each group of the snapshot, in its order. Undefined: never begun. */
  readonly grants: readonly (Grant | undefined)[];
  /** Absent: more can be begun. */
  readonly standstill: Standstill | undefined;
  /** Why nothing can be begun yet for anybody. */
  readonly problem?: GrantProblem | undefined;
}

/** What has become of the request, now that everything that can be done has been done. */
export async function finish(ports: Ports, finishing: Finishing): Promise<AccessRequest> {
  const { request, grants, standstill, by } = finishing;
  const waiting = grants.filter((grant) => (grant ? isWaiting(grant) : !standstill));
  if (waiting.length > 0) return waitFor(ports, finishing, waiting[0]);
  const given = grants.filter(wasGiven).length;
  const failed = grants.length - given;
  const state = failed === 0 ? 'fulfilled' : given === 0 ? 'failed' : 'partly-fulfilled';
  const outcome = state === 'fulfilled' ? finishing.rule.outcome.fulfilled : finishing.rule.outcome.failed;
  const { why: _why, about: _about, ...facts } = request;
  const over = given > 0 && !grants.some((grant) => grant && isLive(grant));
  const missing = grants.filter((grant) => !wasGiven(grant));
  const [reason] = missing.map((grant) => whyMissing(grant, standstill).code);
  const outbox: readonly Outgoing[] = [
    { kind: 'say', key: 'outcome', message: saidOutcome(finishing) },
    ...moveTo(outcome),
  ];
  return writeRequest(ports, {
    before: request,
    next: {
      ...facts,
      state,
      ...(reason !== undefined && { why: reason }),
      ...(over && { endedAt: ports.clock.now() }),
      outbox: [...request.outbox, ...outbox],
    },
    happenings: [{ what: `request.${state}`, detail: { given, failed } }],
    by,
    follows: grants.flatMap((grant) => (grant ? [grant.changedAt] : [])),
  });
}

const isWaiting = (grant: Grant): boolean => grant.way === 'in' && isLive(grant) && grant.state !== 'active';

/** Something is in the way and may pass. It is told when it begins, and when it becomes something else. */
async function waitFor(
  ports: Ports,
  { request, problem, by }: Finishing,
  grant: Grant | undefined,
): Promise<AccessRequest> {
  const why = (grant?.problem ?? problem)?.code ?? 'unavailable';
  if (request.state === 'provisioning' && request.why === why) return request;
  const said = grant?.problem ? saidBlocked(grant) : problem ? ofGrants.waitsForInvitee(problem) : [];
  return writeRequest(ports, {
    before: request,
    next: {
      ...request,
      state: 'provisioning',
      why,
      outbox: [
        ...request.outbox,
        ...said.map((message, index): Outgoing => ({
          kind: 'say',
          key: `waiting#${why}#${index + 1}`,
          message,
        })),
      ],
    },
    happenings: [{ what: 'request.provisioning', detail: {} }],
    by,
    follows: grant ? [grant.changedAt] : [],
  });
}
