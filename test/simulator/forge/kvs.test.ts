import { attempt, forgeKvs, inApp } from './stage';

it('keeps, gives back and forgets values, and a key that is not there is undefined', async () => {
  const { result, last } = await inApp(async () => {
    const { kvs } = forgeKvs();
    await kvs.set('connection#1', { name: 'Main' });
    const kept = await kvs.get('connection#1');
    await kvs.delete('connection#1');
    await kvs.delete('connection#1');
    return [kept, (await kvs.get('connection#1')) ?? 'nothing'];
  });
  expect(result).toEqual([{ name: 'Main' }, 'nothing']);
  expect(last()?.storage).toEqual({ requests: 5, reads: 2, writes: 3, readUnits: 2, writeUnits: 3 });
});

it('lists plain keys by their beginning, page by page, and never a secret or an entity', async () => {
  const { result } = await inApp(async () => {
    const { kvs, WhereConditions } = forgeKvs();
    for (const key of ['b#1', 'a#2', 'a#1', 'a#3']) await kvs.set(key, key);
    await kvs.setSecret('a#secret', 'hidden');
    await kvs.entity('book').set('a#book', { author: 'Le Guin' });
    const query = () => kvs.query().where('key', WhereConditions.beginsWith('a#'));
    const first = await query().limit(2).getMany();
    const second = await query()
      .limit(2)
      .cursor(first.nextCursor ?? '')
      .getMany();
    return [first.results, second.results].map((page) => page.map(({ key }) => key));
  });
  expect(result).toEqual([['a#1', 'a#2'], ['a#3']]);
});

it('is closed to an app without the scope storage:app', async () => {
  const { result, host, installation } = await inApp(() => attempt(() => forgeKvs().kvs.set('a', 1)), {
    manifestPath: `${__dirname}/impersonating-app.yml`,
  });
  expect(result).toBe('403 FORBIDDEN');
  expect(host.storage.dump(installation.id).plain).toEqual({});
});

it('keeps secrets apart from values', async () => {
  const { result } = await inApp(async () => {
    const { kvs } = forgeKvs();
    await kvs.setSecret('key', { token: 't' });
    const found = [await kvs.getSecret('key'), (await kvs.get('key')) ?? 'no value'];
    await kvs.deleteSecret('key');
    return [...found, (await kvs.getSecret('key')) ?? 'gone'];
  });
  expect(result).toEqual([{ token: 't' }, 'no value', 'gone']);
});

it('gives a key to the first of two who insist that it be new', async () => {
  const { result } = await inApp(async () => {
    const { kvs } = forgeKvs();
    const claim = () => attempt(() => kvs.set('name', 'x', { keyPolicy: 'FAIL_IF_EXISTS' }));
    return [await claim(), await claim()];
  });
  expect(result).toEqual(['fine', '409 KEY_CONFLICT']);
});

it('tells what was there before an overwrite, when asked', async () => {
  const { result } = await inApp(async () => {
    const { kvs, MetadataField } = forgeKvs();
    const set = (value: number, returnValue: 'PREVIOUS' | 'LATEST') =>
      kvs.set('n', value, {
        keyPolicy: 'OVERRIDE',
        returnValue,
        returnMetadataFields: [MetadataField.CREATED_AT],
      });
    return [await set(1, 'PREVIOUS'), await set(2, 'PREVIOUS'), await set(3, 'LATEST')];
  });
  const createdAt = Date.parse('2026-01-05T12:00:00Z');
  expect(result).toEqual([
    { key: 'n' },
    { key: 'n', value: 1, createdAt },
    { key: 'n', value: 3, createdAt },
  ]);
});
