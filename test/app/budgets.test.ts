import { burstFigures, figuresOf, isOver, requestFigures, sweepFigures } from '../../tools/bench/budgets';
import { countCalls } from '../../tools/bench/calls';
import { measureBurst } from '../../tools/bench/burst';
import { measureSweep } from '../../tools/bench/crowds';
import { countRequestSteps, type RequestUse } from '../../tools/bench/requests';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';

it.each([
  ['without scopes', acme.people.orgAdmin],
  ['with scopes', acme.tokens.scoped],
])('with a token %s, check, save, pickers and list stay within their calls', async (_kind, who) => {
  const figures = (await countCalls('', who)).flatMap(figuresOf);
  expect(figures.filter(({ budget }) => budget !== undefined).length).toBeGreaterThan(10);
  expect(figures.filter(isOver)).toEqual([]);
});

it('a figure over its budget is seen', () => {
  const use = { doorCalls: 1, reads: 3, writes: 0, readUnits: 3, writeUnits: 0 };
  const over = figuresOf({ ...use, name: 'list page', siteCalls: 1 }).filter(isOver);
  expect(over.map(({ what }) => what)).toEqual(['list page: site calls', 'list page: storage reads']);
});

/** Days of rounds go by. */
const STEPS_MS = 60_000;

describe('one request on its way', () => {
  let uses: readonly RequestUse[];
  beforeAll(async () => {
    uses = await countRequestSteps();
  }, STEPS_MS);
  const budgetOf = (name: string) =>
    uses
      .filter((use) => use.name === name)
      .flatMap(requestFigures)
      .map(({ budget }) => budget);

  it('stays within its calls and writes: alone on a quiet site, among others, and where no round has run', () => {
    const figures = uses.flatMap(requestFigures);
    expect(figures.filter(({ budget }) => budget !== undefined)).toHaveLength(28);
    expect(figures.filter(isOver)).toEqual([]);
  });

  it('has the budget that was promised, whether it is alone or not', () => {
    for (const grant of ['grant', 'grant, among others'])
      expect(budgetOf(grant)).toEqual([5, 6, undefined, 8]);
    expect(budgetOf('withdrawal')).toEqual([3, undefined, undefined, 5]);
    expect(budgetOf('redelivery of a finished request')).toEqual([0, 0, 3, 0]);
  });
});

it('a round finds the few grants that are due among twenty thousand at once, and nothing else', async () => {
  expect(sweepFigures(await measureSweep()).filter(isOver)).toEqual([]);
});

/** Half a minute of work on a machine of its own. */
const BURST_MS = 600_000;

it(
  'a burst of five hundred approvals is served to the last one, each told once, under all limits',
  async () => {
    const figures = burstFigures(await measureBurst());
    expect(figures.filter(({ budget }) => budget !== undefined)).toHaveLength(2);
    expect(figures.filter(isOver)).toEqual([]);
  },
  BURST_MS,
);
