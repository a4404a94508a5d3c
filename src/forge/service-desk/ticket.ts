import { route } from '@forge/api';
import { z } from 'zod';
import type { Ticket, TicketChange } from '../../domain/ticket';
import { REQUEST_TYPE } from '../../domain/understand';
import { findInJira } from '../jira';
import { expandedChangelog, wholeChangelog } from './changelog';
import { fieldSchema, fieldValue, type FieldSchema } from './field-value';
import { jiraDate } from './parts';

const person = z.object({ accountId: z.string() }).nullish();
const issue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    project: z.object({ id: z.string() }),
    status: z.object({ id: z.string(), statusCategory: z.object({ key: z.string() }) }),
    creator: person,
    reporter: person,
    created: jiraDate,
  }),
  schema: z.record(z.string(), fieldSchema),
  changelog: expandedChangelog,
});
type Issue = z.output<typeof issue>;

/**
 * A ticket with all its fields, what kind each is, and what happened to it.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/ getIssue
 */
export async function readTicket(idOrKey: string): Promise<Ticket | undefined> {
  const path = route`/rest/api/3/issue/${idOrKey}?fields=*all&expand=schema,changelog`;
  const found = await findInJira(path, { shape: issue });
  if (!found) return undefined;
  const { id, key, fields, schema, changelog } = found;
  const { project, status, creator, reporter, created } = fields;
  const origins = originFields(schema);
  const requestTypeId = requestTypeOf(fields, origins);
  return {
    issueId: id,
    key,
    projectId: project.id,
    ...(requestTypeId !== undefined && { requestTypeId }),
    statusId: status.id,
    isDone: status.statusCategory.key === 'done',
    creator: creator?.accountId ?? '',
    reporter: reporter?.accountId ?? '',
    createdAt: created,
    values: valuesOf(fields, schema),
    changes: (await wholeChangelog(id, changelog)).map(named(origins)),
  };
}

const valuesOf = (fields: Readonly<Record<string, unknown>>, schema: Readonly<Record<string, FieldSchema>>) =>
  Object.fromEntries(Object.entries(fields).map(([id, raw]) => [id, fieldValue(schema[id], raw)]));

/** Which field of a site holds the request type is told by this alone: its id and its name differ. */
export const ORIGIN = 'com.atlassian.servicedesk:vp-origin';
const origin = z.object({ requestType: z.object({ id: z.string() }) });

const originFields = (schema: Issue['schema']): readonly string[] =>
  Object.entries(schema).flatMap(([id, { custom }]) => (custom === ORIGIN ? [id] : []));

export function requestTypeOf(
  fields: Readonly<Record<string, unknown>>,
  [id]: readonly string[],
): string | undefined {
  const parsed = origin.safeParse(id === undefined ? undefined : fields[id]);
  return parsed.success ? parsed.data.requestType.id : undefined;
}

/** A change of the request type is told by a name that is the same on every site. */
const named =
  (origins: readonly string[]) =>
  (change: TicketChange): TicketChange =>
    origins.includes(change.field) ? { ...change, field: REQUEST_TYPE } : change;
