import { route } from '@forge/api';
import { z } from 'zod';
import type { Ticket } from '../../domain/ticket';
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
  const requestTypeId = requestTypeOf(found);
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
    changes: await wholeChangelog(id, changelog),
  };
}

const valuesOf = (fields: Readonly<Record<string, unknown>>, schema: Readonly<Record<string, FieldSchema>>) =>
  Object.fromEntries(Object.entries(fields).map(([id, raw]) => [id, fieldValue(schema[id], raw)]));

const REQUEST_TYPE = 'com.atlassian.servicedesk:vp-origin';
const origin = z.object({ requestType: z.object({ id: z.string() }) });

/** Custom fields have other ids on every site: the one of the service desk is known by what it is. */
function requestTypeOf({ fields, schema }: Issue): string | undefined {
  const fieldId = Object.entries(schema).find(([, { custom }]) => custom === REQUEST_TYPE)?.[0];
  const parsed = origin.safeParse(fieldId === undefined ? undefined : fields[fieldId]);
  return parsed.success ? parsed.data.requestType.id : undefined;
}
