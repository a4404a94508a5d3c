import type { Grant } from '../domain/grant';
import { Fault } from '../domain/fault';
import type { Ports, Watched } from './ports';
import { usableConnection } from './usable-connection';

/**
 * Through what a grant is taken back: the connection that gave it. Where that is gone, any other to the same kind of
 * application that works: a site has one directory, whoever asks it.
 */
export async function findWayBack(ports: Ports, grant: Grant): Promise<Watched | undefined> {
  const own = await ports.connections.find(grant.connectionId);
  if (own) return own;
  const { kind } = grant.what.resource;
  for (const { connection } of await ports.connections.list()) {
    if (!kind.startsWith(connection.connector)) continue;
    const other = await ports.connections.find(connection.id);
    if (other && !(usableConnection(other) instanceof Fault)) return other;
  }
  return undefined;
}
