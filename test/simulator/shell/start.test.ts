import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { acme } from '../../../tools/simulator/atlassian/worlds/acme';

const root = join(__dirname, '../../..');
const running: ChildProcessWithoutNullStreams[] = [];
const data = mkdtempSync(join(tmpdir(), 'simulator-'));

jest.setTimeout(60_000);
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(data, { recursive: true });
});

function start(env: Readonly<Record<string, string>>): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'tools/simulator/start.ts')], {
    cwd: root,
    env: { ...process.env, SIMULATOR_DATA: data, ...env },
  });
  running.push(child);
  return child;
}

/** What it printed, up to the line that says that it can be used. */
async function untilReady(child: ChildProcessWithoutNullStreams): Promise<string> {
  let printed = '';
  for await (const part of child.stdout as AsyncIterable<Buffer>) {
    printed += part.toString('utf8');
    if (/^ready /m.test(printed)) return printed;
  }
  throw new Error(`It ended before it was ready: ${printed}`);
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}

async function stop(child: ChildProcessWithoutNullStreams, signal: 'SIGINT' | 'SIGTERM') {
  child.kill(signal);
  return once(child, 'exit');
}

const clock = async (port: string): Promise<number> => {
  const answer: unknown = await (await fetch(`http://localhost:${port}/_simulator/clock`)).json();
  return Date.parse(String(Reflect.get(Object(answer), 'now')));
};

it('says when it can be used, with whom and what to type, and keeps the time after it was stopped', async () => {
  const port = await freePort();
  const first = start({ PORT: port });
  const printed = await untilReady(first);
  expect(printed).toMatch(new RegExp(`^ready http://localhost:${port}$`, 'm'));
  expect(printed).toContain(acme.people.orgAdmin.email);
  expect(printed).toContain(acme.people.orgAdmin.token);

  const began = await clock(port);
  const body = JSON.stringify({ advance: 'P30D' });
  await fetch(`http://localhost:${port}/_simulator/clock`, { method: 'POST', body });
  expect(await stop(first, 'SIGINT')).toEqual([0, null]);

  const second = start({ PORT: port });
  await untilReady(second);
  expect(await clock(port)).toBeGreaterThanOrEqual(began + 30 * 24 * 3_600_000);

  const third = start({ PORT: port });
  expect(await text(third.stderr)).toBe(
    'The port is taken. Stop what uses it, or choose another one: PORT=3001 npm start\n',
  );
  expect(third.exitCode ?? (await once(third, 'exit'))[0]).toBe(1);
  expect(await stop(second, 'SIGTERM')).toEqual([0, null]);
});

it('says which ports there are', async () => {
  const child = start({ PORT: 'http' });
  expect(await text(child.stderr)).toBe('PORT=http is no port. Choose a number from 1 to 65535.\n');
});
