import { figuresOf, isOver } from '../../tools/bench/budgets';
import { countCalls } from '../../tools/bench/calls';
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
