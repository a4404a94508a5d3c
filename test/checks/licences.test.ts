import { judgeLicences } from '../../tools/checks/licences';

const lock = (packages: Record<string, object>) => ({ packages: { '': {}, ...packages } });
const terms = () => 'in accordance with the Atlassian Developer Terms';
const nothing = () => undefined;

it('a package that may be passed on is accepted', () => {
  const judged = judgeLicences(lock({ 'node_modules/zod': { version: '1.0.0', license: 'MIT' } }), nothing);
  expect(judged).toEqual({ packages: 1, refused: [] });
});

it.each([
  ['a licence that asks for the source', { 'node_modules/a': { version: '1.0.0', license: 'GPL-3.0' } }],
  ['no licence at all', { 'node_modules/a': { version: '1.0.0' } }],
  ['a licence hidden deep', { 'node_modules/a/node_modules/b': { version: '1.0.0', license: 'AGPL-3.0' } }],
  [
    'terms that are not Atlassian’s',
    { 'node_modules/a': { version: '1.0.0', license: 'SEE LICENSE IN LICENSE.txt' } },
  ],
])('%s is refused', (_, packages) => {
  expect(judgeLicences(lock(packages), terms).refused).toHaveLength(1);
});

it('Atlassian’s own packages come under its developer terms, and are refused when they say otherwise', () => {
  const packages = lock({
    'node_modules/@forge/api': { version: '1.0.0', license: 'SEE LICENSE IN LICENSE.txt' },
  });
  expect(judgeLicences(packages, terms).refused).toEqual([]);
  expect(judgeLicences(packages, nothing).refused).toHaveLength(1);
});

it('what only builds and tests the app is not shipped', () => {
  const tools = { 'node_modules/a': { version: '1.0.0', license: 'GPL-3.0', dev: true } };
  expect(judgeLicences(lock(tools), nothing)).toEqual({ packages: 0, refused: [] });
});
