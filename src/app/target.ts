import type { Target } from '../connectors/connector';
import type { Actor } from '../domain/audit';
import { Fault } from '../domain/fault';
import { breaksCredential, healthOf } from '../domain/health';
import { openStored } from './open-target';
import type { Ports, Watched } from './ports';
import { proveStored } from './prove-stored';
import { recordHealth } from './record-health';

export interface Use {
  /** What the connection is used for, as a noun phrase: "the search for people". */
  readonly during: string;
  readonly by: Actor;
}

/**
 * Real use of a connection. The first refusal of its credential makes the connection broken, for everyone to see. One
 * thing that is forbidden does not, where the credential still does all that it was connected for.
 */
export async function useTarget<T>(
  ports: Ports,
  watched: Watched,
  { during, by, work }: Use & { readonly work: (target: Target) => Promise<T> },
): Promise<T> {
  try {
    const target = await openStored(ports, watched);
    return await answerOf(work(target));
  } catch (error) {
    if (!(error instanceof Fault) || !breaksCredential(error.code)) throw error;
    if (error.code === 'target-forbidden') await mustBeBroken(ports, watched, { by, error });
    const { code, message: finding } = error;
    await recordHealth(ports, watched, { kind: 'refused', code, finding, during, by }).catch(ports.report);
    throw error;
  }
}

interface Forbidden {
  readonly by: Actor;
  readonly error: Fault;
}

/** Throws what the refusal is instead, when it says nothing about the credential, or nobody can tell just now. */
async function mustBeBroken(ports: Ports, watched: Watched, { by, error }: Forbidden): Promise<void> {
  const sighting = await proveStored(ports, watched, by);
  if (sighting.kind === 'unreachable')
    throw new Fault('target-unavailable', sighting.finding, { cause: error, isRefusal: error.isRefusal });
  if (sighting.kind === 'checked' && healthOf(sighting.lines) !== 'broken')
    throw new Fault('target-refused', error.message, { cause: error, isRefusal: error.isRefusal });
}

/**
 * What a target did not find or could not do is told apart from what this app does not have: the remedies differ, and
 * an administrator is not sent looking for a connection when it is the site that misses something. What collided there
 * with somebody else's change is worth another try.
 */
export async function answerOf<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Fault) || (error.code !== 'not-found' && error.code !== 'conflict')) throw error;
    const { reason, retryable, isRefusal } = error;
    const why = { cause: error, isRefusal, ...(reason && { reason }) };
    if (error.code === 'conflict') throw new Fault('target-unavailable', error.message, why);
    throw new Fault('target-refused', error.message, { ...why, retryable });
  }
}
