import { ann, attempt, EchoSite, forgeKvs, installationOn, stage } from './stage';

const calls = {
  fill: async () => {
    const value = 'x'.repeat(235_000);
    for (let write = 0; write < 167; write += 1) await forgeKvs().kvs.set(`big-${write}`, value);
  },
  write: () => attempt(() => forgeKvs().kvs.set('small', 1)),
  read: () => attempt(() => forgeKvs().kvs.get('big-1')),
  hurry: async () => {
    for (let read = 0; read < 1_000; read += 1) await forgeKvs().kvs.get('small');
    return attempt(() => forgeKvs().kvs.get('small'));
  },
  same: async () => {
    const write = () => attempt(() => forgeKvs().kvs.set('same', 'x'.repeat(240_000)));
    return [await write(), await write(), await write(), await write(), await write()];
  },
};

it('gives each installation 4,000 units of 10 KB a minute to write, and as many to read', async () => {
  const { call, clock, host, last } = stage({ calls });
  await call('fill');
  expect(last()?.storage).toMatchObject({ writes: 167, writeUnits: 167 * 24 });
  expect(await call('write')).toBe('429 RATE_LIMIT_EXCEEDED');
  expect(await call('read')).toBe('fine');
  const other = installationOn(new EchoSite(), 'another installation');
  const write = { moduleKey: 'home', functionKey: 'write', principal: ann };
  expect(await host.invoke(other, write)).toBe('fine');
  await clock.advance(60_000);
  expect(await call('write')).toBe('fine');
});

it('carries out 1,000 requests a second and no more', async () => {
  const { call, clock } = stage({ calls });
  expect(await call('hurry')).toBe('429 TOO_MANY_REQUESTS');
  await clock.advance(1_000);
  expect(await call('read')).toBe('fine');
});

it('writes 1 MB a second to one key and no more, and leaves it as it was', async () => {
  const { call } = stage({ calls });
  const refused = '429 RATE_LIMIT_EXCEEDED';
  expect(await call('same')).toEqual(['fine', 'fine', 'fine', 'fine', refused]);
});

it('counts nothing where rates are switched off', async () => {
  const { call } = stage({ calls, variants: { rateLimits: 'off' } });
  expect(await call('hurry')).toBe('fine');
  expect(await call('same')).toEqual(['fine', 'fine', 'fine', 'fine', 'fine']);
});
