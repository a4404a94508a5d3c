import { createSite, type SiteOptions } from '../../../tools/simulator/atlassian/site';
import type { Caller } from '../../../tools/simulator/atlassian/wire';
import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { VirtualClock } from '../../../tools/simulator/clock';

interface Who {
  readonly email: string;
  readonly token: string;
}

interface Asked {
  readonly as?: Who | Caller;
  readonly body?: unknown;
  readonly via?: 'gateway';
  readonly cloudId?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const callerOf = (as: Who | Caller): Caller =>
  'kind' in as
    ? as
    : { kind: 'header', authorization: `Basic ${Buffer.from(`${as.email}:${as.token}`).toString('base64')}` };

export const nobody: Caller = { kind: 'header' };
export const asApp = (...scopes: readonly string[]): Caller => ({ kind: 'app', scopes });
export const asUser = (accountId: string, ...scopes: readonly string[]): Caller => ({
  kind: 'user',
  accountId,
  scopes,
});

/** A fresh site of the seeded world, and somebody to ask it: the organisation admin, unless it is said otherwise. */
export function visit(options: Partial<SiteOptions> = {}) {
  const clock = options.clock ?? new VirtualClock();
  const site = createSite({ clock, seed: acme.world, ...options });

  const ask = async (
    line: string,
    { as = acme.people.orgAdmin, body, via, cloudId, headers = {} }: Asked = {},
  ) => {
    const [method = '', path = ''] = line.split(' ');
    const product = path.startsWith('/wiki') ? 'confluence' : 'jira';
    const gateway = `https://api.atlassian.com/ex/${product}/${cloudId ?? site.cloudId}`;
    const answer = await site.handle({
      method,
      url: new URL(`${via ? gateway : site.baseUrl}${path}`),
      headers: { 'content-type': 'application/json', ...headers },
      caller: callerOf(as),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const isJson = answer.headers['content-type']?.startsWith('application/json') === true;
    const json: unknown = isJson ? JSON.parse(answer.body) : undefined;
    return { status: answer.status, headers: answer.headers, text: answer.body, json };
  };

  const jiraAdd = (groupId: string, accountId: string, asked: Asked = {}) =>
    ask(`POST /rest/api/3/group/user?groupId=${groupId}`, { body: { accountId }, ...asked });
  const jiraRemove = (groupId: string, accountId: string, asked: Asked = {}) =>
    ask(`DELETE /rest/api/3/group/user?groupId=${groupId}&accountId=${accountId}`, asked);
  const confluenceAdd = (groupId: string, accountId: string, asked: Asked = {}) =>
    ask(`POST /wiki/rest/api/group/userByGroupId?groupId=${groupId}`, { body: { accountId }, ...asked });
  const confluenceRemove = (groupId: string, accountId: string, asked: Asked = {}) =>
    ask(`DELETE /wiki/rest/api/group/userByGroupId?groupId=${groupId}&accountId=${accountId}`, asked);
  return { site, clock, ask, jiraAdd, jiraRemove, confluenceAdd, confluenceRemove };
}
