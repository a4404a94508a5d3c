import { json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import type { SiteResponse } from '../wire';
import type { Project, RequestType } from '../work/model';
import { deskRoleOf } from './desk-role';
import { formToWire } from './form';
import { expandsOf, jsmPage } from './paging';
import { noRequestType } from './refusals';
import { deskLink, deskOf } from './service-desk';

interface Offered {
  readonly project: Project;
  readonly type: RequestType;
}

/** The one group of a portal in which every request type stands. */
const groupOf = ({ desk }: Project): string => `${desk.portalId}0`;

export const requestTypeToWire = (
  exchange: Exchange,
  { project, type }: Offered,
  expands: readonly string[] = [],
) => ({
  _expands: ['field'],
  id: type.id,
  _links: { self: `${deskLink(exchange, project)}/requesttype/${type.id}` },
  name: type.name,
  description: type.description,
  helpText: '',
  issueTypeId: type.issueTypeId,
  serviceDeskId: project.desk.id,
  portalId: project.desk.portalId,
  groupIds: [groupOf(project)],
  canCreateRequest: deskRoleOf(exchange, project) !== 'none',
  restrictionStatus: 'OPEN',
  ...(expands.includes('field') && { fields: formToWire(exchange, { project, type }) }),
});

/** `searchQuery` matches the beginning of a word of the name or the description. */
function matches({ name, description }: RequestType, searchQuery: string | undefined): boolean {
  if (searchQuery === undefined) return true;
  const words = `${name} ${description}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.some((word) => word.startsWith(searchQuery.toLowerCase()));
}

function page(exchange: Exchange, offered: readonly Offered[]): SiteResponse {
  const { query } = exchange;
  const [searchQuery, groupId] = [query.text('searchQuery'), query.text('groupId')];
  const restricted = query.text('restrictionStatus') === 'restricted';
  const found = offered.filter(
    ({ project, type }) =>
      !restricted && matches(type, searchQuery) && (groupId === undefined || groupId === groupOf(project)),
  );
  const expands = expandsOf(exchange);
  return jsmPage(exchange, found, { toWire: (each) => requestTypeToWire(exchange, each, expands) });
}

const typesOf = (project: Project): readonly Offered[] =>
  project.desk.requestTypes.map((type) => ({ project, type }));

function listAll(exchange: Exchange): SiteResponse {
  const wanted = exchange.query.all('serviceDeskId');
  const mine = [...exchange.world.work.projects.values()].filter(
    (project) =>
      deskRoleOf(exchange, project) !== 'none' && (wanted.length === 0 || wanted.includes(project.desk.id)),
  );
  return page(exchange, mine.flatMap(typesOf));
}

export function offeredOf(exchange: Exchange): Offered {
  const project = deskOf(exchange);
  const type = project.desk.requestTypes.find(({ id }) => id === exchange.path['requestTypeId']);
  if (!type) throw noRequestType();
  return { project, type };
}

const at = { document: 'jsm', method: 'GET' } as const;
const OF_DESK = '/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype';

export const requestTypeOperations: readonly Operation[] = [
  {
    ...at,
    operationId: 'getAllRequestTypes',
    template: '/rest/servicedeskapi/requesttype',
    experimental: true,
    statuses: [200, 412],
    play: listAll,
  },
  {
    ...at,
    operationId: 'getRequestTypes',
    template: OF_DESK,
    statuses: [200, 403, 404],
    play: (exchange) => page(exchange, typesOf(deskOf(exchange))),
  },
  {
    ...at,
    operationId: 'getRequestTypeById',
    template: `${OF_DESK}/{requestTypeId}`,
    statuses: [200, 403, 404],
    play: (exchange) => json(200, requestTypeToWire(exchange, offeredOf(exchange), expandsOf(exchange))),
  },
  {
    ...at,
    operationId: 'getRequestTypeFields',
    template: `${OF_DESK}/{requestTypeId}/field`,
    statuses: [200, 403, 404],
    play: (exchange) => json(200, formToWire(exchange, offeredOf(exchange))),
  },
];
