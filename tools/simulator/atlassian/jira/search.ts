import { createHash } from 'node:crypto';
import { z } from 'zod';
import { jiraError, json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { Refusal } from '../query';
import type { Issue } from '../work/issue';
import type { SiteResponse } from '../wire';
import { staffRole } from './issue-seen';
import { issueToWire, listed, type Wanted } from './issue-wire';
import { compile } from './jql/compile';
import { compileOrder } from './jql/order';
import { parseJql } from './jql/parse';
import { JqlError } from './jql/tokens';

const Body = z.strictObject({
  jql: z.string().optional(),
  nextPageToken: z.string().optional(),
  maxResults: z.int().optional(),
  fields: z.array(z.string()).default([]),
  expand: z.string().default(''),
  properties: z.array(z.string()).default([]),
  fieldsByKeys: z.boolean().optional(),
  failFast: z.boolean().optional(),
  reconcileIssues: z.array(z.number()).default([]),
});
type Asked = z.output<typeof Body>;

const UNBOUNDED =
  'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.';
const MOST_RECONCILED = 50;
const MOST_PROPERTIES = 5;
/** Whole issues come in smaller pages than ids and keys do. */
const CAP = { ids: 5_000, issues: 100 } as const;

const bad = (message: string) => new Refusal(jiraError(400, message));

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/. The index lags behind; issues named
 * in `reconcileIssues` are seen as they are.
 */
function find(exchange: Exchange, { jql = '', reconcileIssues }: Asked): readonly Issue[] {
  if (reconcileIssues.length > MOST_RECONCILED) throw bad('At most 50 issues can be reconciled.');
  const { work, clock } = exchange.world;
  try {
    const { where, orders } = parseJql(jql);
    if (!where) throw bad(UNBOUNDED);
    const matches = compile(exchange, where);
    const seen = new Set(
      [...work.projects.values()].filter((each) => staffRole(exchange, each)).map(({ id }) => id),
    );
    const fresh = new Set(reconcileIssues.map(String));
    const issues = [
      ...work.indexed(clock.time()).filter(({ id }) => !fresh.has(id)),
      ...[...fresh].flatMap((id) => work.findIssue(id) ?? []),
    ];
    const found = issues.filter((issue) => seen.has(issue.projectId) && matches(issue));
    return found.sort(compileOrder(exchange, orders));
  } catch (error) {
    if (error instanceof JqlError) throw bad(error.message);
    throw error;
  }
}

/** A token leads to the next page of its own query only. */
const digestOf = (jql = ''): string => createHash('sha256').update(jql).digest('hex').slice(0, 12);
const tokenOf = (jql: string | undefined, start: number): string =>
  Buffer.from(`${digestOf(jql)}:${start}`).toString('base64url');

function startOf({ jql, nextPageToken }: Asked): number {
  if (nextPageToken === undefined) return 0;
  const [digest, start = ''] = Buffer.from(nextPageToken, 'base64url').toString().split(':');
  if (digest !== digestOf(jql) || !/^\d{1,9}$/.test(start))
    throw bad('The nextPageToken is invalid or has expired.');
  return Number(start);
}

function search(exchange: Exchange, asked: Asked): SiteResponse {
  const wanted: Wanted = {
    fields: listed(asked.fields),
    expands: listed([asked.expand]),
    properties: listed(asked.properties),
  };
  if (wanted.properties.length > MOST_PROPERTIES) throw bad('At most 5 issue properties can be asked for.');
  const idsOnly =
    wanted.fields.every((field) => field === 'id' || field === 'key') && wanted.properties.length === 0;
  if ((asked.maxResults ?? 1) < 0) throw bad('The maxResults cannot be negative.');
  const limit = Math.min(asked.maxResults ?? 50, idsOnly ? CAP.ids : CAP.issues);
  const found = find(exchange, asked);
  const start = startOf(asked);
  const end = start + limit;
  const isLast = end >= found.length;
  return json(200, {
    issues: found.slice(start, end).map((issue) => foundToWire(exchange, issue, wanted)),
    isLast,
    ...(!isLast && { nextPageToken: tokenOf(asked.jql, end) }),
  });
}

/** Only the id, unless something else is asked for. */
function foundToWire(exchange: Exchange, issue: Issue, wanted: Wanted) {
  const bare = wanted.fields.every((field) => field === 'id') && wanted.expands.length === 0;
  if (bare && wanted.properties.length === 0) return { id: issue.id };
  const { names: _, ...whole } = issueToWire(exchange, issue, {
    ...wanted,
    fields: wanted.fields.length === 0 ? ['id'] : wanted.fields,
  });
  return whole;
}

function fromQuery(exchange: Exchange): Asked {
  const { query } = exchange;
  const [jql, nextPageToken] = [query.text('jql'), query.text('nextPageToken')];
  const ids = listed(query.all('reconcileIssues'));
  if (!ids.every((id) => /^\d{1,15}$/.test(id))) throw bad('reconcileIssues takes the ids of issues.');
  return {
    ...(jql !== undefined && { jql }),
    ...(nextPageToken !== undefined && { nextPageToken }),
    maxResults: query.int('maxResults', { fallback: 50 }),
    fields: [...query.all('fields')],
    expand: query.text('expand') ?? '',
    properties: [...query.all('properties')],
    reconcileIssues: ids.map(Number),
  };
}

function fromBody({ body }: Exchange): Asked {
  const read = Body.safeParse(body);
  if (read.success) return read.data;
  throw bad('Invalid request payload. Refer to the REST API documentation and try again.');
}

const at = { document: 'jira', template: '/rest/api/3/search/jql', statuses: [200, 400] } as const;

export const searchOperations: readonly Operation[] = [
  {
    ...at,
    operationId: 'searchAndReconsileIssuesUsingJql',
    method: 'GET',
    play: (exchange) => search(exchange, fromQuery(exchange)),
  },
  {
    ...at,
    operationId: 'searchAndReconsileIssuesUsingJqlPost',
    method: 'POST',
    play: (exchange) => search(exchange, fromBody(exchange)),
  },
];
