import { FREE, type Guard, type Ports, type Watched } from './ports';

const MINUTE_MS = 60_000;
/** Marked again after that, at the earliest: not every grant has to write it, or to wait for another that does. */
const MARK_MS = 5 * MINUTE_MS;
/** Lists may lag. What was given before the last mark, and that much longer, is in them. */
const SEEN_MS = 15 * MINUTE_MS;

/**
 * What has to hold when access is given: the connection is as it was read, and whoever wants to end it can tell that it
 * is in use, however late the lists are.
 */
export async function usingNow(ports: Ports, { connection }: Watched): Promise<readonly Guard[]> {
  const { id, version } = connection;
  const stands: Guard = {
    on: { kind: 'connection', id },
    was: String(version),
    becomes: String(version),
  };
  const was = await ports.connections.lastUse(id);
  const now = ports.clock.now();
  if (isWithin(was, now, MARK_MS)) return [stands];
  return [stands, { on: { kind: 'connection-use', id }, was, becomes: now.toISOString() }];
}

/** Whether something may have been given through it that no list shows yet. */
export const wasUsedLately = (use: string, now: Date): boolean => isWithin(use, now, SEEN_MS);

const isWithin = (use: string, now: Date, ms: number): boolean =>
  use !== FREE && now.getTime() - Date.parse(use) < ms;
