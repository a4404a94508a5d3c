import { jiraError } from '../answer';
import type { Asker, Exchange } from '../exchange';
import { deskRoleOf } from '../jsm/desk-role';
import { Refusal } from '../query';
import { actorOf, type Actor } from '../work/engine';
import type { Issue } from '../work/issue';
import type { Project } from '../work/model';

/** An issue as its project's staff have it before them. Customers have the portal and no view of the issue. */
export interface Seen {
  readonly issue: Issue;
  readonly project: Project;
  readonly role: 'admin' | 'agent';
  readonly by: Actor;
}

const noIssue = () =>
  new Refusal(jiraError(404, 'Issue does not exist or you do not have permission to see it.'));

export const isNamed = (asker: Asker): asker is Exclude<Asker, { kind: 'anonymous' }> =>
  asker.kind !== 'anonymous';

/** What the caller may do in the project, if it can be seen at all. */
export function staffRole(exchange: Exchange, project: Project): Seen['role'] | undefined {
  const role = deskRoleOf(exchange, project);
  return role === 'admin' || role === 'agent' ? role : undefined;
}

/** The issue of the path. */
export function seenIssue(exchange: Exchange): Seen {
  const { world, asker, path } = exchange;
  const issue = world.work.findIssue(path['issueIdOrKey'] ?? '');
  if (!issue || !isNamed(asker)) throw noIssue();
  const project = world.work.projectOf(issue);
  const role = staffRole(exchange, project);
  if (!role) throw noIssue();
  return { issue, project, role, by: actorOf(asker) };
}

/** `errors` of Jira's ErrorCollection, by field. */
export const fieldErrors = (errors: Readonly<Record<string, string>>): Refusal =>
  new Refusal({ ...jiraError(400), body: JSON.stringify({ errorMessages: [], errors }) });
