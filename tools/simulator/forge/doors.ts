import { throughFaults } from '../fault-line';
import type { CallPoint, FaultEffect, Faults } from '../faults';
import type { SiteRequest, SiteResponse } from '../atlassian/wire';
import type { VirtualClock } from '../clock';
import type { Invocation } from './invocation';
import type { Line } from './delivery/line';
import type { Latency } from './latency';
import type { Switches } from './delivery/switches';
import type { KvsStore } from './kvs/store';
import type { AppManifest } from './manifest';
import { networkFailure } from './wire';

/** What every way out of an invocation needs. */
export interface Doors {
  readonly manifest: AppManifest;
  readonly clock: VirtualClock;
  readonly faults: Faults;
  readonly store: KvsStore;
  /** What waits to be delivered to triggers and consumers. */
  readonly line: Line;
  readonly switches: Switches;
  /** How long the site's answers are under way: `switches.network`. */
  readonly latency: Latency;
  readonly variants: ForgeVariants;
}

/** What Atlassian leaves open about the platform itself. The app must live with every setting. */
export interface ForgeVariants {
  /** A host that is not declared: an answer 403 with a header, or an exception. Both have been seen. */
  readonly blockedEgress: 'answer' | 'throw';
  /** What stands for a visitor who is not signed in: the account `unidentified`, or no principal at all. */
  readonly anonymous: 'unidentified' | 'absent';
}

export const defaultForgeVariants: ForgeVariants = { blockedEgress: 'answer', anonymous: 'unidentified' };

/** The longest one request may take. https://developer.atlassian.com/platform/forge/limits-invocation/ */
const MAX_REQUEST_MS = 180_000;

interface Sending {
  readonly point: CallPoint;
  readonly send: (struck?: FaultEffect) => Promise<SiteResponse>;
}

/** One call through the declared faults, refused when it took longer than the platform lets a request take. */
export async function sendThrough({ faults, clock }: Doors, { point, send }: Sending): Promise<SiteResponse> {
  const startedAt = clock.time();
  const answer = await throughFaults({ faults, clock }, point, send);
  if (clock.time() - startedAt > MAX_REQUEST_MS)
    throw networkFailure('The request took longer than 180 seconds.');
  return answer;
}

interface SiteCall {
  readonly invocation: Invocation;
  readonly service: 'jira' | 'confluence' | 'egress';
  readonly via: string;
  readonly request: SiteRequest;
}

/** One request to the site, with its line in the invocation's record. */
export async function callSite(
  doors: Doors,
  { invocation, service, via, request }: SiteCall,
): Promise<SiteResponse> {
  const { url, method } = request;
  const operation = `${method} ${url.pathname}`;
  const note = (status: number | 'failed') => invocation.siteCalls.push({ service, operation, via, status });
  try {
    const answer = await sendThrough(doors, {
      point: { service, operation, key: url.pathname + url.search },
      send: async () => {
        const handled = await invocation.options.installation.site.handle(request);
        await doors.latency.pass(doors.switches.network.siteCallMs);
        return handled;
      },
    });
    note(answer.status);
    return answer;
  } catch (error) {
    note('failed');
    throw error;
  }
}
