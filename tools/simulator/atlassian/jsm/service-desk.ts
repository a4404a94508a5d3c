import { json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import type { SiteResponse } from '../wire';
import type { Project } from '../work/model';
import { deskRoleOf } from './desk-role';
import { jsmPage } from './paging';
import { deskForbidden, noDesk } from './refusals';

export const deskLink = ({ world }: Exchange, { desk }: Project): string =>
  `${world.baseUrl}/rest/servicedeskapi/servicedesk/${desk.id}`;

export const deskToWire = (exchange: Exchange, project: Project) => ({
  id: project.desk.id,
  projectId: project.id,
  projectName: project.name,
  projectKey: project.key,
  _links: { self: deskLink(exchange, project) },
});

/** Every form of the document's "project identifiers": `15`, `ABC`, `projectKey:ABC`, `projectId:10012`. */
export function findDesk({ world }: Exchange, identifier: string): Project | undefined {
  const [name, value] = identifier.includes(':') ? split(identifier) : [undefined, identifier];
  return [...world.work.projects.values()].find(({ id, key, desk }) => {
    if (name === 'projectId') return id === value;
    if (name === 'projectKey') return key === value.toUpperCase();
    if (name === 'serviceDeskId') return desk.id === value;
    return name === undefined && (desk.id === value || key === value.toUpperCase());
  });
}

const split = (identifier: string): readonly [string, string] => {
  const at = identifier.indexOf(':');
  return [identifier.slice(0, at), identifier.slice(at + 1)];
};

/** The desk of the path, for a caller who may enter its portal. */
export function deskOf(exchange: Exchange): Project {
  const project = findDesk(exchange, exchange.path['serviceDeskId'] ?? '');
  if (!project) throw noDesk();
  if (deskRoleOf(exchange, project) === 'none') throw deskForbidden();
  return project;
}

function list(exchange: Exchange): SiteResponse {
  const mine = [...exchange.world.work.projects.values()].filter(
    (project) => deskRoleOf(exchange, project) !== 'none',
  );
  return jsmPage(exchange, mine, { toWire: (project) => deskToWire(exchange, project) });
}

export const serviceDeskOperations: readonly Operation[] = [
  {
    document: 'jsm',
    operationId: 'getServiceDesks',
    method: 'GET',
    template: '/rest/servicedeskapi/servicedesk',
    statuses: [200, 400],
    play: list,
  },
  {
    document: 'jsm',
    operationId: 'getServiceDeskById',
    method: 'GET',
    template: '/rest/servicedeskapi/servicedesk/{serviceDeskId}',
    statuses: [200, 403, 404],
    play: (exchange) => json(200, deskToWire(exchange, deskOf(exchange))),
  },
];
