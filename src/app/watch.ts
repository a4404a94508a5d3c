import type { AuditEvent } from '../domain/audit';
import { daysLeft, warningDue } from '../domain/token-expiry';
import { checkHealth } from './check-health';
import type { Ports, Watched } from './ports';
import { healthGuard } from './record-health';

/** The daily round: the end of every token is announced, whatever the site says, and every credential proven. */
export const watch = (ports: Ports) => async (): Promise<void> => {
  for (const { connection } of await ports.connections.list()) {
    await announceExpiry(ports, connection.id).catch(ports.report);
    await checkHealth(ports)(connection.id, { kind: 'schedule' }).catch(ports.report);
  }
};

/** Each threshold is announced once for one recorded day. A new day starts anew. */
async function announceExpiry(ports: Ports, id: string): Promise<void> {
  const { connection, health }: Partial<Watched> = (await ports.connections.find(id)) ?? {};
  if (connection?.tokenExpiresOn === undefined || !health) return;
  const day = connection.tokenExpiresOn;
  const at = ports.clock.now();
  const left = daysLeft(day, at);
  const atDays = warningDue(left, health.warned?.on === day ? health.warned.atDays : undefined);
  if (atDays === undefined) return;

  const guard = healthGuard({ connection, health });
  const on = `connection#${id}`;
  const event: AuditEvent = {
    id: `${on}#health#${guard.becomes}#token-expiring#${atDays}`,
    schema: 1,
    what: 'connection.token-expiring',
    at,
    by: { kind: 'schedule' },
    on,
    detail: { daysLeft: left },
  };
  await ports.commit({
    guards: [guard],
    puts: [
      { kind: 'health', value: { ...health, version: Number(guard.becomes), warned: { on: day, atDays } } },
    ],
    drops: [],
    events: [event],
  });
}
