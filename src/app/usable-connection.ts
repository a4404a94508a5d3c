import { Fault } from '../domain/fault';
import type { Watched } from './ports';

/** The connection, or why it cannot be used before somebody mends it. */
export function usableConnection(watched: Watched | undefined): Watched | Fault {
  if (!watched) {
    const gone = 'The connection that this access belongs to does not exist any more.';
    return new Fault('target-refused', gone, { reason: 'connection-gone' });
  }
  const { connection, health } = watched;
  if (health?.state !== 'broken' || health.credentialId !== connection.credentialId) return watched;
  return new Fault('target-unauthorized', 'The connection is broken: its credential no longer works.');
}
