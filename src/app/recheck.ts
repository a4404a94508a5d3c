import { checkHealth } from './check-health';
import type { Ports } from './ports';

/** Looks again at what is broken: a refusal that was for a moment only keeps nobody waiting for a day. */
export const recheck = (ports: Ports) => async (): Promise<void> => {
  for (const { connection, health } of await ports.connections.list()) {
    if (health?.state !== 'broken' || !ports.hasTime()) continue;
    await checkHealth(ports)(connection.id, { kind: 'schedule' }).catch(ports.report);
  }
};
