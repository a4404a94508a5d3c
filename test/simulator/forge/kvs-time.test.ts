import { Faults } from '../../../tools/simulator/faults';
import { attempt, forgeKvs, inApp, stage } from './stage';

const HOUR = 3_600_000;
const calls = {
  keep: () => forgeKvs().kvs.set('k', 'v', { keyPolicy: 'OVERRIDE', ttl: { value: 2, unit: 'HOURS' } }),
  read: async () => (await forgeKvs().kvs.get('k')) ?? 'gone',
  ends: async () => {
    const { kvs, MetadataField } = forgeKvs();
    return kvs.get('k', { metadataFields: [MetadataField.EXPIRE_TIME, MetadataField.UPDATED_AT] });
  },
  list: async () => (await forgeKvs().kvs.query().getMany()).results.length,
  claim: () => attempt(() => forgeKvs().kvs.set('k', 'new', { keyPolicy: 'FAIL_IF_EXISTS' })),
};

it('forgets an entry at the end of its TTL', async () => {
  const { call, clock } = stage({ calls });
  await call('keep');
  expect(await call('ends')).toEqual({
    key: 'k',
    value: 'v',
    expireTime: '2026-01-05T14:00:00.000Z',
    updatedAt: clock.time(),
  });
  await clock.advance(2 * HOUR - 1);
  expect([await call('read'), await call('claim')]).toEqual(['v', '409 KEY_CONFLICT']);
  await clock.advance(1);
  expect([await call('read'), await call('list'), await call('claim')]).toEqual(['gone', 0, 'fine']);
});

it('may leave an entry readable for up to 48 hours after its end', async () => {
  const { call, clock } = stage({ calls, variants: { expiryLatenessMs: 48 * HOUR } });
  await call('keep');
  await clock.advance(49 * HOUR);
  expect([await call('read'), await call('list')]).toEqual(['v', 1]);
  await clock.advance(HOUR);
  expect(await call('read')).toBe('gone');
});

it('answers queries late and gets at once, where queries lag', async () => {
  const lagging = {
    ...calls,
    write: async () => {
      const { kvs } = forgeKvs();
      await kvs.set('a', 1);
      await kvs.entity('book').set('dawn', { year: 1987 });
    },
    change: async () => {
      const { kvs } = forgeKvs();
      await kvs.set('a', 2);
      await kvs.delete('b');
    },
    look: async () => {
      const { kvs } = forgeKvs();
      const plain = await kvs.query().getMany();
      const books = await kvs.entity('book').query().index('year').getMany();
      return [await kvs.get('a'), plain.results.map(({ value }) => value), books.results.length];
    },
  };
  const { call, clock } = stage({ calls: lagging, variants: { queryLagMs: 1_000 } });
  await call('write');
  expect(await call('look')).toEqual([1, [], 0]);
  await clock.advance(1_000);
  expect(await call('look')).toEqual([1, [1], 1]);
  await call('change').catch(() => undefined);
  await clock.advance(999);
  expect(await call('look')).toEqual([2, [1], 1]);
  await clock.advance(1);
  expect(await call('look')).toEqual([2, [2], 1]);
});

it('queries may begin to lag, and cease to, at any time', async () => {
  const { call, host, clock } = stage({
    calls: {
      write: ({ payload }) => forgeKvs().kvs.set('a', payload),
      look: async () => (await forgeKvs().kvs.query().getMany()).results.map(({ value }) => value),
    },
  });
  host.variants.queryLagMs = 60_000;
  await call('write', 1);
  expect(await call('look')).toEqual([]);
  await clock.advance(60_000);
  await call('write', 2);
  expect(await call('look')).toEqual([1]);
  host.variants.queryLagMs = 0;
  expect(await call('look')).toEqual([2]);
});

it('answers a stale query from before the last write, deletes included', async () => {
  const faults = new Faults();
  const stale = { kind: 'stale' } as const;
  faults.declare(
    { id: 'plain', match: { service: 'kvs', operation: 'query', attempt: 2 }, effect: stale },
    { id: 'entity', match: { service: 'kvs', operation: 'entity/query', attempt: 1 }, effect: stale },
  );
  const { result } = await inApp(
    async () => {
      const { kvs } = forgeKvs();
      const list = async () => (await kvs.query().getMany()).results.map(({ value }) => value);
      await kvs.set('a', 'old');
      await kvs.transact().set('a', 'new').set('b', 'new').execute();
      const now = await list();
      const before = await list();
      await kvs.entity('book').set('dawn', { year: 1987 });
      const books = await kvs.entity('book').query().index('year').getMany();
      return [now, before, books.results.length, await list()];
    },
    { faults },
  );
  expect(result).toEqual([['new', 'new'], ['old'], 0, ['new', 'new']]);
  expect(faults.unfired()).toEqual([]);
});

it('plays every declared fault on storage', async () => {
  const faults = new Faults();
  const on = (operation: string) => ({ service: 'kvs', operation }) as const;
  faults.declare(
    { id: 'down', match: on('set'), effect: { kind: 'error', status: 503, body: 'out' }, maxFires: 1 },
    { id: 'lost', match: { ...on('transaction'), phase: 'after' }, effect: { kind: 'lose-response' } },
    { id: 'slow', match: on('secret/get'), effect: { kind: 'delay', ms: 1_500 } },
    { id: 'odd', match: on('get'), effect: { kind: 'answer', body: '<html>' }, maxFires: 1 },
  );
  const { result, clock } = await inApp(
    async () => {
      const { kvs } = forgeKvs();
      const down = await attempt(() => kvs.set('a', 1));
      const lost = await kvs
        .transact()
        .set('a', 2)
        .execute()
        .catch((error: unknown) => String(error));
      await kvs.getSecret('a');
      return [down, lost, await attempt(() => kvs.get('a')), await kvs.get('a')];
    },
    { faults },
  );
  expect(result).toEqual(['503 UNKNOWN_ERROR', 'TypeError: fetch failed', '200 UNKNOWN_ERROR', 2]);
  expect(clock.time()).toBe(Date.parse('2026-01-05T12:00:01.500Z'));
  expect(faults.unfired()).toEqual([]);
});
