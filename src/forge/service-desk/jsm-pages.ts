import { route, type Route } from '@forge/api';
import { z } from 'zod';
import { Fault } from '../../domain/fault';
import { findInJira } from '../jira';

const LIMIT = 50;

/**
 * All of a list of the service desk. Undefined: what it is of is not there, or hidden from the app.
 * https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/#pagination
 */
export async function everyPage<T>(
  path: (part: URLSearchParams) => Route,
  shape: z.ZodType<T>,
): Promise<readonly T[] | undefined> {
  const page = z.object({ isLastPage: z.boolean(), values: z.array(shape) });
  const all: T[] = [];
  for (;;) {
    const part = new URLSearchParams({ start: String(all.length), limit: String(LIMIT) });
    const found = await findInJira(path(part), { shape: page });
    if (!found) return undefined;
    all.push(...found.values);
    if (found.isLastPage) return all;
    if (found.values.length === 0)
      throw new Fault(
        'target-unavailable',
        'The service desk did not tell everything. Try again in a moment.',
      );
  }
}

export const paths = {
  desks: (part: URLSearchParams) => route`/rest/servicedeskapi/servicedesk?${part}`,
  requestTypes: (deskId: string) => (part: URLSearchParams) =>
    route`/rest/servicedeskapi/servicedesk/${deskId}/requesttype?${part}`,
  approvals: (issueId: string) => (part: URLSearchParams) =>
    route`/rest/servicedeskapi/request/${issueId}/approval?${part}`,
};
