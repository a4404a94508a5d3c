import { route } from '@forge/api';
import { z } from 'zod';
import type { Changed } from '../../app/desk-ports';
import type { Page } from '../../connectors/connector';
import { askJira } from '../jira';
import { fieldSchema } from './field-value';
import { isId, jiraDate } from './parts';
import { ORIGIN, requestTypeOf } from './ticket';

const issue = z.object({
  id: z.string(),
  fields: z.looseObject({ project: z.object({ id: z.string() }), updated: jiraDate }),
});
type Found = z.output<typeof issue>;
const found = z.object({ issues: z.array(issue), nextPageToken: z.string().nullish() });
const PAGE_SIZE = 100;

interface Asked {
  readonly since: Date;
  readonly now: Date;
  readonly projectIds: readonly string[];
  readonly cursor?: string | undefined;
}

/**
 * Tickets that changed since, newest change first, each with its request type. The time is said in minutes ago: a date
 * would be read in the time zone of the app's account. A page is asked for with the words of the first, so they travel
 * with the cursor.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/ searchAndReconsileIssuesUsingJql
 */
export function createListChanged() {
  let asked: Promise<string | undefined> | undefined;
  return async ({ since, now, projectIds, cursor }: Asked): Promise<Page<Changed>> => {
    const projects = projectIds.filter(isId);
    if (projects.length === 0) return { items: [] };
    const { minutes, token } = cursor === undefined ? begin(since, now) : readCursor(cursor);
    const origin = await (asked ??= findOrigin());
    const part = new URLSearchParams({
      jql: `project in (${projects.join(', ')}) AND updated >= "-${minutes}m" ORDER BY updated DESC`,
      fields: ['project', 'updated', ...(origin === undefined ? [] : [origin])].join(','),
      maxResults: String(PAGE_SIZE),
      ...(token !== undefined && { nextPageToken: token }),
    });
    const { issues, nextPageToken } = await askJira(route`/rest/api/3/search/jql?${part}`, { shape: found });
    return {
      items: issues.map((issue) => changedOf(issue, origin)),
      ...(nextPageToken && { next: `${minutes} ${nextPageToken}` }),
    };
  };
}

function changedOf({ id, fields }: Found, origin: string | undefined): Changed {
  const changed = { issueId: id, at: fields.updated };
  if (origin === undefined) return changed;
  const requestTypeId = requestTypeOf(fields, [origin]);
  const type = { projectId: fields.project.id, ...(requestTypeId !== undefined && { requestTypeId }) };
  return { ...changed, type };
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/ getFields */
const siteFields = z.array(z.object({ id: z.string(), schema: fieldSchema.optional() }));

/** The field in which the service desk keeps the request type. */
async function findOrigin(): Promise<string | undefined> {
  const fields = await askJira(route`/rest/api/3/field`, { shape: siteFields });
  return fields.find(({ schema }) => schema?.custom === ORIGIN)?.id;
}

interface Place {
  readonly minutes: number;
  readonly token?: string;
}

/** Jira counts whole minutes: one more, so that none is left out. */
const begin = (since: Date, now: Date): Place => ({
  minutes: Math.max(1, Math.ceil((now.getTime() - since.getTime()) / 60_000) + 1),
});

const place = z.templateLiteral([z.int().min(1), ' ', z.string()]);
function readCursor(cursor: string): Place {
  const text = place.parse(cursor);
  const blank = text.indexOf(' ');
  return { minutes: Number(text.slice(0, blank)), token: text.slice(blank + 1) };
}
