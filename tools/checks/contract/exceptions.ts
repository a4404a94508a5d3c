import { z } from 'zod';
import type { DocumentName, Operation } from '../../simulator/atlassian/exchange';
import { Schema } from './documents';

interface Exception {
  readonly status: number;
  readonly document?: DocumentName;
  readonly operations?: readonly string[];
  readonly because: string;
}

/** Answers that the documents do not list and that the site gives all the same. */
const EXCEPTIONS: readonly Exception[] = [
  {
    status: 401,
    because: 'any call with bad credentials or without the scope; the documents list it for some only',
  },
  {
    status: 429,
    because: 'https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ is about every call',
  },
  { status: 415, because: 'both products refuse a body whose type they are not told' },
  {
    status: 403,
    document: 'confluence-v2',
    because: 'the IP allowlist stands before every call; v2 itself says 404 to whoever may not',
  },
  {
    status: 403,
    document: 'jira',
    operations: [
      ...['getServerInfo', 'getMyPermissions', 'findGroups', 'findUsers'],
      ...['getIssue', 'getEditIssueMeta', 'getChangeLogs', 'getTransitions', 'doTransition'],
      ...['getComments', 'addComment', 'getIssueProperty', 'deleteIssueProperty'],
      ...['searchAndReconsileIssuesUsingJql', 'searchAndReconsileIssuesUsingJqlPost', 'getFields'],
      ...['searchProjects', 'getProject', 'getAllStatuses', 'searchWorkflows'],
    ],
    because: 'the IP allowlist stands before every call',
  },
  {
    status: 403,
    document: 'jira',
    operations: ['getCurrentUser', 'bulkGetUsers'],
    because: '"Permission to access Jira" is required, and no answer is documented for its absence',
  },
  {
    status: 500,
    document: 'jira',
    operations: ['addUserToGroup'],
    because: 'seen in place of 400 when Confluence has no seat left',
  },
  {
    status: 500,
    document: 'confluence-v1',
    operations: ['addUserToGroupByGroupId'],
    because: 'CONFCLOUD-84635: a full Confluence answers with an exception',
  },
  {
    status: 409,
    document: 'confluence-v1',
    operations: ['addUserToGroupByGroupId'],
    because: 'a variant: what adding a member again answers is not documented',
  },
  {
    status: 400,
    document: 'confluence-v1',
    operations: ['getGroups', 'getGroupByGroupId', 'getGroupMembershipsForUser', 'getUser'],
    because: 'a required parameter is missing or cannot be read; 400 was measured for by-id',
  },
  {
    status: 403,
    document: 'jsm',
    operations: ['getServiceDesks', 'getAllRequestTypes', 'getCustomerRequests', 'getRequestComments'],
    because: 'the IP allowlist stands before every call',
  },
  {
    status: 400,
    document: 'jsm',
    operations: ['getServiceDesks', 'getCustomerRequests'],
    because: 'a parameter cannot be read',
  },
  {
    status: 412,
    document: 'jsm',
    operations: ['getAllRequestTypes'],
    because: 'the text of the document, under "Experimental methods", says so of every one of them',
  },
];

/** Properties that Jira sends as null where the document has a text. */
const NULLS: Readonly<Record<string, readonly string[]>> = {
  /** https://developer.atlassian.com/platform/forge/events-reference/jira/ says so of the same items in events. */
  ChangeDetails: ['from', 'fromString', 'to', 'toString'],
};

/** The document's schema, with null where Jira is known to send it. */
export function withNulls(name: string, schema: Schema): Schema {
  const nulls = Object.hasOwn(NULLS, name) ? NULLS[name] : undefined;
  if (!nulls) return schema;
  const properties = z.record(z.string(), Schema).parse(schema['properties']);
  const known = Object.entries(properties).map(([key, each]) => [
    key,
    nulls.includes(key) ? { ...each, nullable: true } : each,
  ]);
  return { ...schema, properties: Object.fromEntries(known) as unknown };
}

export const isExcepted = ({ document, operationId }: Operation, status: number): boolean =>
  EXCEPTIONS.some(
    (each) =>
      each.status === status &&
      (each.document ?? document) === document &&
      (each.operations ?? [operationId]).includes(operationId),
  );
