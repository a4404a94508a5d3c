import type { SimulatorOptions } from '../../tools/simulator/simulator';
import { endStateOf } from '../rig/end-state';
import { crashTap, tapInto, type Crash, type Phase } from '../rig/points';
import { openWorld, type World } from '../rig/world';
import type { RequestFlow } from './flow';

interface Ran {
  readonly trace: readonly string[];
  readonly struck: number;
  readonly end: string;
}

/** One run of a flow in a fresh world, with these crashes in it. Without any, it is the uninterrupted run. */
export async function runWith(
  flow: RequestFlow,
  crashes: readonly Crash[],
  options: SimulatorOptions = {},
): Promise<Ran> {
  const world = await openWorld(options, flow.scene);
  const known = peopleOf(world);
  const { tap, trace, struck, wake } = crashTap(crashes);
  tapInto(world.faults, tap);
  try {
    const issueId = await flow.prepare(world);
    wake(true);
    await flow.run(world, issueId);
    wake(false);
    await flow.rest?.(world);
    return {
      trace: numbered(trace),
      struck: struck(),
      end: withoutNewcomers(JSON.stringify(endStateOf(world), undefined, 1), world, known),
    };
  } finally {
    world.close();
  }
}

const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{40}/g;
/** What is made anew in each run, by the order in which it was first met: two traces can then be compared. */
function numbered(trace: readonly string[]): readonly string[] {
  const met = new Map<string, string>();
  return trace.map((effect) =>
    effect.replace(ID, (id) => {
      const number = met.get(id) ?? `(${met.size + 1})`;
      met.set(id, number);
      return number;
    }),
  );
}

const peopleOf = ({ site }: World): readonly string[] =>
  site.directory.people().map(({ accountId }) => accountId);

/** Whoever got an account on the way has another id in each run. */
const withoutNewcomers = (text: string, world: World, known: readonly string[]): string =>
  peopleOf(world)
    .filter((id) => !known.includes(id))
    .reduce((told, id, index) => told.replaceAll(id, `newcomer ${index + 1}`), text);

const PHASES: readonly Phase[] = ['before', 'after'];

/** Where a run may die that has died at `crashes` already: at every effect that it reaches after that. */
export const deathsIn = (trace: readonly string[], last = 0): readonly Crash[] =>
  trace.slice(last).flatMap((_, index) => PHASES.map((phase) => ({ at: last + index + 1, phase })));

export interface Enumeration {
  readonly points: number;
  readonly singles: number;
  readonly pairs: number;
  /** Runs that did not end as the uninterrupted one did, or in which a crash did not come. */
  readonly amiss: readonly string[];
}

/**
 * Dies before and after each effect of a flow, and in each of those runs once more at the effects that follow: at
 * every one of them, or at every `stride`-th, beginning with another one in each run.
 */
export async function enumerate(flow: RequestFlow, stride: number): Promise<Enumeration> {
  const sound = await runWith(flow, []);
  const amiss: string[] = [];
  let lost: string | undefined;
  const judge = (ran: Ran, crashes: readonly Crash[]) => {
    const where = crashes
      .map(({ at, phase }) => `${phase} ${at} (${ran.trace[at - 1] ?? 'not reached'})`)
      .join(', ');
    const wanted = isLost(flow, ran, crashes) ? (lost ??= ran.end) : sound.end;
    if (ran.struck !== crashes.length) amiss.push(`no crash ${where}`);
    else if (ran.end !== wanted) amiss.push(`crash ${where}\n${difference(wanted, ran.end)}`);
  };
  const singles = deathsIn(sound.trace);
  let pairs = 0;
  for (const [turn, first] of singles.entries()) {
    const once = await runWith(flow, [first]);
    judge(once, [first]);
    for (const [index, second] of deathsIn(once.trace, first.at).entries()) {
      if ((index + turn) % stride !== 0) continue;
      judge(await runWith(flow, [first, second]), [first, second]);
      pairs += 1;
    }
  }
  if (flow.lost && lost?.includes(flow.lost.endsIn) !== true)
    amiss.push(`lost, it ended in ${lost ?? 'nothing'}`);
  return { points: sound.trace.length, singles: singles.length, pairs, amiss };
}

const isLost = ({ lost }: RequestFlow, { trace }: Ran, crashes: readonly Crash[]): boolean =>
  lost !== undefined &&
  crashes.some(({ at, phase }) => {
    const last = phase === 'after' ? at : at - 1;
    // What was itself struck before it could be done has not been done.
    const isDone = !crashes.some((crash) => crash.at === last && crash.phase === 'before');
    return isDone && trace[last - 1] === lost.effect;
  });

/** The lines in which two end states differ. */
function difference(sound: string, other: string): string {
  const [wanted, found] = [sound.split('\n'), other.split('\n')];
  const only = (lines: readonly string[], without: readonly string[], sign: string) =>
    lines.filter((line) => !without.includes(line)).map((line) => `  ${sign}${line.trim()}`);
  return [...only(wanted, found, '- '), ...only(found, wanted, '+ ')].join('\n');
}
