import { planOf } from './plan';
import { run } from './run';

/** Enough to meet runs of every length before and after each other. */
const SEEDS = [1, 2, 3, 18_918] as const;

it('a seed is the same run whatever ran before it in the same process', async () => {
  const first = await runAll(SEEDS);
  const second = await runAll([...SEEDS].reverse());
  expect(second.toReversed()).toEqual(first);
});

async function runAll(seeds: readonly number[]) {
  const outcomes = [];
  for (const seed of seeds) outcomes.push(await run(planOf(seed)));
  return outcomes;
}
