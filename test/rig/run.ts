import { Administrator } from './orders';
import { People } from './deeds';
import { whatIsLeft, whatIsUnfinished } from './ending';
import type { Move, Order } from './moves';
import { Oracle, Restless } from './oracle';
import { players } from './moves';
import { isWeather, Sky } from './weather';
import type { CodeLoader } from '../../tools/simulator/forge/app';
import { MINUTE, openWorld, sleepThrough, type World } from './world';

/** Two rounds, the longest wait between attempts, and a lease. */
export const BOUND_MS = 30 * MINUTE;
/** A ticket may be out of sight for that long before it counts as gone. */
const HIDDEN_MS = 60 * MINUTE;
const LONG_MS = 10 * MINUTE;

export interface Outcome {
  readonly violations: readonly string[];
  readonly moves: number;
  readonly fired: ReadonlyMap<string, number>;
  readonly adds: number;
  readonly removals: number;
  readonly invocations: number;
  readonly calls: number;
}

/** One run: everything that the plan says, with what goes wrong; then peace, and what must be true after it. */
export async function run(plan: readonly Move[], code?: CodeLoader): Promise<Outcome> {
  const world = await openWorld(code && { code });
  const oracle = new Oracle(world);
  const sky = new Sky(world, oracle);
  const stage = { world, oracle, sky, people: new People(world, oracle) };
  try {
    await play({ ...stage, administrator: new Administrator(world, oracle, sky) }, plan);
  } catch (error) {
    if (!(error instanceof Restless)) throw error;
    oracle.say('it never comes to rest');
  } finally {
    world.close();
  }
  const { violations, adds, removals } = oracle;
  const invocations = world.forge.invocations().length;
  const { fired, calls } = sky;
  return { violations, moves: plan.length, fired, adds, removals, invocations, calls };
}

interface Stage {
  readonly world: World;
  readonly oracle: Oracle;
  readonly sky: Sky;
  readonly people: People;
  readonly administrator: Administrator;
}

/** The phase of safety, as long as nothing is amiss; then that of liveness. */
async function play(stage: Stage, plan: readonly Move[]): Promise<void> {
  const { world, oracle, sky, people, administrator } = stage;
  for (const move of plan) {
    await makeMove(stage, move);
    if (oracle.violations.length > 0) return;
  }
  sky.clear();
  for (const person of players) oracle.byHand(() => people.do({ do: 'person', person, is: 'active' }));
  await administrator.carryOut({ do: 'repair-token' });
  await world.advance(BOUND_MS);
  for (const what of whatIsUnfinished(world, oracle)) oracle.say(what);
  world.clock.elapse(Math.max(oracle.ledger.lastEnd + MINUTE - world.clock.time(), HIDDEN_MS));
  await world.advance(BOUND_MS);
  for (const what of whatIsLeft(world, oracle)) oracle.say(what);
}

async function makeMove({ world, oracle, sky, people, administrator }: Stage, move: Move): Promise<void> {
  if (isWeather(move)) return sky.set(move);
  if (isOrder(move)) return administrator.carryOut(move);
  if (move.do === 'wait') return wait(world, move.seconds * 1_000);
  if (move.do === 'jump') return world.clock.elapse(move.seconds * 1_000);
  if (move.do === 'slip') return sky.slip(move.nth, () => people.do(move.deed));
  oracle.byHand(() => people.do(move));
}

const isOrder = (move: Move): move is Order => ['rule', 'grant', 'round', 'repair-token'].includes(move.do);

/** Long waits sleep through most of it: only what was armed comes on the way. */
async function wait(world: World, ms: number): Promise<void> {
  if (ms > LONG_MS) await sleepThrough(world, ms - LONG_MS);
  await world.advance(Math.min(ms, LONG_MS));
}
