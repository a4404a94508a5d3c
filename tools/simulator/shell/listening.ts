import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';

/** The names of this machine that no other machine can reach. `localhost` may mean either of them. */
const LOOPBACK = ['127.0.0.1', '::1'] as const;

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens on loopback only. Rejects with `EADDRINUSE` when the port is taken on either address: whoever holds the
 * other one would get half of the requests.
 */
export async function listen(wanted: number, answer: RequestListener): Promise<Listening> {
  const first = await open({ host: LOOPBACK[0], port: wanted, answer });
  const port = portOf(first);
  const second = await open({ host: LOOPBACK[1], port, answer }).catch(async (problem: unknown) => {
    if (isWithoutIpv6(problem)) return undefined;
    await closed(first);
    throw problem;
  });
  const servers = second ? [first, second] : [first];
  return { port, close: async () => void (await Promise.all(servers.map(closed))) };
}

interface Address {
  readonly host: string;
  readonly port: number;
  readonly answer: RequestListener;
}

async function open({ host, port, answer }: Address): Promise<Server> {
  const server = createServer(answer);
  server.listen({ host, port });
  await once(server, 'listening');
  return server;
}

async function closed(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

const isWithoutIpv6 = (problem: unknown): boolean =>
  problem instanceof Error &&
  'code' in problem &&
  (problem.code === 'EADDRNOTAVAIL' || problem.code === 'EAFNOSUPPORT');
