import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { defects, withDefect, type Defect } from './defects';
import { explain, runMany, type Sum } from './many';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    from: { type: 'string', default: '1' },
    defect: { type: 'string' },
  },
});
const wanted = Number(values.runs);
const from = Number(values.from);
const CHUNK = 250;

interface Told extends Omit<Sum, 'fired' | 'failure'> {
  readonly fired: readonly (readonly [string, number])[];
  readonly failed?: string;
}

/**
 * `npm run soak -- --runs 20000 --from 1`: many runs, on all processors. `--defect 'anybody may approve'` plants one of
 * the defects first, which must be noticed.
 */
async function main(): Promise<void> {
  const started = performance.now();
  if (values.defect !== undefined) defectOf(values.defect);
  const chunks = Array.from({ length: Math.ceil(wanted / CHUNK) }, (_, index) => from + index * CHUNK);
  const all: Told[] = [];
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (let next = chunks.shift(); next !== undefined; next = chunks.shift()) {
        const told = await inAProcess(next, Math.min(CHUNK, from + wanted - next));
        all.push(told);
        if (told.failed !== undefined) console.error(told.failed);
      }
    }),
  );
  report(all, (performance.now() - started) / 1_000);
  process.exitCode = all.some(({ failed }) => failed !== undefined) ? 1 : 0;
}

/** Each chunk has a process of its own: nothing that one run leaves in memory meets many others. */
const inAProcess = (first: number, count: number): Promise<Told> =>
  new Promise((resolve, reject) => {
    const child = fork(__filename, {
      env: { ...process.env, SOAK_CHUNK: `${first} ${count}`, SOAK_DEFECT: values.defect ?? '' },
    });
    child.once('message', (told: Told) => resolve(told));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Runs from ${first} on ended with ${String(code)}.`)));
  });

function report(all: readonly Told[], seconds: number): void {
  const sum = (of: (told: Told) => number) => all.reduce((total, told) => total + of(told), 0);
  const fired = new Map<string, number>();
  for (const [what, times] of all.flatMap((told) => told.fired))
    fired.set(what, (fired.get(what) ?? 0) + times);
  const [runs, moves, invocations] = [
    sum((told) => told.runs),
    sum((told) => told.moves),
    sum((told) => told.invocations),
  ];
  console.log(`runs ${runs}, moves ${moves}, invocations ${invocations}`);
  console.log(
    `effective adds ${sum((told) => told.adds)}, effective removals ${sum((told) => told.removals)}`,
  );
  console.log('what went wrong around the app:');
  for (const [what, times] of [...fired].sort()) console.log(`  ${String(times).padStart(7)}  ${what}`);
  const failed = all.filter((told) => told.failed !== undefined).length;
  console.log(`runs that failed in safety or liveness: ${failed}`);
  console.log(failed === 0 ? 'every run was at rest within the bound of 30 minutes' : 'see the seeds above');
  console.log(`${seconds.toFixed(0)} s`);
}

async function chunk(text: string): Promise<void> {
  const [first = 1, count = 1] = text.split(' ').map(Number);
  const planted = SOAK_DEFECT === '' ? undefined : withDefect(defectOf(SOAK_DEFECT));
  const code = planted && { code: planted.code };
  const { fired, failure, ...sum } = await runMany({ from: first, runs: count, ...code });
  const told: Told = {
    ...sum,
    fired: [...fired],
    ...(failure && { failed: await explain(failure, planted?.code) }),
  };
  planted?.remove();
  process.send?.(told, () => process.exit(0));
}

function defectOf(name: string): Defect {
  const found = defects.find((each) => each.name === name);
  if (found) return found;
  throw new Error(
    ['There is no such defect. These are known:', ...defects.map((each) => each.name)].join('\n  '),
  );
}

const { SOAK_CHUNK, SOAK_DEFECT = '' } = process.env;
void (SOAK_CHUNK === undefined ? main() : chunk(SOAK_CHUNK));
