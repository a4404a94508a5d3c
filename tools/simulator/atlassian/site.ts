import type { VirtualClock } from '../clock';
import { documentOf, readAddress, type Address } from './address';
import { refuse, seenAs } from './admission';
import { confluenceError, confluenceV2Error, gatewayError, jiraError, json, text } from './answer';
import type { Change, Journal } from './change';
import { fairWeather, type Conditions } from './conditions';
import { Directory } from './directory';
import type { Asker, DocumentName, Exchange, Operation, World } from './exchange';
import { Query, Refusal } from './query';
import { RateLimits } from './rate-limits';
import { findOperation } from './router';
import type { WorldSeed } from './seed';
import { seedState } from './seeding';
import { signIn } from './sign-in';
import { defaultVariants, type Variants } from './variants';
import type { AtlassianSite, SiteRequest, SiteResponse } from './wire';

export interface SiteOptions {
  readonly clock: VirtualClock;
  readonly seed: WorldSeed;
  readonly variants?: Partial<Variants>;
  readonly journal?: Journal;
}

/** One request as the site remembers it: never a header, a query or a body. */
export interface SiteCall {
  readonly method: string;
  readonly path: string;
  readonly caller: Asker['kind'];
  readonly status: number;
}

/** One simulated Atlassian site: Jira and Confluence over one directory. */
export interface Site extends AtlassianSite {
  readonly seed: WorldSeed;
  readonly directory: Directory;
  readonly variants: Variants;
  readonly conditions: Conditions;
  /** The latest calls, newest last. */
  readonly calls: readonly SiteCall[];
}

const CALLS_KEPT = 10_000;

export function createSite({ clock, seed, variants, journal }: SiteOptions): Site {
  const state = seedState(seed, journal, clock.time());
  const calls: SiteCall[] = [];
  const world: World = {
    baseUrl: seed.baseUrl,
    title: seed.name,
    cloudId: seed.cloudId,
    clock,
    state,
    variants: { ...defaultVariants(), ...variants },
    conditions: fairWeather(),
    apply: (change: Change) => {
      state.apply(change, clock.time());
      journal?.append(change);
    },
  };
  const limits = new RateLimits(world);

  const handle = async (request: SiteRequest): Promise<SiteResponse> => {
    state.settle(clock.time());
    const asker = signIn(world, request.caller, seed.appAccountId);
    const answer = answerTo({ world, limits }, request, asker);
    const path = request.url.pathname;
    calls.push({ method: request.method, path, caller: asker.kind, status: answer.status });
    if (calls.length > CALLS_KEPT) calls.shift();
    return answer;
  };
  const { cloudId, baseUrl } = seed;
  const directory = new Directory(world);
  return {
    cloudId,
    baseUrl,
    seed,
    directory,
    variants: world.variants,
    conditions: world.conditions,
    calls,
    handle,
  };
}

interface Inside {
  readonly world: World;
  readonly limits: RateLimits;
}

function answerTo({ world, limits }: Inside, request: SiteRequest, asker: Asker): SiteResponse {
  const address = readAddress(request.url, world.baseUrl);
  if (!address) return gatewayError(404, 'Not Found');
  if (address.via === 'site' && address.pathname === '/_edge/tenant_info')
    return json(200, { cloudId: world.cloudId });
  const found = findOperation(request.method, address.pathname);
  if (found.kind === 'nothing') return nothingHere(address);
  if (found.kind === 'wrong-method') {
    return { ...text(405, ''), headers: { allow: found.allow.join(', ') } };
  }
  const { operation, path } = found;
  const seen = seenAs({ address, asker });
  const play = () => {
    const query = new Query(request.url.searchParams, (message) => badRequest(operation.document, message));
    const view = world.state.shown(world.clock.time());
    return playSafely(operation, request, {
      world,
      asker: seen,
      query,
      path,
      view,
      pathname: address.pathname,
    });
  };
  const refusal = refuse({ world, address, operation, caller: request.caller, asker: seen });
  return named(seen, refusal ?? limits.through(operation, seen, play));
}

function playSafely(
  operation: Operation,
  request: SiteRequest,
  exchange: Omit<Exchange, 'body'>,
): SiteResponse {
  const sent = request.body ?? '';
  if (sent && !/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return text(415, '');
  try {
    return operation.play({ ...exchange, body: readBody(operation, sent) });
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function readBody({ document }: Operation, sent: string): unknown {
  if (!sent) return undefined;
  try {
    return JSON.parse(sent);
  } catch {
    throw new Refusal(
      badRequest(document, 'There was an error parsing JSON. Check that your request body is valid.'),
    );
  }
}

/** Says who the call was taken for. */
function named(asker: Asker, answer: SiteResponse): SiteResponse {
  const who =
    asker.kind === 'anonymous'
      ? asker.rejected && { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' }
      : { 'x-aaccountid': asker.person.accountId };
  return who ? { ...answer, headers: { ...answer.headers, ...who } } : answer;
}

function badRequest(document: DocumentName, message: string): SiteResponse {
  switch (document) {
    case 'jira':
      return jiraError(400, message);
    case 'confluence-v1':
      return confluenceError(400, message);
    case 'confluence-v2':
      return confluenceV2Error(400, 'INVALID_REQUEST', message);
  }
}

function nothingHere({ pathname, via }: Address): SiteResponse {
  if (via === 'gateway') return gatewayError(404, 'Not Found');
  switch (documentOf(pathname)) {
    case 'jira':
      return json(404, { message: `null for uri: ${pathname}`, 'status-code': 404 });
    case 'confluence-v1':
      return confluenceError(404, `null for uri: ${pathname}`);
    case 'confluence-v2':
      return confluenceV2Error(404, 'NOT_FOUND', 'Not Found');
  }
}
