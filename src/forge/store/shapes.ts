import { z } from 'zod';
import type { RuleReference } from '../../app/ports';
import type { AuditEvent } from '../../domain/audit';
import type { CheckLine } from '../../domain/check';
import type { Connection } from '../../domain/connection';
import type { Draft } from '../../domain/draft';
import { faultCodes } from '../../domain/fault';
import type { Health } from '../../domain/health';
import type { Settings } from '../../domain/settings';

/** What comes back from storage is input like any other. Times rest as ISO text. */
const date = z.iso.datetime().transform((text) => new Date(text));
const ids = z.array(z.string()).readonly();

export const connection: z.ZodType<Connection> = z.object({
  id: z.string(),
  version: z.int(),
  connector: z.string(),
  name: z.string(),
  applicationAdmin: z.string(),
  defaultGroups: ids,
  tokenExpiresOn: z.iso.date().exactOptional(),
  credentialId: z.string(),
  account: z.string(),
  createdBy: z.string(),
  createdAt: date,
  changedAt: date,
});

const line: z.ZodType<CheckLine> = z.object({
  key: z.string(),
  label: z.string(),
  outcome: z.enum(['passed', 'warned', 'failed', 'skipped']),
  finding: z.string(),
  remedy: z.string().exactOptional(),
  field: z.string().exactOptional(),
});

export const health: z.ZodType<Health> = z.object({
  connectionId: z.string(),
  version: z.int(),
  credentialId: z.string(),
  state: z.enum(['healthy', 'warning', 'broken', 'unreachable']),
  checkedAt: date,
  lines: z.array(line).readonly(),
  warned: z.object({ on: z.iso.date(), atDays: z.int() }).exactOptional(),
});

export const draft: z.ZodType<Draft> = z.object({
  id: z.string(),
  state: z.enum(['open', 'retired']),
  connector: z.string(),
  by: z.string(),
  connectionId: z.string().exactOptional(),
  expiresAt: date,
});

export const settings: z.ZodType<Settings> = z.object({
  version: z.int(),
  adminGroups: ids,
  strict: z.boolean(),
});

export const rule: z.ZodType<RuleReference> = z.object({
  id: z.string(),
  name: z.string(),
  connectionId: z.string(),
});

export const credential = z.object({
  adminEmail: z.string(),
  apiToken: z.string(),
  found: z.record(z.string(), z.string()),
});

const by = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), id: z.string() }),
  z.object({ kind: z.literal('schedule') }),
]);

const event = <K extends string, D extends z.ZodType>(what: K, detail: D) =>
  z.object({
    id: z.string(),
    schema: z.literal(1),
    what: z.literal(what),
    at: date,
    by,
    on: z.string(),
    detail,
  });

export const auditEvent: z.ZodType<AuditEvent> = z.discriminatedUnion('what', [
  event('connection.created', z.object({ connector: z.string(), applicationAdmin: z.string(), groups: ids })),
  event(
    'connection.updated',
    z.object({
      changed: ids,
      applicationAdminBefore: z.string().exactOptional(),
      applicationAdminAfter: z.string().exactOptional(),
      groupsAdded: ids.exactOptional(),
      groupsRemoved: ids.exactOptional(),
      tokenExpiresBefore: z.string().exactOptional(),
      tokenExpiresAfter: z.string().exactOptional(),
    }),
  ),
  event('connection.rotated', z.object({ account: z.string() })),
  event('connection.disconnected', z.object({ dependents: ids })),
  event('connection.checked', z.object({ health: z.string(), failed: ids })),
  event('connection.failed', z.object({ during: z.string(), code: z.enum(faultCodes) })),
  event('connection.token-expiring', z.object({ daysLeft: z.int() })),
  event('credential.drafted', z.object({ connector: z.string(), account: z.string() })),
  event('credential.withdrawn', z.object({ connector: z.string() })),
  event('credential.discarded', z.object({ connector: z.string() })),
  event('settings.updated', z.object({ changed: ids, strict: z.boolean() })),
]);
