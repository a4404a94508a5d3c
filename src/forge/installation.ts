import { asApp, route } from '@forge/api';
import { z } from 'zod';
import type { Installation } from '../connectors/connector';
import { Fault } from '../domain/fault';
import { createHttp, type Deadline } from './http';
import { createMemory } from './store/memory';

const serverInfo = z.object({ baseUrl: z.url({ protocol: /^https$/ }) });
const KEEP_MS = 10 * 60_000;

/** A site's address hardly ever changes. Kept by site, for a warm process serves several. */
const known = new Map<string, { readonly site: URL; readonly until: number }>();

/**
 * The site the app is installed on, from Jira itself.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-server-info/
 */
export async function readInstallation(cloudId: string, deadline: Deadline): Promise<Installation> {
  const now = Date.now();
  const kept = known.get(cloudId);
  const site = kept && kept.until > now ? kept.site : await askJira();
  if (site !== kept?.site) known.set(cloudId, { site, until: now + KEEP_MS });
  return {
    site,
    cloudId,
    http: createHttp(deadline),
    wait,
    remember: createMemory(cloudId, () => new Date()),
  };
}

async function askJira(): Promise<URL> {
  const response = await asApp().requestJira(route`/rest/api/3/serverInfo`);
  const parsed = serverInfo.safeParse(response.ok ? await response.json() : undefined);
  if (!parsed.success) {
    throw new Fault('target-unavailable', 'Jira did not say which site this is. Try again in a moment.', {
      cause: parsed.error,
    });
  }
  return new URL(new URL(parsed.data.baseUrl).origin);
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
