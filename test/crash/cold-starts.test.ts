import { coldCode } from './cold-code';
import { deathsIn, runWith } from './enumerate';
import { requestFlows } from './request-flows';

/** One that gives and one that takes: between them they use everything that a process could have kept. */
const flows = requestFlows.filter(({ name }) =>
  ['approved and given, one group', 'withdrawn by an administrator'].includes(name),
);

it.each(flows)(
  '$name: whoever dies at any of its effects, and begins anew in another process, ends as if nobody had died',
  async (flow) => {
    const sound = await runWith(flow, []);
    const deaths = deathsIn(sound.trace);
    expect(deaths.length).toBeGreaterThan(10);
    for (const death of deaths) {
      const { code, begun } = coldCode();
      const { struck, end } = await runWith(flow, [death], { code });
      expect({ death, struck, processes: begun(), end }).toEqual({
        death,
        struck: 1,
        processes: 2,
        end: sound.end,
      });
    }
  },
  300_000,
);

it('a module that is loaded for another process has kept nothing', () => {
  const { code } = coldCode();
  const [first, second, third] = [code('index'), code('index'), code('index')];
  expect(new Set([first, second, third]).size).toBe(3);
});
