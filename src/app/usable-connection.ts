import { Fault } from '../domain/fault';
import type { Watched } from './ports';

/** The connection, or why it cannot be used before somebody mends it. */
export function usableConnection(watched: Watched | undefined): Watched | Fault {
  if (!watched) {
    return new Fault('target-refused', connectionIsGone, { reason: 'connection-gone' });
  }
  const { connection, health } = watched;
  if (health?.state !== 'broken' || health.credentialId !== connection.credentialId) return watched;
  return new Fault('target-unauthorized', 'The connection is broken: its credential no longer works.');
}

export const connectionIsGone = 'The connection that this access belongs to does not exist any more.';
