import type { Actor, AuditEvent } from '../domain/audit';
import type { CheckLine } from '../domain/check';
import type { Connection } from '../domain/connection';
import type { FaultCode } from '../domain/fault';
import { healthOf, type Health } from '../domain/health';
import { FREE, type Ports, type Watched } from './ports';

/** What is to be recorded: a whole check, a site that did not answer, or a refusal in real use. */
export type Sighting = { readonly by: Actor } & (
  | { readonly kind: 'checked'; readonly lines: readonly CheckLine[] }
  | { readonly kind: 'unreachable'; readonly finding: string }
  | { readonly kind: 'refused'; readonly code: FaultCode; readonly finding: string; readonly during: string }
);

const ATTEMPTS = 3;

/**
 * Writes down what was seen of a connection's credential. Answers the connection as it is then, or undefined when it
 * is gone. A sighting of a credential that was replaced meanwhile says nothing any more and is dropped.
 */
export async function recordHealth(
  ports: Ports,
  watched: Watched,
  sighting: Sighting,
): Promise<Watched | undefined> {
  let current: Watched | undefined = watched;
  for (let attempt = 0; attempt < ATTEMPTS && current; attempt += 1) {
    const { connection } = current;
    if (connection.credentialId !== watched.connection.credentialId) return current;
    if (isOldNews(current, sighting)) return current;
    const health = nextHealth(current, sighting, ports.clock.now());
    const written = await ports.commit({
      guards: [healthGuard(current)],
      puts: [{ kind: 'health', value: health }],
      drops: [],
      events: [eventOf(health, sighting)],
    });
    if (written === 'written') return { connection, health };
    current = await ports.connections.find(connection.id);
  }
  return current;
}

/** The guard under which the next state of health is written. */
export const healthGuard = ({ connection, health }: Watched) => ({
  on: { kind: 'health', id: connection.id } as const,
  was: health ? String(health.version) : FREE,
  becomes: String((health?.version ?? 0) + 1),
});

/** The health of a connection whose credential was proven just now, as its first version. */
export const provenHealth = (connection: Connection, lines: readonly CheckLine[]): Health => ({
  connectionId: connection.id,
  version: 1,
  credentialId: connection.credentialId,
  state: healthOf(lines),
  checkedAt: connection.changedAt,
  lines,
});

/** Broken is broken until a check says otherwise: one more refusal, or no answer, is nothing new. */
const isOldNews = ({ connection, health }: Watched, { kind }: Sighting) =>
  kind !== 'checked' && health?.state === 'broken' && health.credentialId === connection.credentialId;

function nextHealth({ connection, health: before }: Watched, sighting: Sighting, now: Date): Health {
  const lines = linesOf(sighting);
  return {
    connectionId: connection.id,
    version: (before?.version ?? 0) + 1,
    credentialId: connection.credentialId,
    checkedAt: now,
    state: sighting.kind === 'unreachable' ? 'unreachable' : healthOf(lines),
    lines,
    ...(before?.warned && { warned: before.warned }),
  };
}

function linesOf(sighting: Sighting): readonly CheckLine[] {
  switch (sighting.kind) {
    case 'checked':
      return sighting.lines;
    case 'unreachable':
      return [
        {
          key: 'site-answers',
          label: 'The site answers',
          outcome: 'warned',
          finding: sighting.finding,
          remedy: 'Nothing to do yet: the connection is checked again every day, or press Test now.',
        },
      ];
    case 'refused':
      return [
        {
          key: 'in-use',
          label: `Used for ${sighting.during}`,
          outcome: 'failed',
          finding: sighting.finding,
          remedy: 'Press Test now to see what is wrong. If the token was revoked or has expired, rotate it.',
        },
      ];
  }
}

function eventOf(health: Health, sighting: Sighting): AuditEvent {
  const on = `connection#${health.connectionId}`;
  const fact = {
    id: `${on}#health#${health.version}`,
    schema: 1,
    at: health.checkedAt,
    by: sighting.by,
    on,
  } as const;
  if (sighting.kind === 'refused') {
    return { ...fact, what: 'connection.failed', detail: { during: sighting.during, code: sighting.code } };
  }
  const failed = health.lines.filter(({ outcome }) => outcome === 'failed').map(({ key }) => key);
  return { ...fact, what: 'connection.checked', detail: { health: health.state, failed } };
}
