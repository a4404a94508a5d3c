import { readAddress, type Address } from './address';
import { refuse, seenAs } from './admission';
import { empty, gatewayError, json } from './answer';
import type { Asker, Exchange, Operation, World } from './exchange';
import { badRequest, nothingHere, optInNeeded } from './family';
import { Query, Refusal } from './query';
import type { RateLimits } from './rate-limits';
import { findOperation } from './router';
import type { SiteRequest, SiteResponse } from './wire';

interface Served {
  readonly world: World;
  readonly limits: RateLimits;
  readonly asker: Asker;
}

/** Takes one request from its address to its answer. */
export function serve(served: Served, request: SiteRequest): SiteResponse {
  const { world } = served;
  const address = readAddress(request.url, world.baseUrl);
  if (!address) return gatewayError(404, 'Not Found');
  if (address.via === 'site' && address.pathname === '/_edge/tenant_info') return tenantInfo(world, request);
  const found = findOperation(request.method, address.pathname);
  switch (found.kind) {
    case 'nothing':
      return nothingHere(address);
    case 'wrong-method':
      return { ...empty(405), headers: { allow: found.allow.join(', ') } };
    case 'operation':
      return admit(served, request, { address, operation: found.operation, path: found.path });
  }
}

/** Tells everybody the id of the site: what the gateway's paths are made of. */
const tenantInfo = ({ cloudId }: World, { method }: SiteRequest): SiteResponse =>
  method === 'GET' ? json(200, { cloudId }) : { ...empty(405), headers: { allow: 'GET' } };

interface Target {
  readonly address: Address;
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
}

function admit({ world, limits, asker }: Served, request: SiteRequest, target: Target): SiteResponse {
  const { address, operation, path } = target;
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
  const refusal =
    refuse({ world, address, operation, caller: request.caller, asker: seen }) ??
    optInNeeded(world, operation, request);
  return named(seen, refusal ?? limits.through({ operation, asker: seen, path }, play));
}

function playSafely(
  operation: Operation,
  request: SiteRequest,
  exchange: Omit<Exchange, 'body'>,
): SiteResponse {
  const sent = request.body ?? '';
  // Both products refuse a body that does not say what it is.
  if (sent && !/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return empty(415);
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
  if (asker.kind !== 'anonymous') return withHeader(answer, 'x-aaccountid', asker.person.accountId);
  return asker.rejected ? withHeader(answer, 'x-seraph-loginreason', 'AUTHENTICATED_FAILED') : answer;
}

const withHeader = (answer: SiteResponse, name: string, value: string): SiteResponse => ({
  ...answer,
  headers: { ...answer.headers, [name]: value },
});
