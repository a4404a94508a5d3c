import { route } from '@forge/api';
import { z } from 'zod';
import type { DeskView, FormFieldView, FormView } from '../../contract/rule-views';
import { Fault } from '../../domain/fault';
import { askJira, findInJira } from '../jira';
import { fieldSchema, kindOf } from './field-value';
import { everyPage, paths } from './jsm-pages';

const desk = z.object({
  id: z.string(),
  projectId: z.string(),
  projectKey: z.string(),
  projectName: z.string(),
});
const requestType = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  issueTypeId: z.string(),
});

/** The service projects that the app may see, with what can be asked for in each. */
export async function listDesks(): Promise<readonly DeskView[]> {
  const desks = (await everyPage(paths.desks, desk)) ?? [];
  const views: DeskView[] = [];
  for (let at = 0; at < desks.length; at += AT_ONCE)
    views.push(...(await Promise.all(desks.slice(at, at + AT_ONCE).map(deskView))));
  return views;
}

/** Jira takes a hundred reads of a kind in a second. */
const AT_ONCE = 20;

async function deskView({
  id,
  projectId,
  projectKey,
  projectName,
}: z.output<typeof desk>): Promise<DeskView> {
  const types = (await everyPage(paths.requestTypes(id), requestType)) ?? [];
  return {
    id,
    projectId,
    projectKey,
    projectName,
    requestTypes: types.map(({ id: typeId, name, description = '' }) => ({ id: typeId, name, description })),
  };
}

const form = z.object({
  requestTypeFields: z.array(
    z.object({
      fieldId: z.string(),
      name: z.string(),
      required: z.boolean(),
      validValues: z.array(z.object({ value: z.string(), label: z.string() })),
      jiraSchema: fieldSchema,
    }),
  ),
});

/** A request type's form, the people fields that are on no form, and where its tickets can stand. */
export async function readForm(deskId: string, requestTypeId: string): Promise<FormView> {
  const gone = new Fault('not-found', 'The service project or the request type is not there any more.');
  const at = route`/rest/servicedeskapi/servicedesk/${deskId}`;
  const [project, type, { requestTypeFields } = { requestTypeFields: undefined }, tickets] =
    await Promise.all([
      findInJira(at, { shape: desk }),
      findInJira(route`/rest/servicedeskapi/servicedesk/${deskId}/requesttype/${requestTypeId}`, {
        shape: requestType,
      }),
      findInJira(route`/rest/servicedeskapi/servicedesk/${deskId}/requesttype/${requestTypeId}/field`, {
        shape: form,
      }),
      readPeopleFields(),
    ]);
  if (!project || !type || !requestTypeFields) throw gone;
  const fields = requestTypeFields.map((field): FormFieldView => ({
    id: field.fieldId,
    name: field.name,
    kind: kindOf(field.jiraSchema),
    required: field.required,
    options: field.validValues.map(({ value, label }) => ({ id: value, label })),
  }));
  const onForm = new Set(fields.map(({ id }) => id));
  return {
    fields,
    ticketFields: tickets.filter(({ id }) => !onForm.has(id)),
    statuses: await readStatuses(project.projectId, type.issueTypeId),
  };
}

const siteFields = z.array(
  z.object({ id: z.string(), name: z.string(), custom: z.boolean(), schema: fieldSchema.optional() }),
);

/** The field that an approval step asks is often on the ticket only. */
async function readPeopleFields(): Promise<readonly FormFieldView[]> {
  const all = await askJira(route`/rest/api/3/field`, { shape: siteFields });
  return all.flatMap(({ id, name, custom, schema }) => {
    const kind = schema ? kindOf(schema) : 'other';
    return custom && (kind === 'people' || kind === 'person')
      ? [{ id, name, kind, required: false, options: [] }]
      : [];
  });
}

const categories = { new: 'new', indeterminate: 'in-progress', done: 'done' } as const;
const statuses = z.array(
  z.object({
    id: z.string(),
    statuses: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        statusCategory: z.object({ key: z.enum(['new', 'indeterminate', 'done']).catch('new') }),
      }),
    ),
  }),
);

async function readStatuses(projectId: string, issueTypeId: string): Promise<FormView['statuses']> {
  const all = await askJira(route`/rest/api/3/project/${projectId}/statuses`, { shape: statuses });
  const own = all.find(({ id }) => id === issueTypeId)?.statuses ?? [];
  return own.map(({ id, name, statusCategory }) => ({ id, name, category: categories[statusCategory.key] }));
}
