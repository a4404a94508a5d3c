import { z } from 'zod';
import { holdsPermission, usesProduct } from '../access';
import { jiraError, json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { Refusal } from '../query';
import { personOf, rightsOf } from '../rights';
import type { SiteResponse } from '../wire';
import type { Project } from '../work/model';
import { mayEditIn } from './edit-screen';
import { staffRole } from './issue-seen';
import { globalPermissions, projectAdminOnly, projectPermissions } from './permission-keys';

const keys = [...Object.keys(globalPermissions), ...Object.keys(projectPermissions)];

/** Without a project, a project permission is held when it is held in any project. */
export function holds(exchange: Exchange, key: string): boolean {
  const { asker, view } = exchange;
  const person = personOf(asker);
  const rights = rightsOf(exchange);
  if (!person || !rights.usesJira) return false;
  if (key === 'ADMINISTER') return rights.administersJira;
  if (key === 'SYSTEM_ADMIN') return rights.administersJira && rights.siteAdmin;
  if (key === 'USER_PICKER') return rights.browses;
  if (Object.hasOwn(globalPermissions, key))
    return rights.administersJira || holdsPermission(view, person, key);
  if (key === 'SERVICEDESK_AGENT') return usesProduct(view, person, 'jira-servicedesk');
  return !projectAdminOnly.includes(key) || person.projectAdmin || rights.administersJira;
}

function myPermissions(exchange: Exchange): SiteResponse {
  const { query } = exchange;
  const wanted = query.list('permissions');
  if (wanted.length === 0) {
    return jiraError(
      400,
      "The 'permissions' query parameter is required. Provide a comma-separated list of keys.",
    );
  }
  const unknown = wanted.find((key) => !keys.includes(key));
  if (unknown !== undefined) return jiraError(400, `Unrecognized permission: ${unknown}`);
  const asked = placeAskedFor(exchange);
  const has = (key: string) => (asked ? holdsInProject(exchange, key, asked) : holds(exchange, key));
  return json(200, { permissions: Object.fromEntries(wanted.map((key) => [key, describe(key, has(key))])) });
}

interface Place {
  readonly project: Project;
  readonly role: 'admin' | 'agent';
}

/** What the caller is in the project that is asked about, if any is. */
function placeAskedFor(exchange: Exchange): Place | undefined {
  const { query, world } = exchange;
  const named = (names: readonly string[]) =>
    names.map((name) => query.text(name)).find((each) => each !== undefined);
  const [project, issue] = [named(['projectKey', 'projectId']), named(['issueKey', 'issueId'])];
  if (project === undefined && issue === undefined) return undefined;
  const found = issue === undefined ? undefined : world.work.findIssue(issue);
  const place =
    issue === undefined ? world.work.findProject(project ?? '') : found && world.work.projectOf(found);
  const role = place && staffRole(exchange, place);
  if (role) return { project: place, role };
  throw new Refusal(jiraError(404, `Nothing could be found for '${issue ?? project ?? ''}'.`));
}

function holdsInProject(exchange: Exchange, key: string, { project, role }: Place): boolean {
  if (Object.hasOwn(globalPermissions, key)) return holds(exchange, key);
  if (key === 'EDIT_ISSUES' && !mayEditIn(exchange, project)) return false;
  return role === 'admin' || !projectAdminOnly.includes(key);
}

function describe(key: string, havePermission: boolean) {
  const name = globalPermissions[key] ?? projectPermissions[key] ?? key;
  const type = Object.hasOwn(globalPermissions, key) ? 'GLOBAL' : 'PROJECT';
  const id = String(keys.indexOf(key));
  return { id, key, name, type, description: `Ability to: ${name}.`, havePermission };
}

const CheckBody = z.object({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).nullish(),
  projectPermissions: z.array(z.object({ permissions: z.array(z.string()).min(1) })).nullish(),
});

/** Only the caller's own global permissions: the world has no projects to ask about. */
function checkPermissions(exchange: Exchange): SiteResponse {
  const body = CheckBody.safeParse(exchange.body);
  if (!body.success) return jiraError(400, 'The request is not valid.');
  const { accountId, globalPermissions: wanted, projectPermissions: projects } = body.data;
  const unknown = (wanted ?? []).find((key) => !Object.hasOwn(globalPermissions, key));
  if (unknown !== undefined) return jiraError(400, `Unrecognized permission: ${unknown}`);
  const person = accountId === undefined ? personOf(exchange.asker) : exchange.view.person(accountId);
  if (accountId !== undefined && !person) return jiraError(400, 'The account ID is not valid.');
  const another = person && person.accountId !== personOf(exchange.asker)?.accountId;
  if (another && !rightsOf(exchange).administersJira) return jiraError(403, 'You cannot check another user.');
  const seenAs: Exchange = another ? { ...exchange, asker: { kind: 'user', person, scopes: [] } } : exchange;
  return json(200, {
    globalPermissions: (wanted ?? []).filter((key) => holds(seenAs, key)),
    projectPermissions: (projects ?? []).flatMap(({ permissions }) =>
      permissions.filter(Boolean).map((permission) => ({ permission, issues: [], projects: [] })),
    ),
  });
}

export const getMyPermissions: Operation = {
  document: 'jira',
  operationId: 'getMyPermissions',
  method: 'GET',
  template: '/rest/api/3/mypermissions',
  anonymous: 'welcome',
  statuses: [200, 400, 404],
  play: myPermissions,
};

export const getBulkPermissions: Operation = {
  document: 'jira',
  operationId: 'getBulkPermissions',
  method: 'POST',
  template: '/rest/api/3/permissions/check',
  anonymous: 'only-without-credentials',
  statuses: [200, 400, 403],
  play: checkPermissions,
};
