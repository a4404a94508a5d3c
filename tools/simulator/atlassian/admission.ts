import type { Address } from './address';
import { gatewayError, json, text } from './answer';
import type { Asker, Operation, World } from './exchange';
import { scopesOf } from './scopes';
import type { Caller, SiteResponse } from './wire';

/** Everything about a request that decides whether its operation is reached at all. */
export interface Knock {
  readonly world: World;
  readonly address: Address;
  readonly operation: Operation;
  readonly caller: Caller;
  readonly asker: Asker;
}

const SCOPE_MISMATCH = 'Unauthorized; scope does not match';
const IP_REJECTED = 'The IP address has been rejected because it is not on the allowed list. ..';

/** Whom the operation sees: bad credentials, and scoped tokens on the site's own address, are nobody's. */
export function seenAs({ address, asker }: Pick<Knock, 'address' | 'asker'>): Asker {
  const outOfPlace = asker.kind === 'token' && asker.scopes !== undefined && address.via === 'site';
  return outOfPlace ? { kind: 'anonymous', rejected: true } : asker;
}

/** The answer that keeps a request away from its operation, if any. */
export function refuse(knock: Knock): SiteResponse | undefined {
  const { world, caller, address } = knock;
  if (caller.kind === 'header' && world.conditions.ipRejected) return text(403, IP_REJECTED);
  return address.via === 'gateway' ? refuseAtGateway(knock) : refuseOnSite(knock);
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/: scoped tokens work here, and nothing else does. */
function refuseAtGateway({ world, address, operation, asker }: Knock): SiteResponse | undefined {
  if (asker.kind !== 'token' || asker.scopes === undefined) return gatewayError(401, 'Unauthorized');
  const fits = address.cloudId === world.cloudId && isCovered(operation, asker.scopes);
  return fits ? undefined : gatewayError(401, SCOPE_MISMATCH);
}

function refuseOnSite({ world, operation, asker }: Knock): SiteResponse | undefined {
  if (asker.kind === 'anonymous') {
    const welcome =
      operation.anonymous === 'welcome' || (operation.anonymous !== undefined && !asker.rejected);
    return welcome ? undefined : unauthorized(world);
  }
  if (asker.kind === 'token' || isCovered(operation, asker.scopes)) return undefined;
  return gatewayError(401, SCOPE_MISMATCH);
}

/** One of the sets of scopes that the document names must be held in full. */
export const isCovered = ({ document, operationId }: Operation, held: readonly string[]): boolean =>
  (scopesOf[document][operationId] ?? []).some((needed) => needed.every((scope) => held.includes(scope)));

function unauthorized({ conditions }: World): SiteResponse {
  const message = 'Client must be authenticated to access this resource.';
  switch (conditions.unauthorizedBody) {
    case 'json':
      return json(401, { message, 'status-code': 401 });
    case 'text':
      return text(401, message);
    case 'html':
      return text(
        401,
        `<html><head><title>Unauthorized (401)</title></head><body>${message}</body></html>`,
        'text/html',
      );
    case 'empty':
      return text(401, '');
  }
}
