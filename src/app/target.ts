import { getConnector, type Credential, type Target } from '../connectors/connector';
import type { Actor } from '../domain/audit';
import type { CheckLine } from '../domain/check';
import { Fault } from '../domain/fault';
import { breaksCredential } from '../domain/health';
import type { Ports, Watched } from './ports';
import { recordHealth } from './record-health';

/** Opens the conversation with a target for one credential. */
export async function openTarget(ports: Ports, connector: string, credential: Credential): Promise<Target> {
  return getConnector(ports.connectors, connector).open(credential, await ports.installation());
}

export const tokenMissing: CheckLine = {
  key: 'token-stored',
  label: 'A token is stored',
  outcome: 'failed',
  finding: 'The stored token is gone.',
  remedy: 'Rotate the token: enter a new one for this connection.',
};

/** The stored credential of a connection, opened. */
export async function openStored(ports: Ports, { connection }: Watched): Promise<Target> {
  const credential = await ports.credentials.find(connection.credentialId);
  if (!credential)
    throw new Fault('target-unauthorized', `${tokenMissing.finding} ${tokenMissing.remedy ?? ''}`);
  return openTarget(ports, connection.connector, credential);
}

export interface Use {
  /** What the connection is used for, as a noun phrase: "the search for people". */
  readonly during: string;
  readonly by: Actor;
}

/** Real use of a connection. The first refusal of its credential makes the connection broken, for everyone to see. */
export async function useTarget<T>(
  ports: Ports,
  watched: Watched,
  { during, by, work }: Use & { readonly work: (target: Target) => Promise<T> },
): Promise<T> {
  try {
    const target = await openStored(ports, watched);
    return await answerOf(work(target));
  } catch (error) {
    if (error instanceof Fault && breaksCredential(error.code)) {
      const { code, message: finding } = error;
      await recordHealth(ports, watched, { kind: 'refused', code, finding, during, by }).catch(ports.report);
    }
    throw error;
  }
}

/**
 * What a target did not find or could not do is told apart from what this app does not have: the remedies differ, and
 * an administrator is not sent looking for a connection when it is the site that misses something.
 */
export async function answerOf<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Fault) || (error.code !== 'not-found' && error.code !== 'conflict')) throw error;
    const { reason, retryable } = error;
    throw new Fault('target-refused', error.message, { cause: error, retryable, ...(reason && { reason }) });
  }
}
