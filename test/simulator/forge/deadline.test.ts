import { VirtualClock } from '../../../tools/simulator/clock';
import { Faults } from '../../../tools/simulator/faults';
import { forgeApi, forgeKvs, inApp, stage, turns } from './stage';

const start = Date.parse('2026-01-05T12:00:00Z');
/** The `setTimeout` that the app finds, which is what is tested here. */
const sleep = (ms: number) => new Promise((wake) => globalThis.setTimeout(wake, ms));

it('shows the app the virtual time, and everyone else the real one', async () => {
  const outside = new Date();
  const { result } = await inApp(async () => {
    await sleep(5_000);
    return [
      new Date().toISOString(),
      Date.now(),
      new Date(0).getTime(),
      new Date() instanceof Date,
      Date() === new Date().toString(),
      Object.prototype.toString.call(new Date()),
    ];
  });
  expect(result).toEqual(['2026-01-05T12:00:05.000Z', start + 5_000, 0, true, true, '[object Date]']);
  expect(Math.abs(Date.now() - outside.getTime())).toBeLessThan(60_000);
});

it('lets a sleeping app wake in order without anybody waiting', async () => {
  const before = performance.now();
  const { result, clock, last } = await inApp(async () => {
    const woken: string[] = [];
    const unused = setTimeout(() => woken.push('never'), 1_000);
    clearTimeout(unused);
    await Promise.all([
      sleep(9_000).then(() => woken.push('late')),
      sleep(3_000).then(() => woken.push('early')),
    ]);
    return woken;
  });
  expect(result).toEqual(['early', 'late']);
  expect(clock.time()).toBe(start + 9_000);
  expect(last()?.durationMs).toBe(9_000);
  expect(performance.now() - before).toBeLessThan(5_000);
});

it('does not move the clock on while a call is under way, however many turns it takes', async () => {
  const { call, site, clock } = stage({
    calls: {
      guarded: async () => {
        const guard = setTimeout(() => undefined, 10_000);
        const answer = await fetch('https://acme.atlassian.net/');
        clearTimeout(guard);
        return answer.status;
      },
    },
  });
  site.answer = async () => {
    await turns(20);
    return { status: 200, headers: {}, body: '' };
  };
  expect(await call('guarded')).toBe(200);
  expect(clock.time()).toBe(start);
});

it('ends a resolver after 25 seconds, and nothing it does afterwards reaches anything', async () => {
  const { call, host, site, installation, last } = stage({
    calls: {
      slow: async () => {
        const { kvs } = forgeKvs();
        await kvs.set('before', 1);
        await sleep(26_000);
        await kvs.set('after', 1);
        await forgeApi()
          .asApp()
          .requestJira(forgeApi().route`/rest/api/3/myself`);
      },
    },
  });
  await expect(call('slow')).rejects.toMatchObject({ outcome: 'timeout' });
  await new Promise(setImmediate);
  expect(last()).toMatchObject({ outcome: 'timeout', durationMs: 25_001 });
  expect(host.storage.dump(installation.id).plain).toEqual({ before: 1 });
  expect(site.asked).toEqual([]);
});

it('counts the time that calls took, and never answers a call that ends after the deadline', async () => {
  const faults = new Faults();
  faults.declare({ id: 'slow', match: { service: 'jira' }, effect: { kind: 'delay', ms: 13_000 } });
  const steps: string[] = [];
  const { call } = stage({
    faults,
    calls: {
      twice: async () => {
        const ask = () =>
          forgeApi()
            .asApp()
            .requestJira(forgeApi().route`/rest/api/3/myself`);
        await ask();
        steps.push('once');
        await ask().finally(() => steps.push('never'));
      },
    },
  });
  await expect(call('twice')).rejects.toMatchObject({ outcome: 'timeout' });
  await new Promise(setImmediate);
  expect(steps).toEqual(['once']);
});

it('gives a schedule as long as its function declares', async () => {
  const { host, installation } = stage({ onDay: () => sleep(299_000).then(() => 'done') });
  await expect(host.runSchedule(installation, 'daily')).resolves.toBe('done');
  const { host: other, installation: there } = stage({ onDay: () => sleep(301_000) });
  await expect(other.runSchedule(there, 'daily')).rejects.toMatchObject({ outcome: 'timeout' });
});

it('lets no single request take more than 180 seconds', async () => {
  const faults = new Faults();
  faults.declare({ id: 'slow', match: { service: 'egress' }, effect: { kind: 'delay', ms: 181_000 } });
  const { host, installation } = stage({
    faults,
    onDay: () => fetch('https://acme.atlassian.net/').catch((error: unknown) => String(error)),
  });
  await expect(host.runSchedule(installation, 'daily')).resolves.toBe('TypeError: fetch failed');
});

it('ends what hangs in real time too', async () => {
  const { host, installation } = stage({
    manifestPath: `${__dirname}/hasty-app.yml`,
    onDay: () => new Promise(() => undefined),
  });
  await expect(host.runSchedule(installation, 'daily')).rejects.toMatchObject({ outcome: 'timeout' });
});

it('really waits while the clock flows', async () => {
  const { result } = await inApp(
    async () => {
      const before = Date.now();
      await sleep(30);
      return Date.now() - before;
    },
    { clock: new VirtualClock({ flowing: true }) },
  );
  expect(result).toBeGreaterThanOrEqual(29);
});

it('hears nothing more of an invocation that crashed', async () => {
  const faults = new Faults();
  faults.declare({ id: 'died', match: { service: 'kvs', key: 'second' }, effect: { kind: 'crash' } });
  const steps: string[] = [];
  const { call, host, installation } = stage({
    faults,
    calls: {
      three: async () => {
        const { kvs } = forgeKvs();
        await kvs.set('first', 1);
        void turns(5).then(() => kvs.set('third', 3).then(() => steps.push('went on')));
        try {
          await kvs.set('second', 2);
        } finally {
          steps.push('cleaned up');
        }
      },
    },
  });
  await expect(call('three')).rejects.toMatchObject({
    outcome: 'crashed',
    message: 'There was an error invoking the function.',
  });
  await turns(10);
  expect(steps).toEqual([]);
  expect(host.storage.dump(installation.id).plain).toEqual({ first: 1 });
  expect(faults.unfired()).toEqual([]);
});

it('lets nothing through that was not waited for', async () => {
  const { host, installation } = await inApp(() => {
    void sleep(10).then(() => forgeKvs().kvs.set('late', 1));
  });
  await turns(10);
  expect(host.storage.dump(installation.id).plain).toEqual({});
});
