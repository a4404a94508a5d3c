import type { Operation } from '../../simulator/atlassian/exchange';
import { scopesOf } from '../../simulator/atlassian/scopes';
import { tokens, withToken, type Scenario } from './scenario';

/** What can happen to every operation, made from a request of its own that succeeds. */
export function everywhere(operation: Operation, success: Scenario): readonly Scenario[] {
  const at = (status: number, story: string, more: Partial<Scenario>): Scenario => ({
    ...success,
    status,
    story,
    ...more,
  });
  const needed = scopesOf[operation.document][operation.operationId] ?? [];
  const rejected = operation.anonymous === 'welcome' ? success.status : 401;
  const always = [
    at(rejected, 'with a revoked token', { as: withToken(tokens.revoked) }),
    at(rejected, 'with a scoped token on the site', { as: withToken(tokens.scoped) }),
    at(401, 'without scopes on the gateway', { via: 'gateway' }),
    at(401, 'with a bad token on the gateway', { via: 'gateway', as: withToken(tokens.expired) }),
    at(403, 'from an address that is not allowed', {
      before: (site) => Object.assign(site.conditions, { ipRejected: true }),
    }),
    ...(['429-with-headers', '429-without'] as const).map((tokenRateLimit) =>
      at(429, `too often: ${tokenRateLimit}`, {
        as: withToken({ ...tokens.rotation }),
        variants: { ...success.variants, tokenRateLimit },
        before: (site) => Object.assign(site.conditions, { tokenRequestsPerSecond: 0 }),
      }),
    ),
  ];
  const open = needed.some((scopes) => scopes.length === 0);
  const scoped = open ? [] : [at(401, 'as the app without scopes', { as: { kind: 'app', scopes: [] } })];
  const gateway = at(success.status, 'with a scoped token on the gateway', {
    via: 'gateway',
    as: withToken(tokens.scoped),
  });
  const body = [
    at(415, 'a body of another type', { contentType: 'text/plain', broken: true }),
    at(400, 'a body that is no JSON', { body: '{', broken: true }),
  ];
  return [...always, ...scoped, gateway, ...(['POST', 'PUT'].includes(operation.method) ? body : [])];
}
