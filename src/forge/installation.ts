import { asApp, route } from '@forge/api';
import { z } from 'zod';
import type { Installation } from '../connectors/connector';
import { Fault } from '../domain/fault';
import { createHttp, type Outgoing } from './http';
import { createMemory } from './store/memory';
import { findSiteAddress, keepSiteAddress, type SiteAddress } from './store/site-address';

const serverInfo = z.object({ baseUrl: z.url({ protocol: /^https$/ }) });
/** docs/decisions/0005-the-site-is-remembered-for-ten-minutes.md */
const KEEP_MS = 10 * 60_000;

/** A site's address hardly ever changes. Kept by site, for a warm process serves several. */
const known = new Map<string, SiteAddress>();

/** `anew`: of Jira, whatever is remembered, and kept for processes that are yet to begin. */
export type How = 'anew' | undefined;

/** The site the app is installed on. */
export const createInstallation =
  (cloudId: string, outgoing: Outgoing) =>
  async (how?: How): Promise<Installation> => {
    const found = (how === undefined && (await findFresh(cloudId))) || (await askJira());
    known.set(cloudId, found);
    if (how === 'anew') await keepSiteAddress(found);
    const remember = createMemory(cloudId, () => new Date());
    return { site: found.site, cloudId, http: createHttp(outgoing), wait, remember };
  };

async function findFresh(cloudId: string): Promise<SiteAddress | undefined> {
  const here = known.get(cloudId);
  if (here && isFresh(here)) return here;
  const kept = await findSiteAddress();
  return kept && isFresh(kept) ? kept : undefined;
}

const isFresh = ({ at }: SiteAddress): boolean => at.getTime() + KEEP_MS > Date.now();

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-server-info/ */
async function askJira(): Promise<SiteAddress> {
  const at = new Date();
  const response = await asApp().requestJira(route`/rest/api/3/serverInfo`);
  const parsed = serverInfo.safeParse(response.ok ? await response.json() : undefined);
  if (!parsed.success) {
    throw new Fault('target-unavailable', 'Jira did not say which site this is. Try again in a moment.', {
      cause: parsed.error,
    });
  }
  return { site: new URL(new URL(parsed.data.baseUrl).origin), at };
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
