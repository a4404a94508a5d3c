import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request, as the shell's routes see it. */
export interface Ask {
  readonly method: string;
  readonly url: URL;
  /** Lower-case names; repeated headers joined as HTTP allows. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** A request that the shell itself turns down. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Above every limit of the platform, so that the platform is the one to refuse. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;

export async function readAsk(request: IncomingMessage, origin: string): Promise<Ask> {
  const url = new URL(request.url?.startsWith('/') ? `${origin}${request.url}` : '/', origin);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  return { method: request.method ?? 'GET', url, headers, body: await readBody(request) };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  const chunks: AsyncIterable<Buffer> = request;
  for await (const bytes of chunks) {
    size += bytes.length;
    if (size > MAX_BODY_BYTES) throw new Refusal(413, 'The request body is too large.');
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}

export function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, {
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...reply.headers,
  });
  response.end(reply.body);
}

export const text = (status: number, body: string, type = 'text/plain'): Reply => ({
  status,
  headers: { 'content-type': `${type}; charset=utf-8` },
  body,
});

/** Nobody but the frame's own pages may read it, not even by embedding it. */
export const json = (status: number, value: unknown): Reply & { readonly body: string } => ({
  status,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cross-origin-resource-policy': 'same-origin',
  },
  body: JSON.stringify(value ?? null),
});

export const redirect = (to: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status: 303,
  headers: { location: to, ...headers },
  body: '',
});
