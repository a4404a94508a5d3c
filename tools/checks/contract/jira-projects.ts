import type { Site } from '../../simulator/atlassian/site';
import { desk, people, scenariosOf, withToken, type Scenario } from './scenario';

const asPlainUser = { as: withToken(people.plainUser) };
const nowhere = { path: { projectIdOrKey: 'NONE' } };
const recent = 'project in (IT, OPS) AND updated >= "-10m" ORDER BY updated DESC';

function before(site: Site): void {
  const by = people.plainUser.accountId;
  const requestTypeId = desk.requestTypes.groupMembership.id;
  for (let count = 0; count < 3; count += 1) site.work.raise({ by, requestTypeId });
}

/** Searching issues, and what an administrator has set up, each call in success and in every error of its own. */
export const jiraProjects: readonly Scenario[] = [
  scenariosOf('jira searchAndReconsileIssuesUsingJql', { before, query: { jql: recent } })
    .play(200, 'ids only')
    .play(200, 'a page of issues', { query: { jql: recent, fields: ['summary,status'], maxResults: 2 } })
    .play(200, 'with their changelog and properties', {
      query: { jql: recent, fields: ['*all'], expand: 'changelog', properties: ['governance'] },
    })
    .play(400, 'without a bound', { query: { jql: 'order by created' } })
    .play(400, 'that cannot be read', { query: { jql: 'project = ' } })
    .play(400, 'a project that is not seen', { ...asPlainUser, query: { jql: 'project = IT' } }),
  scenariosOf('jira searchAndReconsileIssuesUsingJqlPost', { before, body: { jql: recent, fields: ['key'] } })
    .play(200, 'keys only')
    .play(200, 'seen as they are', { body: { jql: recent, reconcileIssues: [10_001] } })
    .play(400, 'a field that is not there', { body: { jql: 'colour = red' } }),
  scenariosOf('jira getFields').play(200, 'all'),
  scenariosOf('jira searchProjects')
    .play(200, 'all')
    .play(200, 'some', { query: { keys: ['IT'], orderBy: '-name', typeKey: 'service_desk' } })
    .play(400, 'a page that cannot be', { query: { startAt: 'soon' }, broken: true }),
  scenariosOf('jira getProject', { path: { projectIdOrKey: 'IT' } })
    .play(200, 'by key')
    .play(200, 'by id', { path: { projectIdOrKey: desk.it.id } })
    .play(404, 'unknown', nowhere)
    .play(404, 'that is not seen', asPlainUser),
  scenariosOf('jira getAllStatuses', { path: { projectIdOrKey: 'IT' } })
    .play(200, 'of a project')
    .play(404, 'of an unknown project', nowhere),
  scenariosOf('jira searchWorkflows')
    .play(200, 'all, with their approval steps')
    .play(200, 'of a project', { query: { projectId: desk.it.id } })
    .play(400, 'a page that cannot be', { query: { startAt: 'soon' }, broken: true })
    .play(401, 'as a plain user', asPlainUser),
].flatMap(({ written }) => written);
