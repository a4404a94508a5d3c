import type { CodeLoader } from '../../tools/simulator/forge/app';
import type { Move } from './moves';
import { planOf } from './plan';
import { run, type Outcome } from './run';
import { shrink } from './shrink';

export interface Failure {
  readonly seed: number;
  readonly violations: readonly string[];
}

export interface Sum {
  readonly runs: number;
  readonly moves: number;
  readonly invocations: number;
  readonly adds: number;
  readonly removals: number;
  readonly fired: ReadonlyMap<string, number>;
  readonly failure?: Failure;
}

interface Range {
  readonly from: number;
  readonly runs: number;
  readonly code?: CodeLoader;
}

/** Run after run, until one fails. */
export async function runMany({ from, runs, code }: Range): Promise<Sum> {
  const sum = { runs: 0, moves: 0, invocations: 0, adds: 0, removals: 0, fired: new Map<string, number>() };
  for (let seed = from; seed < from + runs; seed += 1) {
    const plan = planOf(seed);
    const outcome = await attempt(plan, code);
    add(sum, outcome);
    if (outcome.violations.length > 0) return { ...sum, failure: { seed, violations: outcome.violations } };
  }
  return sum;
}

/** A run in which anything throws has failed like any other. */
async function attempt(plan: readonly Move[], code?: CodeLoader): Promise<Outcome> {
  try {
    return await run(plan, code);
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...nothing, violations: [what], moves: plan.length };
  }
}

const nothing = { fired: new Map<string, number>(), adds: 0, removals: 0, invocations: 0, calls: 0 } as const;

/** What there is to say about a failure: enough to see it again, and the shortest trace that ends the same way. */
export async function explain({ seed, violations }: Failure, code?: CodeLoader): Promise<string> {
  const same = violations.slice(0, 1).map(kindOf);
  const shortest = await shrink(planOf(seed), async (shorter) =>
    (await attempt(shorter, code)).violations.some((violation) => same.includes(kindOf(violation))),
  );
  return [
    `seed ${seed}`,
    ...(await attempt(shortest, code)).violations.map((violation) => `  ${violation}`),
    'shortest trace:',
    ...shortest.map((move) => `  ${JSON.stringify(move)}`),
  ].join('\n');
}

/** Without instants, ids and numbers: a shorter run fails in the same way, and not at the same time. */
const kindOf = (violation: string): string =>
  violation.split('\n')[0]?.replace(/[0-9a-f:.-]*\d[0-9a-f:.-]*/g, '#') ?? '';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function add(sum: Mutable<Omit<Sum, 'fired'>> & { fired: Map<string, number> }, outcome: Outcome): void {
  sum.runs += 1;
  sum.moves += outcome.moves;
  sum.invocations += outcome.invocations;
  sum.adds += outcome.adds;
  sum.removals += outcome.removals;
  for (const [what, times] of outcome.fired) sum.fired.set(what, (sum.fired.get(what) ?? 0) + times);
}
