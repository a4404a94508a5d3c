import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeWorld } from './atlassian/worlds/describe';
import { VirtualClock } from './clock';
import { greeting } from './shell/greeting';
import { readAhead, writeAhead } from './shell/kept-clock';
import { serve } from './shell/serve';
import type { Stage } from './shell/stage';
import { stageOf } from './shell/stage-of';
import { createSimulator } from './simulator';
import { acmeWorld } from './atlassian/worlds/acme';

const ROOT = join(__dirname, '../..');

/** `npm start`: the whole platform on this machine, until Ctrl+C. */
async function start(): Promise<void> {
  const port = portFrom(process.env['PORT'] ?? '3000');
  const data = join(resolve(process.env['SIMULATOR_DATA'] ?? '.simulator'), 'world');
  const shell = await serve({ port, root: ROOT, stage: async ({ fresh }) => worldIn(data, fresh) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void shell.close().then(() => process.exit(0)));
  }
  console.log(greeting(describeWorld(acmeWorld), shell.origins.frame));
  console.log(`ready ${shell.origins.frame}`);
}

/** The world that the folder holds, at the time that it had reached. Its clock runs. */
function worldIn(folder: string, fresh: boolean): Stage {
  if (fresh) rmSync(folder, { recursive: true, force: true });
  const ahead = readAhead(folder);
  const start = ahead === undefined ? {} : { start: new Date(Date.now() + ahead) };
  const clock = new VirtualClock({ flowing: true, ...start });
  const stage = stageOf(createSimulator({ data: folder, clock }));
  const keep = () => writeAhead(folder, clock.time() - Date.now());
  const advance = (ms: number) => stage.advance(ms).then(keep);
  keep();
  return { ...stage, advance };
}

function portFrom(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT=${text} is no port. Choose a number from 1 to 65535.`);
}

function explain(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem);
  const isTaken = 'code' in problem && problem.code === 'EADDRINUSE';
  return isTaken
    ? 'The port is taken. Stop what uses it, or choose another one: PORT=3001 npm start'
    : problem.message;
}

start().catch((problem: unknown) => {
  console.error(explain(problem));
  process.exitCode = 1;
});
