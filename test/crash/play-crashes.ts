import { enumerate, runWith } from './enumerate';
import type { RequestFlow } from './flow';

/** Plays every death of these flows, and says at the end how many that were. */
export function playCrashes(flows: readonly RequestFlow[]): void {
  const sum = { flows: 0, points: 0, singles: 0, pairs: 0 };

  it.each(flows)(
    '$name: whoever dies at any of its effects, once or twice, ends as if nobody had died',
    async (flow) => {
      const { points, singles, pairs, amiss } = await enumerate(flow);
      console.info(`${flow.name}: ${points} effects, ${singles} crash points, ${pairs} pairs`);
      expect(amiss).toEqual([]);
      expect({
        points: Math.min(points, flow.least.points),
        pairs: Math.min(pairs, flow.least.pairs),
      }).toEqual(flow.least);
      sum.flows += 1;
      sum.points += points;
      sum.singles += singles;
      sum.pairs += pairs;
    },
    900_000,
  );

  it.each(flows)('$name: two uninterrupted runs are the same', async (flow) => {
    expect(await runWith(flow, [])).toEqual(await runWith(flow, []));
  });

  afterAll(() => {
    const { points, singles, pairs } = sum;
    console.info(`All ${sum.flows} flows: ${points} effects, ${singles} crash points, ${pairs} pairs`);
  });
}
