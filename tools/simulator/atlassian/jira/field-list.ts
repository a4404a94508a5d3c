import { json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { schemaOf } from '../jsm/field-schema';
import type { SiteResponse } from '../wire';
import { systemFields } from './issue-fields';

const numberOf = (id: string): number => Number(id.replace('customfield_', ''));

/** Types of the fields that Jira brings itself, where it is not a text. */
const types: Readonly<Record<string, string>> = {
  issuetype: 'issuetype',
  project: 'project',
  status: 'status',
  statuscategorychangedate: 'datetime',
  creator: 'user',
  reporter: 'user',
  assignee: 'user',
  created: 'datetime',
  updated: 'datetime',
  resolution: 'resolution',
  resolutiondate: 'datetime',
  labels: 'array',
  comment: 'comments-page',
};

const systemField = ([id, { name }]: readonly [string, { readonly name: string }]) => ({
  id,
  key: id,
  name,
  custom: false,
  orderable: ['summary', 'description', 'reporter', 'assignee', 'labels'].includes(id),
  navigable: id !== 'comment',
  searchable: true,
  clauseNames: [id],
  schema: { type: types[id] ?? 'string', ...(id === 'labels' && { items: 'string' }), system: id },
});

interface Custom {
  readonly id: string;
  readonly name: string;
  readonly schema: { readonly type: string; readonly items?: string; readonly custom: string };
}

const customField = ({ id, name, schema }: Custom) => ({
  id,
  key: id,
  name,
  custom: true,
  orderable: true,
  navigable: true,
  searchable: true,
  clauseNames: [`cf[${numberOf(id)}]`, name],
  schema: { ...schema, customId: numberOf(id) },
});

/** The service desk's own custom fields. Apps find them by their `custom`: the ids differ from site to site. */
function deskFields({ world }: Exchange): readonly Custom[] {
  const { requestType, participants, approvals } = world.work.deskFields;
  return [
    {
      id: requestType,
      name: 'Request Type',
      schema: { type: 'sd-customerrequesttype', custom: 'com.atlassian.servicedesk:vp-origin' },
    },
    {
      id: participants,
      name: 'Request participants',
      schema: { type: 'array', items: 'user', custom: 'com.atlassian.servicedesk:sd-request-participants' },
    },
    {
      id: approvals,
      name: 'Approvals',
      schema: { type: 'sd-approvals', custom: 'com.atlassian.servicedesk.approvals-plugin:sd-approvals' },
    },
  ];
}

function everyField(exchange: Exchange) {
  const fields = [...exchange.world.work.fields.values()].filter(({ deleted }) => !deleted);
  const custom = fields.map((field): Custom => ({ id: field.id, name: field.name, schema: schemaOf(field) }));
  return [
    ...Object.entries(systemFields).map(systemField),
    ...[...deskFields(exchange), ...custom].map(customField),
  ];
}

/** What kind of value each field holds, by its id: as the expansion `schema` of an issue says it. */
export const schemasOf = (exchange: Exchange): ReadonlyMap<string, object> =>
  new Map(everyField(exchange).map(({ id, schema }) => [id, schema]));

const list = (exchange: Exchange): SiteResponse => json(200, everyField(exchange));

export const getFields: Operation = {
  document: 'jira',
  operationId: 'getFields',
  method: 'GET',
  template: '/rest/api/3/field',
  statuses: [200],
  play: list,
};
