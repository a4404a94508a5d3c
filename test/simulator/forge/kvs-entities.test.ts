import { attempt, forgeKvs, inApp, type Book } from './stage';

const books = {
  dawn: { author: 'Butler', year: 1987, lent: true },
  kindred: { author: 'Butler', year: 1979, lent: false },
  lathe: { author: 'Le Guin', year: 1971, lent: true, price: 9.5 },
  tombs: { author: 'Le Guin', year: 1971, lent: true },
  undated: { author: 'Le Guin', lent: true },
};

async function withBooks(act: (forge: ReturnType<typeof forgeKvs>) => Promise<unknown>) {
  const { result } = await inApp(async () => {
    const forge = forgeKvs();
    for (const [key, value] of Object.entries(books)) await forge.kvs.entity('book').set(key, value);
    return act(forge);
  });
  return result;
}

type Query = ReturnType<
  ReturnType<ReturnType<ReturnType<typeof forgeKvs>['kvs']['entity']>['query']>['index']
>;
const keysOf = async (query: Query) => (await query.getMany()).results.map(({ key }) => key);
const inBooks = (forge: ReturnType<typeof forgeKvs>) => forge.kvs.entity<Book>('book').query();

it('sorts an index by its attribute and then by key, and leaves out what lacks the attribute', async () => {
  const found = await withBooks(async (forge) => [
    await keysOf(inBooks(forge).index('year')),
    await keysOf(inBooks(forge).index('year').sort(forge.Sort.DESC)),
    await keysOf(inBooks(forge).index('by-key')),
  ]);
  expect(found).toEqual([
    ['lathe', 'tombs', 'kindred', 'dawn'],
    ['dawn', 'kindred', 'tombs', 'lathe'],
    ['dawn', 'kindred', 'lathe', 'tombs', 'undated'],
  ]);
});

it('finds by partition and range', async () => {
  const found = await withBooks(async (forge) => {
    const { WhereConditions: where } = forge;
    const butler = () => inBooks(forge).index('by-author', { partition: ['Butler'] });
    return [
      await keysOf(butler()),
      await keysOf(butler().where(where.greaterThan(1980))),
      await keysOf(inBooks(forge).index('year').where(where.between(1971, 1979))),
      await keysOf(inBooks(forge).index('year').where(where.lessThan(1979))),
      await keysOf(inBooks(forge).index('by-shelf', { partition: ['Le Guin', true] })),
      await keysOf(inBooks(forge).index('by-key').where(where.beginsWith('t'))),
    ];
  });
  expect(found).toEqual([
    ['kindred', 'dawn'],
    ['dawn'],
    ['lathe', 'tombs', 'kindred'],
    ['lathe', 'tombs'],
    ['lathe', 'tombs', 'undated'],
    ['tombs'],
  ]);
});

it('reads a range in either order, page by page', async () => {
  const found = await withBooks(async (forge) => {
    const { Sort, WhereConditions: where } = forge;
    const range = () =>
      inBooks(forge).index('year').where(where.between(1971, 1980)).sort(Sort.DESC).limit(2);
    const first = await range().getMany();
    const second = range().cursor(first.nextCursor ?? '');
    return [
      first.results.map(({ key }) => key),
      await keysOf(second),
      await keysOf(inBooks(forge).index('year').where(where.greaterThanEqualTo(1979)).sort(Sort.ASC)),
      await keysOf(inBooks(forge).index('year').where(where.lessThanEqualTo(1971))),
      await keysOf(inBooks(forge).index('year').where(where.equalTo(1987))),
    ];
  });
  expect(found).toEqual([['kindred', 'tombs'], ['lathe'], ['kindred', 'dawn'], ['lathe', 'tombs'], ['dawn']]);
});

it('filters a page after it was cut, so a page may be empty and still have a next one', async () => {
  const found = await withBooks(async (forge) => {
    const { Filter, FilterConditions: is } = forge;
    const dear = () =>
      inBooks(forge)
        .index('by-key')
        .filters(new Filter<Book>().and('price', is.greaterThan(5)).and('author', is.contains('Guin')))
        .limit(2);
    const first = await dear().getMany();
    const second = await dear()
      .cursor(first.nextCursor ?? '')
      .getMany();
    return [first.results, second.results.map(({ key }) => key)];
  });
  expect(found).toEqual([[], ['lathe']]);
});

it('may hand out a cursor after the last entry, or not, as the variant says', async () => {
  const last = (cursorAfterLast: boolean) =>
    inApp(
      async () => {
        await forgeKvs().kvs.set('only', 1);
        return (await forgeKvs().kvs.query().limit(1).getMany()).nextCursor ?? 'none';
      },
      { variants: { cursorAfterLast } },
    );
  expect((await last(false)).result).toBe('none');
  expect((await last(true)).result).not.toBe('none');
});

type Cases = readonly [string, string, (forge: ReturnType<typeof forgeKvs>) => Promise<unknown>];
const refusals: readonly Cases[] = [
  [
    'an index that is not declared',
    '400 INVALID_ENTITY_INDEX',
    (forge) => inBooks(forge).index('price').getMany(),
  ],
  [
    'a partition value missing',
    '400 INVALID_FILTER_VALUES',
    (forge) =>
      inBooks(forge)
        .index('by-shelf', { partition: ['Butler'] })
        .getMany(),
  ],
  [
    'a partition value of another type',
    '400 INVALID_FILTER_VALUES',
    (forge) =>
      inBooks(forge)
        .index('by-author', { partition: [7] })
        .getMany(),
  ],
  [
    'a range where the index has none',
    '400 QUERY_WHERE_INVALID',
    (forge) =>
      inBooks(forge)
        .index('by-shelf', { partition: ['Butler', true] })
        .where(forge.WhereConditions.equalTo('x'))
        .getMany(),
  ],
  [
    'a range of another type',
    '400 INVALID_FILTER_CONDITION',
    (forge) => inBooks(forge).index('year').where(forge.WhereConditions.equalTo('x')).getMany(),
  ],
  [
    'a filter on an attribute of type any',
    '422 INVALID_FILTER_CONDITION',
    (forge) =>
      inBooks(forge)
        .index('year')
        .filters(new forge.Filter<Book>().and('notes', forge.FilterConditions.exists()))
        .getMany(),
  ],
  [
    'a filter on an unknown attribute',
    '400 QUERY_WHERE_FIELD_INVALID',
    (forge) =>
      inBooks(forge)
        .index('year')
        .filters(new forge.Filter<Book>().or('colour', forge.FilterConditions.exists()))
        .getMany(),
  ],
  [
    'an order of booleans',
    '400 INVALID_FILTER_CONDITION',
    (forge) =>
      inBooks(forge)
        .index('year')
        .filters(new forge.Filter<Book>().and('lent', forge.FilterConditions.greaterThan(1)))
        .getMany(),
  ],
  [
    'a page of more than 100',
    '400 COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
    (forge) => inBooks(forge).index('year').limit(101).getMany(),
  ],
];

it.each(refusals)('refuses %s with %s', async (_what, expected, act) => {
  const { result } = await inApp(() => attempt(() => act(forgeKvs())));
  expect(result).toBe(expected);
});

it('does not continue one query with the cursor of another', async () => {
  const found = await withBooks(async (forge) => {
    const { nextCursor = '' } = await inBooks(forge).index('year').limit(1).getMany();
    return attempt(() => inBooks(forge).index('by-key').cursor(nextCursor).getMany());
  });
  expect(found).toBe('400 INVALID_CURSOR');
});
