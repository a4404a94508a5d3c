import { attempt, forgeKvs, inApp, platformFetch, type Book } from './stage';

const book = { entityName: 'book' };

it('writes all of a transaction or nothing', async () => {
  const { result, host, installation } = await inApp(async () => {
    const { kvs, Filter, FilterConditions } = forgeKvs();
    await kvs.entity('book').set('dawn', { year: 1987 });
    const year = (wanted: number) => new Filter<Book>().and('year', FilterConditions.equalTo(wanted));
    const move = (expected: number, to: number) =>
      attempt(() =>
        kvs
          .transact()
          .set('plain', to)
          .set<Book>('dawn', { year: to }, { ...book, conditions: year(expected) })
          .execute(),
      );
    return [await move(1987, 1988), await move(1987, 1999)];
  });
  expect(result).toEqual(['fine', '400 CONDITIONAL_CHECK_FAILED']);
  expect(host.storage.dump(installation.id)).toMatchObject({
    plain: { plain: 1988 },
    entities: { book: { dawn: { year: 1988 } } },
  });
});

it('deletes and checks under conditions too', async () => {
  const { result, host, installation } = await inApp(async () => {
    const { kvs, Filter, FilterConditions: is } = forgeKvs();
    await kvs.entity('book').set('old', { lent: true });
    await kvs.entity('book').set('new', { lent: false });
    const lent = (value: boolean) => ({
      ...book,
      conditions: new Filter<Book>().and('lent', is.equalTo(value)),
    });
    const swap = (checked: boolean) =>
      attempt(() =>
        kvs.transact().delete('old', lent(true)).check('new', lent(checked)).set('done', 1).execute(),
      );
    return [await swap(true), await swap(false)];
  });
  expect(result).toEqual(['400 CONDITIONAL_CHECK_FAILED', 'fine']);
  const { plain, entities } = host.storage.dump(installation.id);
  expect([plain, Object.keys(entities['book'] ?? {})]).toEqual([{ done: 1 }, ['new']]);
});

it.each([
  ['not-exists-holds', 'fine'],
  ['nothing-holds', '400 CONDITIONAL_CHECK_FAILED'],
] as const)(
  'lets "not there" hold for a missing key as the variant %s says',
  async (missingKey, expected) => {
    const { result } = await inApp(
      async () => {
        const { kvs, Filter, FilterConditions: is } = forgeKvs();
        const claim = (conditions: ReturnType<InstanceType<typeof Filter<Book>>['and']>) =>
          attempt(() =>
            kvs
              .transact()
              .set<Book>('name', { author: 'me' }, { ...book, conditions })
              .execute(),
          );
        const other = await claim(new Filter<Book>().and('author', is.notEqualTo('you')));
        return [other, await claim(new Filter<Book>().and('author', is.notExists()))];
      },
      { variants: { missingKey } },
    );
    expect(result).toEqual(['400 CONDITIONAL_CHECK_FAILED', expected]);
  },
);

type Transaction = ReturnType<ReturnType<typeof forgeKvs>['kvs']['transact']>;
const sets = (transaction: Transaction, count: number) =>
  Array.from({ length: count }).reduce<Transaction>((all, _, at) => all.set(`key-${at}`, at), transaction);

const refusals: readonly (readonly [string, string, (empty: Transaction) => Transaction])[] = [
  ['25 operations', 'fine', (empty) => sets(empty, 25)],
  ['26 operations', '400 INVALID_TRANSACTION_REQUEST', (empty) => sets(empty, 26)],
  ['no operation', '400 INVALID_TRANSACTION_REQUEST', (empty) => empty],
  ['a key used twice', '400 INVALID_TRANSACTION_REQUEST', (empty) => empty.set('a', 1).delete('a')],
  ['an illegal key', '400 INVALID_KEY', (empty) => empty.set('fine', 1).set('a/b', 1)],
  [
    'a wrong entity',
    '400 INVALID_ENTITY_VALUE',
    (empty) => empty.set('fine', 1).set('b', { year: 'x' }, book),
  ],
  [
    'more than 4 MB',
    '400 INVALID_TRANSACTION_REQUEST',
    (empty) =>
      Array.from({ length: 20 }).reduce<Transaction>(
        (all, _, at) => all.set(`k${at}`, 'x'.repeat(220_000)),
        empty,
      ),
  ],
];

it.each(refusals)('answers a transaction with %s with: %s', async (_what, expected, build) => {
  const { result, host, installation } = await inApp(() =>
    attempt(() => build(forgeKvs().kvs.transact()).execute()),
  );
  expect(result).toBe(expected);
  if (expected !== 'fine') expect(host.storage.dump(installation.id).plain).toEqual({});
});

const raw = (body: object) =>
  inApp(async () => {
    const init = { method: 'POST', body: JSON.stringify(body) };
    const answer = await platformFetch({ type: 'kvs' }, '/api/v1/transaction', init);
    return `${answer.status} ${/"code":"(\w+)"/.exec(await answer.text())?.[1]}`;
  });

it.each([
  [
    'a condition on a plain key',
    {
      set: [
        { key: 'a', value: 1, conditions: { and: [{ property: 'a', condition: 'EXISTS', values: [true] }] } },
      ],
    },
    '400 INVALID_TRANSACTION_REQUEST',
  ],
  [
    'a key policy',
    { set: [{ key: 'a', value: 1, options: { keyPolicy: 'OVERRIDE' } }] },
    '400 INVALID_REQUEST',
  ],
  [
    'both and and or',
    { check: [{ key: 'a', entityName: 'book', conditions: { and: [], or: [] } }] },
    '400 INVALID_FILTER_OPERATORS_COMBINATION',
  ],
  [
    'neither and nor or',
    { check: [{ key: 'a', entityName: 'book', conditions: {} }] },
    '400 EMPTY_FILTER_OPERATOR',
  ],
])('refuses %s, which the package would not even send', async (_what, body, expected) => {
  expect((await raw(body)).result).toBe(expected);
});

it('does what it can of a batch and tells of each key', async () => {
  const { result } = await inApp(async () => {
    const { kvs } = forgeKvs();
    const set = await kvs.batchSet<unknown>([
      { key: 'a', value: 1 },
      { key: 'a/b', value: 2 },
      { key: 'a', entityName: 'book', value: { year: 1 } },
    ]);
    const read = await kvs.batchGet([{ key: 'a' }, { key: 'gone' }, { key: 'a', entityName: 'book' }]);
    const gone = await kvs.batchDelete([{ key: 'a' }, { key: 'gone' }]);
    return { set, read, gone, left: (await kvs.get('a')) ?? 'nothing' };
  });
  const missing = { code: 'KEY_NOT_FOUND', message: 'The specified key does not exist.' };
  expect(result).toEqual({
    set: {
      successfulKeys: [{ key: 'a' }, { key: 'a', entityName: 'book' }],
      failedKeys: [{ key: 'a/b', error: { code: 'INVALID_KEY', message: expect.any(String) as string } }],
    },
    read: {
      successfulKeys: [
        { key: 'a', value: 1 },
        { key: 'a', entityName: 'book', value: { year: 1 } },
      ],
      failedKeys: [{ key: 'gone', error: missing }],
    },
    gone: { successfulKeys: [{ key: 'a' }, { key: 'gone' }], failedKeys: [] },
    left: 'nothing',
  });
});
