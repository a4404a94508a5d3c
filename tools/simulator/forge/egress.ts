import { EgressFilteringService } from '@forge/egress';
import type { SiteResponse } from '../atlassian/wire';
import { callSite, type Doors } from './doors';
import type { Invocation } from './invocation';
import { readRequest } from './product-proxy';
import { networkFailure, proxyRefusal, toFetchResponse } from './wire';

const GATEWAY = 'https://api.atlassian.com';
/** In each minute of one run. https://developer.atlassian.com/platform/forge/limits-invocation/ */
const CALLS_PER_MINUTE = 100;
const MINUTE = 60_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Plain `fetch` inside an invocation: to declared hosts only, and of those only Atlassian's own are played. */
export class Egress {
  private readonly allowed: EgressFilteringService;
  /** How many requests each run has sent in its present minute. */
  private readonly sent = new WeakMap<Invocation, { readonly minute: number; readonly calls: number }>();

  constructor(private readonly doors: Doors) {
    this.allowed = new EgressFilteringService([...doors.manifest.egress]);
  }

  async fetch(invocation: Invocation, ...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    const request = new Request(input, init);
    const url = new URL(request.url);
    request.signal.throwIfAborted();
    if (!this.allowed.isValidUrl(url.href)) return this.blocked(url);
    this.countCall(invocation);
    const answer = await Promise.race([this.send(invocation, request), aborted(request.signal)]);
    invocation.timers?.fireDue();
    request.signal.throwIfAborted();
    if (REDIRECTS.has(answer.status) && request.redirect !== 'manual') {
      throw networkFailure(
        `A redirect was answered, and following one is not played (redirect: ${request.redirect}).`,
      );
    }
    return toFetchResponse(answer, url);
  }

  private async send(invocation: Invocation, request: Request): Promise<SiteResponse> {
    const { method, headers, text } = await readRequest(request);
    const url = new URL(request.url);
    const { site } = invocation.options.installation;
    if (url.origin !== site.baseUrl && url.origin !== GATEWAY)
      throw networkFailure(`getaddrinfo ENOTFOUND ${url.host}`);
    const { authorization } = headers;
    return callSite(this.doors, {
      invocation,
      service: 'egress',
      via: url.host,
      request: {
        method,
        url,
        headers,
        ...(text && { body: text }),
        caller: { kind: 'header', ...(authorization !== undefined && { authorization }) },
      },
    });
  }

  private blocked(url: URL): Response {
    if (this.doors.variants.blockedEgress === 'answer')
      return toFetchResponse(proxyRefusal(403, 'BLOCKED_EGRESS'), url);
    const text = `URL not included in the external fetch backend permissions: ${url.href}.`;
    throw Object.assign(new Error(text), { name: 'REQUEST_EGRESS_ALLOWLIST_ERR', status: 403 });
  }

  /** Counts when it goes out, whatever comes back and when. What one minute has left over is lost to the next. */
  private countCall(invocation: Invocation): void {
    const minute = Math.floor(invocation.runtimeMs() / MINUTE);
    const known = this.sent.get(invocation);
    const calls = (known?.minute === minute ? known.calls : 0) + 1;
    this.sent.set(invocation, { minute, calls });
    if (calls > CALLS_PER_MINUTE) throw networkFailure('More than 100 requests in a runtime minute.');
  }
}

/** Rejects with the signal's own reason as soon as there is one. */
async function aborted(signal: AbortSignal): Promise<never> {
  await new Promise((fired) => signal.addEventListener('abort', fired, { once: true }));
  throw signal.reason;
}
