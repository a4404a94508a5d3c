import type { Actor } from '../domain/audit';
import { goneFrom, type AccessRequest } from '../domain/request';
import type { Happening } from './happened';
import type { Ports } from './ports';
import { writeRequest } from './write-request';

interface Step {
  readonly request: AccessRequest;
  readonly by: Actor;
}

/** The ticket cannot be seen, which may be for a while only: nothing is done until then. Undefined: it is gone. */
export async function waitForSight(ports: Ports, step: Step): Promise<AccessRequest | undefined> {
  const { request } = step;
  const now = ports.clock.now();
  const from = goneFrom(request);
  if (!from) return note(ports, step, { ...request, goneSince: now });
  return from > now ? request : undefined;
}

/** It is there: if it is out of sight once more, that is another hour. */
export async function noteSeen(ports: Ports, step: Step): Promise<AccessRequest> {
  const { goneSince, ...facts } = step.request;
  return goneSince ? note(ports, step, facts) : step.request;
}

function note(ports: Ports, { request, by }: Step, next: AccessRequest): Promise<AccessRequest> {
  const happening = next.goneSince ? hidden : seenAgain;
  return writeRequest(ports, { before: request, next, happenings: [happening], by });
}

const hidden: Happening = { what: 'request.hidden', detail: {} };
export const seenAgain: Happening = { what: 'request.seen', detail: {} };
