import { json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { schemaOf } from '../jsm/field-schema';
import type { SiteResponse } from '../wire';
import type { Field } from '../work/model';
import { goesPastScreen, mayEditIn, offScreen } from './edit-screen';
import { seenIssue } from './issue-seen';

interface Meta {
  readonly key: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: { readonly type: string; readonly items?: string };
  readonly allowedValues?: readonly unknown[];
}

const fieldToWire = ({ key, name, required = false, schema, allowedValues }: Meta) => ({
  required,
  schema,
  name,
  key,
  hasDefaultValue: false,
  operations: schema.type === 'array' ? ['add', 'set', 'remove'] : ['set'],
  ...(allowedValues && { allowedValues }),
});

const system = (key: string, name: string, type: string): Meta => ({
  key,
  name,
  required: key === 'summary' || key === 'reporter',
  schema: { type, ...{ system: key } },
});

const SYSTEM = [
  system('summary', 'Summary', 'string'),
  system('description', 'Description', 'string'),
  system('reporter', 'Reporter', 'user'),
  system('assignee', 'Assignee', 'user'),
];

const customField = ({ world }: Exchange, field: Field): Meta => ({
  key: field.id,
  name: field.name,
  schema: schemaOf(field),
  ...(field.type.endsWith('-select') && {
    allowedValues: field.options
      .filter(({ disabled }) => !disabled)
      .map(({ id, value }) => ({ self: `${world.baseUrl}/rest/api/3/customFieldOption/${id}`, value, id })),
  }),
});

/** What the caller may edit: nothing without the permission, and of the fields those on the issue's edit screen. */
function readEditMeta(exchange: Exchange): SiteResponse {
  const { issue, project } = seenIssue(exchange);
  const off = goesPastScreen(exchange) ? [] : offScreen(project, issue);
  if (!mayEditIn(exchange, project)) return json(200, { fields: {} });
  const custom = [...exchange.world.work.fields.values()].filter(({ deleted }) => !deleted);
  const every = [...SYSTEM, ...custom.map((field) => customField(exchange, field))];
  const all = every.filter(({ key }) => !off.includes(key));
  return json(200, { fields: Object.fromEntries(all.map((meta) => [meta.key, fieldToWire(meta)])) });
}

export const getEditIssueMeta: Operation = {
  document: 'jira',
  operationId: 'getEditIssueMeta',
  method: 'GET',
  template: '/rest/api/3/issue/{issueIdOrKey}/editmeta',
  statuses: [200, 403, 404],
  play: readEditMeta,
};
