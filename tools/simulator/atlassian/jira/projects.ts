import { jiraError, json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { Refusal } from '../query';
import { rightsOf } from '../rights';
import type { Project } from '../work/model';
import type { SiteResponse } from '../wire';
import { staffRole } from './issue-seen';
import { listed } from './issue-wire';
import { jiraPage } from './paging';
import { issueTypeToWire, projectRef, statusToWire } from './status-wire';

/** Staff see their projects, and so do Jira's administrators, who see nothing of their issues by that. */
const maySee = (exchange: Exchange, project: Project): boolean =>
  staffRole(exchange, project) !== undefined || rightsOf(exchange).administersJira;

function seenProject(exchange: Exchange): Project {
  const named = exchange.path['projectIdOrKey'] ?? '';
  const found = exchange.world.work.findProject(named);
  if (found && maySee(exchange, found)) return found;
  throw new Refusal(jiraError(404, `No project could be found with key '${named}'.`));
}

const inList = ({ world }: Exchange, project: Project) => ({
  expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
  ...projectRef(world, project),
  style: 'classic',
  isPrivate: false,
});

const read = (exchange: Exchange): SiteResponse => {
  const project = seenProject(exchange);
  return json(200, {
    ...inList(exchange, project),
    description: '',
    issueTypes: project.issueTypes.map((type) => issueTypeToWire(exchange.world, type)),
    components: [],
    versions: [],
    assigneeType: 'UNASSIGNED',
    roles: {},
  });
};

function readStatuses(exchange: Exchange): SiteResponse {
  const { world } = exchange;
  const project = seenProject(exchange);
  const types = project.issueTypes.map((type) => {
    const { statuses } = world.work.workflowOf({ projectId: project.id, issueTypeId: type.id });
    const { self, id, name, subtask } = issueTypeToWire(world, type);
    return {
      self,
      id,
      name,
      subtask,
      statuses: statuses.map((each) => statusToWire(world, world.work.status(each))),
    };
  });
  return json(200, types);
}

const ORDERS = ['key', '+key', '-key', 'name', '+name', '-name'] as const;

function search(exchange: Exchange): SiteResponse {
  const { query, world } = exchange;
  const [ids, keys] = [listed(query.all('id')), listed(query.all('keys'))];
  const [text, type] = [query.text('query')?.toLowerCase() ?? '', query.text('typeKey') ?? 'service_desk'];
  const order = query.oneOf('orderBy', ORDERS) ?? 'key';
  const found = [...world.work.projects.values()].filter(
    (project) =>
      maySee(exchange, project) &&
      (ids.length === 0 || ids.includes(project.id)) &&
      (keys.length === 0 || keys.includes(project.key)) &&
      [project.key, project.name].some((name) => name.toLowerCase().includes(text)) &&
      listed([type]).includes('service_desk'),
  );
  const by = order.endsWith('name') ? 'name' : 'key';
  found.sort((a, b) => (order.startsWith('-') ? -1 : 1) * (a[by] < b[by] ? -1 : 1));
  return jiraPage(exchange, found, {
    fallback: 50,
    cap: 100,
    toWire: (project) => inList(exchange, project),
  });
}

const at = { document: 'jira', method: 'GET' } as const;

/** The router takes the first that fits: `search` is no key. */
export const projectOperations: readonly Operation[] = [
  {
    ...at,
    operationId: 'searchProjects',
    template: '/rest/api/3/project/search',
    statuses: [200, 400],
    play: search,
  },
  {
    ...at,
    operationId: 'getProject',
    template: '/rest/api/3/project/{projectIdOrKey}',
    statuses: [200, 404],
    play: read,
  },
  {
    ...at,
    operationId: 'getAllStatuses',
    template: '/rest/api/3/project/{projectIdOrKey}/statuses',
    statuses: [200, 404],
    play: readStatuses,
  },
];
