import { json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import type { SiteResponse } from '../wire';
import { seenIssue } from './issue-seen';
import { historyToWire, issueToWire, listed } from './issue-wire';
import { jiraPage } from './paging';

function readIssue(exchange: Exchange): SiteResponse {
  const { issue } = seenIssue(exchange);
  const { query } = exchange;
  const wanted = {
    fields: listed(query.all('fields')),
    expands: query.list('expand'),
    properties: listed(query.all('properties')),
  };
  return json(200, issueToWire(exchange, issue, wanted));
}

/** Oldest first, unlike the changelog that comes with an issue. */
const readChangelog = (exchange: Exchange): SiteResponse =>
  jiraPage(exchange, seenIssue(exchange).issue.changelog, {
    fallback: 100,
    cap: 100,
    toWire: (history) => historyToWire(exchange, history),
  });

const at = { document: 'jira', method: 'GET' } as const;

export const getIssue: Operation = {
  ...at,
  operationId: 'getIssue',
  template: '/rest/api/3/issue/{issueIdOrKey}',
  burst: 150,
  statuses: [200, 404],
  play: readIssue,
};

export const getChangeLogs: Operation = {
  ...at,
  operationId: 'getChangeLogs',
  template: '/rest/api/3/issue/{issueIdOrKey}/changelog',
  statuses: [200, 404],
  play: readChangelog,
};
