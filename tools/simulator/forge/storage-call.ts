import type { SiteResponse } from '../atlassian/wire';
import type { FetchInit } from './current';
import { sendThrough, type Doors } from './doors';
import type { Invocation } from './invocation';

const PREFIX = '/api/v1/';

/** One request of `@forge/kvs`. Counted whether or not it gets through. */
export async function callStorage(
  doors: Doors,
  invocation: Invocation,
  { path, init }: { readonly path: string; readonly init: FetchInit | undefined },
): Promise<SiteResponse> {
  if (!path.startsWith(PREFIX)) throw new Error(`The simulated storage does not play ${path}.`);
  if (!doors.manifest.scopes.includes('storage:app')) return FORBIDDEN;
  const operation = path.slice(PREFIX.length);
  const body: unknown = JSON.parse(await textOf(init));
  invocation.storage.requests += 1;
  return sendThrough(doors, {
    point: { service: 'kvs', operation, key: keyOf(body) },
    send: async (struck) => {
      const { response, kind, units } = doors.store.handle({
        installation: invocation.options.installation.id,
        operation,
        body,
        now: doors.clock.time(),
        stale: struck?.kind === 'stale',
      });
      invocation.storage[kind === 'read' ? 'reads' : 'writes'] += 1;
      invocation.storage[kind === 'read' ? 'readUnits' : 'writeUnits'] += units;
      return response;
    },
  });
}

const textOf = async (init: FetchInit | undefined): Promise<string> =>
  typeof init?.body === 'string' ? init.body : new Response(init?.body).text();

const FORBIDDEN: SiteResponse = {
  status: 403,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ code: 'FORBIDDEN', message: 'The scope storage:app is needed.' }),
};

/** The key a request is about; of several, all of them; of a query, what it asks for. */
function keyOf(body: unknown): string {
  if (Array.isArray(body)) return body.map(keyOf).join(' ');
  if (typeof body !== 'object' || body === null) return '';
  if ('key' in body) return String(body.key);
  if ('indexName' in body && 'entityName' in body)
    return `${String(body.entityName)}/${String(body.indexName)}`;
  if ('where' in body) return JSON.stringify(body.where);
  return Object.values(body)
    .flatMap((part) => (Array.isArray(part) ? keyOf(part) : []))
    .join(' ');
}
