import { enumerate, runWith } from './enumerate';
import type { RequestFlow } from './flow';

/** `npm test` plays so many pairs of each flow at the least, evenly spread; `npm run crashes` plays every one. */
const SOME_PAIRS = 15;
const isEveryPair = 'everyPair' in globalThis;
const strideOf = ({ least }: RequestFlow): number =>
  isEveryPair ? 1 : Math.max(1, Math.round(least.pairs / SOME_PAIRS));

/** Plays the deaths of these flows, and says at the end how many that were. */
export function playCrashes(flows: readonly RequestFlow[]): void {
  const sum = { flows: 0, points: 0, singles: 0, pairs: 0 };

  it.each(flows)(
    '$name: whoever dies at any of its effects, once or twice, ends as if nobody had died',
    async (flow) => {
      const stride = strideOf(flow);
      const { points, singles, pairs, amiss } = await enumerate(flow, stride);
      console.info(`${flow.name}: ${points} effects, ${singles} crash points, ${pairs} pairs`);
      const leastPairs = Math.floor(flow.least.pairs / stride);
      expect(amiss).toEqual([]);
      expect({
        points: Math.min(points, flow.least.points),
        pairs: Math.min(pairs, leastPairs),
      }).toEqual({ points: flow.least.points, pairs: leastPairs });
      sum.flows += 1;
      sum.points += points;
      sum.singles += singles;
      sum.pairs += pairs;
    },
    1_800_000,
  );

  it.each(flows)('$name: two uninterrupted runs are the same', async (flow) => {
    expect(await runWith(flow, [])).toEqual(await runWith(flow, []));
  });

  afterAll(() => {
    const { points, singles, pairs } = sum;
    console.info(`All ${sum.flows} flows: ${points} effects, ${singles} crash points, ${pairs} pairs`);
  });
}
