import { route } from '@forge/api';
import { z } from 'zod';
import type { Page } from '../../connectors/connector';
import { askJira } from '../jira';
import { isId } from './parts';

const found = z.object({
  issues: z.array(z.object({ id: z.string() })),
  nextPageToken: z.string().nullish(),
});
const PAGE_SIZE = 100;

interface Asked {
  readonly since: Date;
  readonly now: Date;
  readonly projectIds: readonly string[];
  readonly cursor?: string | undefined;
}

/**
 * Tickets that changed since, newest change first. The time is said in minutes ago: a date would be read in the time
 * zone of the app's account. A page is asked for with the words of the first, so they travel with the cursor.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/ searchAndReconsileIssuesUsingJql
 */
export async function listChanged({ since, now, projectIds, cursor }: Asked): Promise<Page<string>> {
  const projects = projectIds.filter(isId);
  if (projects.length === 0) return { items: [] };
  const { minutes, token } = cursor === undefined ? begin(since, now) : readCursor(cursor);
  const part = new URLSearchParams({
    jql: `project in (${projects.join(', ')}) AND updated >= "-${minutes}m" ORDER BY updated DESC`,
    fields: 'id',
    maxResults: String(PAGE_SIZE),
    ...(token !== undefined && { nextPageToken: token }),
  });
  const { issues, nextPageToken } = await askJira(route`/rest/api/3/search/jql?${part}`, { shape: found });
  return {
    items: issues.map(({ id }) => id),
    ...(nextPageToken && { next: `${minutes} ${nextPageToken}` }),
  };
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
