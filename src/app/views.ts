import type { Connector } from '../connectors/connector';
import type {
  AuditEventView,
  CheckLineView,
  ConnectionView,
  ConnectorView,
  HealthView,
} from '../contract/views';
import type { RecordedEvent } from '../domain/audit';
import type { CheckLine } from '../domain/check';
import type { Connection } from '../domain/connection';
import type { Health } from '../domain/health';
import { daysLeft, expiryLevel } from '../domain/token-expiry';
import type { RuleEntry } from './governance-ports';
import type { Watched } from './ports';

interface Surroundings {
  readonly connectors: readonly Connector[];
  readonly rules: readonly RuleEntry[];
  readonly now: Date;
}

export const connectorView = ({ key, name, description, fields }: Connector): ConnectorView => ({
  key,
  name,
  description,
  fields: fields.map((field) => ({ ...field })),
});

export const lineViews = (lines: readonly CheckLine[]): CheckLineView[] => lines.map((line) => ({ ...line }));

export function connectionView({ connection, health }: Watched, around: Surroundings): ConnectionView {
  const { credentialId: _kept, createdBy: _by, tokenExpiresOn, createdAt, changedAt, ...facts } = connection;
  const connector = around.connectors.find(({ key }) => key === connection.connector);
  return {
    ...facts,
    defaultGroups: [...facts.defaultGroups],
    connectorName: connector?.name ?? connection.connector,
    health: healthView(connection, health),
    usedBy: around.rules
      .filter(({ connectionIds }) => connectionIds.includes(connection.id))
      .map(({ id, name }) => ({ kind: 'rule', id, name })),
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
    ...(tokenExpiresOn !== undefined && { tokenExpiry: expiryView(tokenExpiresOn, around.now) }),
  };
}

function expiryView(on: string, now: Date) {
  const days = daysLeft(on, now);
  return { on, daysLeft: days, level: expiryLevel(days) };
}

/** Health is about one credential. After a rotation the old one's says nothing. */
function healthView({ credentialId }: Connection, health: Health | undefined): HealthView {
  if (!health || health.credentialId !== credentialId) return { state: 'unchecked', lines: [] };
  const worst =
    health.lines.find(({ outcome }) => outcome === 'failed') ??
    health.lines.find(({ outcome }) => outcome === 'warned');
  return {
    state: health.state,
    checkedAt: health.checkedAt.toISOString(),
    lines: lineViews(health.lines),
    ...(worst && { cause: worst.finding }),
    ...(worst?.remedy !== undefined && { remedy: worst.remedy }),
  };
}

export function eventView({ id, what, at, by, detail }: RecordedEvent): AuditEventView {
  const plain = Object.entries(detail).map(([key, value]) => [
    key,
    typeof value === 'object' ? [...value] : value,
  ]);
  return {
    id,
    what,
    at: at.toISOString(),
    by: { ...by },
    detail: Object.fromEntries(plain) as AuditEventView['detail'],
  };
}
