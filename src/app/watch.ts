import type { AuditEvent } from '../domain/audit';
import { daysLeft, warningDue } from '../domain/token-expiry';
import { checkHealth } from './check-health';
import type { Ports, Watched } from './ports';
import { healthGuard } from './record-health';

/** The daily round: every credential is proven again, and the end of every token is announced in time. */
export const watch = (ports: Ports) => async (): Promise<void> => {
  for (const { connection } of await ports.connections.list()) {
    try {
      await announceExpiry(ports, await checkHealth(ports)(connection.id, { kind: 'schedule' }));
    } catch (error) {
      ports.report(error);
    }
  }
};

/** Each threshold is announced once for one recorded day. A new day starts anew. */
async function announceExpiry(ports: Ports, { connection, health }: Watched): Promise<void> {
  const { tokenExpiresOn: day, id } = connection;
  if (day === undefined || !health) return;
  const at = ports.clock.now();
  const left = daysLeft(day, at);
  const atDays = warningDue(left, health.warned?.on === day ? health.warned.atDays : undefined);
  if (atDays === undefined) return;

  const guard = healthGuard({ connection, health });
  const on = `connection#${id}`;
  const event: AuditEvent = {
    id: `${on}#token-expiring#${day}#${atDays}`,
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
