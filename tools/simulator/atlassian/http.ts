import type { Http, Installation } from '../../../src/connectors/connector';
import { Fault } from '../../../src/domain/fault';
import type { VirtualClock } from '../clock';
import { throughFaults } from '../fault-line';
import { Crash, type Faults } from '../faults';
import { createMemory } from './memory';
import type { AtlassianSite } from './wire';

interface Surroundings {
  readonly faults: Faults;
  readonly clock: VirtualClock;
}

/**
 * A connector's way to a simulated site, straight over it: the site's own address and its part of the gateway, and
 * nothing else. Faults strike calls by service `egress`, operation `METHOD /path` and key path with query.
 */
export function siteInstallation(site: AtlassianSite, surroundings: Surroundings): Installation {
  const wait = async (ms: number) => surroundings.clock.elapse(ms);
  return {
    site: new URL(site.baseUrl),
    cloudId: site.cloudId,
    http: httpTo(site, surroundings),
    wait,
    remember: createMemory(surroundings.clock),
  };
}

const GATEWAY = 'https://api.atlassian.com';

function isReachable({ baseUrl, cloudId }: AtlassianSite, url: URL): boolean {
  if (url.origin === baseUrl) return true;
  const paths = [`/ex/jira/${cloudId}/`, `/ex/confluence/${cloudId}/`];
  return url.origin === GATEWAY && paths.some((path) => url.pathname.startsWith(path));
}

const httpTo =
  (site: AtlassianSite, surroundings: Surroundings): Http =>
  async ({ method, url, headers, body }) => {
    if (!isReachable(site, url))
      throw new Fault('target-unavailable', `${url.host} cannot be reached from here.`);
    const lower = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const { authorization, ...rest } = lower;
    const caller = { kind: 'header', ...(authorization !== undefined && { authorization }) } as const;
    const request = { method, url, headers: rest, caller, ...(body !== undefined && { body }) };
    const point = {
      service: 'egress',
      operation: `${method} ${url.pathname}`,
      key: `${url.pathname}${url.search}`,
    } as const;
    try {
      const answer = await throughFaults(surroundings, point, () => site.handle(request));
      return { status: answer.status, headers: answer.headers, text: answer.body };
    } catch (error) {
      if (error instanceof Crash) throw error;
      throw new Fault('target-unavailable', `${url.host} did not answer.`, { cause: error });
    }
  };
