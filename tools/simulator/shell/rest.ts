import { z } from 'zod';
import type { PlatformPrincipal } from '../forge/platform';
import { text, type Ask, type Reply } from './exchange';
import type { Stage } from './stage';

/** The site's own API, under its real paths, and the gateway for tokens with scopes (`/ex/{product}/{cloudId}/…`). */
export const isRest = (pathname: string) => /^\/(rest|wiki|ex)\/|^\/_edge\/tenant_info$/.test(pathname);

const GATEWAY = 'https://api.atlassian.com';

/** What a script asks with its own credential goes to the site as it is. Cookies of the frame mean nothing there. */
export async function answerRest({ method, url, headers, body }: Ask, { site }: Stage): Promise<Reply> {
  const { authorization, cookie: _cookie, host: _host, ...others } = headers;
  const base = url.pathname.startsWith('/ex/') ? GATEWAY : site.baseUrl;
  const answer = await site.handle({
    method,
    url: new URL(`${url.pathname}${url.search}`, base),
    headers: { ...others, ...(authorization === undefined ? {} : { authorization }) },
    ...(body === '' ? {} : { body }),
    caller: { kind: 'header', ...(authorization === undefined ? {} : { authorization }) },
  });
  return { status: answer.status, headers: answer.headers, body: answer.body };
}

const shape = z.object({
  locale: z.string().optional(),
  timeZone: z.string().optional(),
  permissions: z.object({ ADMINISTER: z.object({ havePermission: z.boolean() }).optional() }).optional(),
});

/** What Jira itself knows about the person who looks at the page. Empty when the site does not tell. */
export async function siteAnswer({ site }: Stage, { accountId }: PlatformPrincipal, path: string) {
  const answer = await site.handle({
    method: 'GET',
    url: new URL(path, site.baseUrl),
    headers: { accept: 'application/json' },
    caller: { kind: 'user', accountId, scopes: ['read:jira-user', 'read:jira-work'] },
  });
  return answer.status === 200 ? shape.parse(JSON.parse(answer.body)) : {};
}

export const missing = (): Reply => text(404, 'Not found');
