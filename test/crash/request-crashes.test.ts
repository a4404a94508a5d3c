import { enumerate, runWith } from './enumerate';
import { requestFlows } from './request-flows';

it.each(requestFlows)(
  '$name: whoever dies at any of its effects, once or twice, ends as if nobody had died',
  async (flow) => {
    const { points, singles, pairs, amiss } = await enumerate(flow);
    console.info(`${flow.name}: ${points} effects, ${singles} crash points, ${pairs} pairs`);
    expect(points).toBeGreaterThan(2);
    expect(amiss).toEqual([]);
  },
  600_000,
);

it.each(requestFlows)('$name: two uninterrupted runs are the same', async (flow) => {
  expect(await runWith(flow, [])).toEqual(await runWith(flow, []));
});
