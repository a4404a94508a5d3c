import { Fault } from '../domain/fault';
import type { Grant } from '../domain/grant';
import type { Giving } from './give';
import { troubleOf } from './grant-trouble';
import { noteTrouble } from './note-trouble';
import type { Ports } from './ports';
import { wasTried } from './was-tried';
import { withdraw } from './withdraw';
import type { Written } from './write-grant';

/**
 * The look says why it cannot be given. Where that is for good, what an earlier try may have given all the same is
 * taken back: a grant that failed is forgotten, and nothing may be left behind by it.
 */
export function notToBeGiven(ports: Ports, giving: Giving, error: Fault): Promise<Grant> {
  const { grant, by } = giving;
  const { state, problem } = troubleOf(error, { grant, now: ports.clock.now() });
  if (state === 'failed' && wasTried(giving))
    return withdraw(ports, { grant: { ...grant, givenUp: problem }, why: 'cancelled', by });
  return noteTrouble(ports, giving, { error });
}

/**
 * It was refused while it was tried. Where that is for good, what an earlier try may have given is taken back, as soon
 * as this one is written down as one that came to nothing.
 */
export async function triedInVain(ports: Ports, giving: Giving, inVain: InVain): Promise<Grant> {
  const { claimed } = inVain;
  const error = stillUnseen(giving, inVain.error) ?? inVain.error;
  const { state, problem } = troubleOf(error, { grant: claimed.grant, now: ports.clock.now() });
  if (state !== 'failed' || !wasTried(giving)) return noteTrouble(ports, giving, { error, claimed });
  const passing = new Fault('target-unavailable', error.message, { cause: error });
  const grant = await noteTrouble(ports, giving, { error: passing, claimed });
  return withdraw(ports, { grant: { ...grant, givenUp: problem }, why: 'cancelled', by: giving.by });
}

/** Accepted by an earlier try and not seen since: that it is refused now says nothing about seats. */
function stillUnseen({ grant: { problem } }: Giving, error: Fault): Fault | undefined {
  if (problem?.code !== 'unverified' || error.code !== 'target-refused' || error.reason !== 'no-seat')
    return undefined;
  return new Fault('unverified', problem.message, { retryable: true, cause: error });
}

interface InVain {
  readonly error: Fault;
  readonly claimed: Written;
}

/** The end has come before it could be given. What an earlier try may have given is taken back. */
export function tooLate(ports: Ports, giving: Giving): Promise<Grant> {
  const { grant, by } = giving;
  const message = 'The end of the access came before it could be given.';
  const error = new Fault('target-refused', message, { reason: 'too-late' });
  if (!wasTried(giving)) return noteTrouble(ports, giving, { error });
  const { problem } = troubleOf(error, { grant, now: ports.clock.now() });
  return withdraw(ports, { grant: { ...grant, givenUp: problem }, why: 'expired', by });
}

/** Told once: a credential may stay broken for days. */
export async function waitForRepair(ports: Ports, giving: Giving, error: Fault): Promise<Grant> {
  const { grant } = giving;
  if (grant.state === 'blocked' && grant.problem?.code === 'credential') return grant;
  return noteTrouble(ports, giving, { error });
}
