import { attempt, forgeKvs, inApp } from './stage';

type Kvs = ReturnType<typeof forgeKvs>;
type Case = readonly [what: string, expected: string, act: (forge: Kvs) => Promise<unknown>];

const nested = (depth: number): unknown => (depth === 0 ? 'leaf' : { in: nested(depth - 1) });
const many = (length: number) => Array.from({ length }, (_, at) => ({ key: `key-${at}`, value: at }));
const text = (bytes: number) => 'x'.repeat(bytes - 2);

const invalid = '400 INVALID_ENTITY_VALUE';
const cases: readonly Case[] = [
  ['an empty key', '400 KEY_TOO_SHORT', ({ kvs }) => kvs.set('', 1)],
  ['an empty key of an entity', '400 EMPTY_KEY', ({ kvs }) => kvs.entity('book').set('', {})],
  ['a key of 500 characters', 'fine', ({ kvs }) => kvs.set('k'.repeat(500), 1)],
  ['a key of 501 characters', '400 KEY_TOO_LONG', ({ kvs }) => kvs.set('k'.repeat(501), 1)],
  ['a key with every legal kind of character', 'fine', ({ kvs }) => kvs.set('aZ09:._ -#', 1)],
  ['a key with a slash', '400 INVALID_KEY', ({ kvs }) => kvs.get('a/b')],
  ['a key with an umlaut', '400 INVALID_KEY', ({ kvs }) => kvs.delete('grün')],
  ['a key of blanks', '400 INVALID_KEY', ({ kvs }) => kvs.setSecret('  ', 1)],
  ['a value of 240 KiB', 'fine', ({ kvs }) => kvs.set('k', text(240 * 1024))],
  ['a value over 240 KiB', '400 MAX_SIZE', ({ kvs }) => kvs.set('k', text(240 * 1024 + 1))],
  ['a secret of 128 KiB', 'fine', ({ kvs }) => kvs.setSecret('k', text(128 * 1024))],
  ['a secret over 128 KiB', '400 MAX_SIZE', ({ kvs }) => kvs.setSecret('k', text(128 * 1024 + 1))],
  ['a value 31 deep', 'fine', ({ kvs }) => kvs.set('k', nested(31))],
  ['a value 32 deep', '400 MAX_DEPTH', ({ kvs }) => kvs.set('k', nested(32))],
  ['no value', '400 INVALID_VALUE', ({ kvs }) => kvs.set('k', undefined)],
  ['null for a value', '400 INVALID_VALUE', ({ kvs }) => kvs.set('k', null)],
  [
    'a TTL of a year',
    'fine',
    ({ kvs }) => kvs.set('k', 1, { keyPolicy: 'OVERRIDE', ttl: { value: 365, unit: 'DAYS' } }),
  ],
  [
    'a longer TTL',
    '400 INVALID_TTL',
    ({ kvs }) => kvs.set('k', 1, { keyPolicy: 'OVERRIDE', ttl: { value: 366, unit: 'DAYS' } }),
  ],
  ['a page of 100', 'fine', ({ kvs }) => kvs.query().limit(100).getMany()],
  ['a page of 101', '400 LIST_QUERY_LIMIT_EXCEEDED', ({ kvs }) => kvs.query().limit(101).getMany()],
  ['a page of none', '400 INVALID_REQUEST', ({ kvs }) => kvs.query().limit(0).getMany()],
  ['a cursor made up', '400 INVALID_CURSOR', ({ kvs }) => kvs.query().cursor('abc').getMany()],
  ['an entity that is not declared', '400 INVALID_ENTITY_TYPE', ({ kvs }) => kvs.entity('pen').set('k', {})],
  ['an entity name too short', '400 ENTITY_TYPE_TOO_SHORT', ({ kvs }) => kvs.entity('pe').set('k', {})],
  ['an attribute that is not declared', invalid, ({ kvs }) => kvs.entity('book').set('k', { colour: 'red' })],
  ['a number for a string', invalid, ({ kvs }) => kvs.entity('book').set('k', { author: 1 })],
  ['a fraction for an integer', invalid, ({ kvs }) => kvs.entity('book').set('k', { year: 1.5 })],
  [
    'an integer of more than 32 bits',
    invalid,
    ({ kvs }) => kvs.entity('book').set('k', { year: 2_147_483_648 }),
  ],
  ['a float out of range', invalid, ({ kvs }) => kvs.entity('book').set('k', { price: 1e-140 })],
  ['a text for a boolean', invalid, ({ kvs }) => kvs.entity('book').set('k', { lent: 'yes' })],
  ['a list for an entity', invalid, ({ kvs }) => kvs.entity('book').set('k', [])],
  ['null for an attribute', invalid, ({ kvs }) => kvs.entity('book').set('k', { notes: null })],
  ['25 keys at once', 'fine', ({ kvs }) => kvs.batchSet(many(25))],
  ['26 keys at once', '400 INVALID_BATCH_REQUEST', ({ kvs }) => kvs.batchSet(many(26))],
  ['no key at once', '400 INVALID_BATCH_REQUEST', ({ kvs }) => kvs.batchGet([])],
  [
    'a key twice at once',
    '400 INVALID_BATCH_REQUEST',
    ({ kvs }) => kvs.batchDelete([{ key: 'a' }, { key: 'a' }]),
  ],
  [
    'more than 4 MB at once',
    '400 INVALID_BATCH_REQUEST',
    ({ kvs }) => kvs.batchSet(many(20).map(({ key }) => ({ key, value: text(220_000) }))),
  ],
];

it.each(cases)('storage answers %s with: %s', async (_what, expected, act) => {
  const { result } = await inApp(() => attempt(() => act(forgeKvs())));
  expect(result).toBe(expected);
});
