import type { Change, Ports, Watched } from './ports';

const ATTEMPTS = 3;

/**
 * Writes a change of a connection that also touches its health. A check that was written meanwhile is no reason to
 * refuse an administrator: only a change of the connection itself is.
 */
export async function commitWatched(
  ports: Ports,
  watched: Watched,
  changeOf: (current: Watched) => Change,
): Promise<'written' | 'moved'> {
  let current: Watched | undefined = watched;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (current?.connection.version !== watched.connection.version) return 'moved';
    if ((await ports.commit(changeOf(current))) === 'written') return 'written';
    current = await ports.connections.find(watched.connection.id);
  }
  return 'moved';
}
