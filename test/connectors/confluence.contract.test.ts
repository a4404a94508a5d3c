import { confluence } from '../../src/connectors/confluence';
import { defaultVariants, variantTable, type Variants } from '../../tools/simulator/atlassian/variants';
import { connectorContract, targetContract } from '../contracts/connector.contract';
import { confluenceWorld, idOf, MANY, policy } from './confluence-world';

/** Each undocumented behaviour on its own, beside the default ones. */
const byDefault: Partial<Variants> = {};
const variants: readonly Partial<Variants>[] = [
  byDefault,
  ...Object.entries(variantTable).flatMap(([key, values]) =>
    values.slice(1).map((value) => ({ [key]: value })),
  ),
];
const memberOf = (id: string, name = id) => ({
  resource: { kind: 'confluence-group', id, name },
  role: 'member',
});
const tokens = [
  ['without scopes', 'olga'],
  ['with scopes', 'scoped'],
] as const;

for (const variant of variants) {
  for (const [kind, token] of tokens) {
    const under =
      Object.entries(variant)
        .map(([key, value]) => `${key}=${value}`)
        .join() || 'the default variants';
    const contract = variant === byDefault ? connectorContract : targetContract;
    contract(`Confluence, token ${kind}, under ${under},`, () => {
      const { installation, credential, clock } = confluenceWorld({ variants: variant, token });
      const { site, cloudId } = installation;
      return {
        connector: confluence,
        installation,
        credential: { ...credential, found: { ...credential.found, accountId: idOf('olga') } },
        policy,
        homes: [`${site.origin}/rest/api/3/`, `${site.origin}/wiki/rest/api/`].concat(
          ['jira', 'confluence'].map((product) => `https://api.atlassian.com/ex/${product}/${cloudId}/`),
        ),
        who: { id: idOf('lena'), name: 'Lena O’Brien-Özil' },
        email: 'lena@acme.example',
        what: memberOf('marketing', 'Marketing'),
        privileged: memberOf('wiki-admins', 'confluence-admins-acme'),
        closed: [memberOf('org-admins'), memberOf('site', 'Keepers of the site'), memberOf('okta')],
        busy: { who: { id: idOf('many-0'), name: 'Many 00' }, count: MANY + 1 },
        stranger: 'stranger@elsewhere.example',
        nobody: 'nobody-of-this-name',
        pause: async (seconds) => clock.elapse(seconds * 1000),
      };
    });
  }
}

it('meets every variant that the site knows', () => {
  const met = new Set(variants.flatMap((variant) => Object.values(variant)));
  const others = Object.values({ ...variantTable }).flatMap((values) => values.slice(1));
  expect(others.filter((value) => !met.has(value))).toEqual([]);
  expect(Object.values(variantTable).map(([first]) => first)).toEqual(Object.values(defaultVariants()));
});
