import { request } from 'node:http';
import type { Shell } from '../../../tools/simulator/shell/serve';

export interface Wanted {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** One request, exactly as written: nothing follows redirects, corrects paths or chooses the Host header. */
export function send(shell: Shell, { path, method = 'GET', headers = {}, body }: Wanted): Promise<Got> {
  const { host, port } = new URL(shell.origins.frame);
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers: { host, ...headers } };
    const asking = request(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const { statusCode = 0, headers: got } = response;
        resolve({ status: statusCode, headers: got, body: Buffer.concat(parts).toString('utf8') });
      });
    });
    asking.on('error', reject);
    asking.end(body);
  });
}
