import { burstFigures, figuresOf, isOver, requestFigures, sweepFigures } from '../../tools/bench/budgets';
import { countCalls } from '../../tools/bench/calls';
import { measureBurst, measureSweep } from '../../tools/bench/crowds';
import { countRequestSteps } from '../../tools/bench/requests';
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

it('a verified grant, its end, and a repeated delivery stay within their calls and writes', async () => {
  const figures = (await countRequestSteps()).flatMap(requestFigures);
  expect(figures.filter(({ budget }) => budget !== undefined)).toHaveLength(9);
  expect(figures.filter(isOver)).toEqual([]);
});

it('a round finds the few grants that are due among twenty thousand at once', async () => {
  expect(sweepFigures(await measureSweep()).filter(isOver)).toEqual([]);
});

it('a burst of approvals is served to the last one, under the limits of the site and the platform', async () => {
  expect(burstFigures(await measureBurst(120)).filter(isOver)).toEqual([]);
});
