import { json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { addComment } from '../work/engine';
import type { SiteResponse } from '../wire';
import { readComment } from './comment-body';
import { commentPage, commentToWire } from './comment-wire';
import { seenIssue } from './issue-seen';

const withProperties = ({ query }: Exchange): boolean => query.list('expand').includes('properties');

function list(exchange: Exchange): SiteResponse {
  const { issue } = seenIssue(exchange);
  const { query } = exchange;
  const order = query.oneOf('orderBy', ['created', '+created', '-created']);
  const part = {
    startAt: query.int('startAt', { fallback: 0 }),
    maxResults: query.int('maxResults', { fallback: 100, cap: 100, least: 1 }),
    withProperties: withProperties(exchange),
    newestFirst: order === '-created',
  };
  return json(200, commentPage(exchange, issue, part));
}

function add(exchange: Exchange): SiteResponse {
  const { issue, by } = seenIssue(exchange);
  const comment = addComment(exchange.world, issue, { by, ...readComment(exchange.body) });
  const { properties } = comment;
  const shown = commentToWire(exchange, issue, comment);
  return json(201, withProperties(exchange) ? { ...shown, properties } : shown);
}

const at = { document: 'jira', template: '/rest/api/3/issue/{issueIdOrKey}/comment' } as const;

export const getComments: Operation = {
  ...at,
  operationId: 'getComments',
  method: 'GET',
  statuses: [200, 400, 404],
  play: list,
};

export const addCommentOperation: Operation = {
  ...at,
  operationId: 'addComment',
  method: 'POST',
  statuses: [201, 400, 404],
  play: add,
};
