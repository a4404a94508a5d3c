import { z } from 'zod';
import { auditKeys, type Actor, type RecordedEvent } from '../../domain/audit';
import type { CheckLine } from '../../domain/check';
import type { Connection } from '../../domain/connection';
import type { Draft } from '../../domain/draft';
import type { Health } from '../../domain/health';
import type { Settings } from '../../domain/settings';
import { date, ids } from './shapes-parts';

export const connection: z.ZodType<Connection> = z.object({
  id: z.string(),
  version: z.int(),
  connector: z.string(),
  name: z.string(),
  applicationAdmin: z.string(),
  defaultGroups: ids,
  groupsChangedAt: date.exactOptional(),
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

export const credential = z.object({
  adminEmail: z.string(),
  apiToken: z.string(),
  found: z.record(z.string(), z.string()),
});

const by: z.ZodType<Actor> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), id: z.string() }),
  z.object({ kind: z.literal('schedule') }),
  z.object({ kind: z.literal('event') }),
]);

/** The vocabulary is kept where an event is written; what is read back is only shown. */
export const auditEvent: z.ZodType<RecordedEvent> = z.object({
  id: z.string(),
  schema: z.literal(1),
  what: z.enum(auditKeys),
  at: date,
  by,
  on: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), ids])),
});
