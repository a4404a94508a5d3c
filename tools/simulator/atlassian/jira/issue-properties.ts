import { empty, jiraError, json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { setProperty } from '../work/engine';
import type { SiteResponse } from '../wire';
import { seenIssue } from './issue-seen';

const MOST_KEY = 255;
const MOST_VALUE = 32_768;

const keyOf = ({ path }: Exchange): string => path['propertyKey'] ?? '';
const noProperty = (key: string) => jiraError(404, `The property '${key}' does not exist.`);

function read(exchange: Exchange): SiteResponse {
  const { issue } = seenIssue(exchange);
  const key = keyOf(exchange);
  return Object.hasOwn(issue.properties, key)
    ? json(200, { key, value: issue.properties[key] })
    : noProperty(key);
}

function set(exchange: Exchange): SiteResponse {
  const { issue } = seenIssue(exchange);
  const { world, body } = exchange;
  const key = keyOf(exchange);
  if (key.length > MOST_KEY) return jiraError(400, 'The property key cannot be longer than 255 characters.');
  if (body === undefined) return jiraError(400, 'The value of the property is missing.');
  if (JSON.stringify(body).length > MOST_VALUE)
    return jiraError(400, 'The property value cannot be longer than 32768 characters.');
  const known = Object.hasOwn(issue.properties, key);
  setProperty(world, issue, { key, value: body });
  return empty(known ? 200 : 201);
}

function remove(exchange: Exchange): SiteResponse {
  const { issue } = seenIssue(exchange);
  const key = keyOf(exchange);
  if (!Object.hasOwn(issue.properties, key)) return noProperty(key);
  setProperty(exchange.world, issue, { key, value: undefined });
  return empty(204);
}

const at = {
  document: 'jira',
  template: '/rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}',
} as const;

export const propertyOperations: readonly Operation[] = [
  { ...at, operationId: 'getIssueProperty', method: 'GET', statuses: [200, 404], play: read },
  { ...at, operationId: 'setIssueProperty', method: 'PUT', statuses: [200, 201, 400, 404], play: set },
  { ...at, operationId: 'deleteIssueProperty', method: 'DELETE', statuses: [204, 404], play: remove },
];
