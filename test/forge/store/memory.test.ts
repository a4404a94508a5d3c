import { z } from 'zod';
import type { Remembered } from '../../../src/connectors/connector';
import { Fault } from '../../../src/domain/fault';
import type { FaultRule } from '../../../tools/simulator/faults';
import { inApp, type InApp } from '../in-app';

let app: InApp;
beforeEach(() => {
  app = inApp();
});
afterEach(() => app.close());

const MINUTE_MS = 60_000;
const fact: Remembered<readonly string[]> = {
  key: 'groups, seen by ann',
  forSeconds: 300,
  shape: z.array(z.string()),
};

/** What the app remembers, each time in an invocation of its own, and how often it had to be read. */
function listening() {
  const read: string[] = [];
  const remember = (answer: string, over: Partial<typeof fact> = {}) =>
    app.run(async (ports) => {
      const installation = await ports.installation();
      return installation.remember({ ...fact, ...over }, async () => {
        read.push(answer);
        return [answer];
      });
    });
  return { read, remember };
}
const stored = () => Object.entries(app.stored().plain).filter(([key]) => key.startsWith('memory#'));
const overwrite = (value: unknown) => {
  const { id: installation } = app.installation;
  for (const [key] of stored()) {
    const body = { key, value };
    app.forge.storage.store.handle({ installation, operation: 'set', body, now: app.clock.time() });
  }
};
const strike = (operation: 'get' | 'set'): FaultRule => ({
  id: operation,
  match: { service: 'kvs', operation, key: '/^memory#/' },
  effect: { kind: 'error', status: 500 },
});

it('is remembered by the next invocation, for as long as was asked', async () => {
  const { read, remember } = listening();
  expect(await remember('first', { forSeconds: 120 })).toEqual(['first']);
  app.clock.elapse(2 * MINUTE_MS - 1_000);
  expect(await remember('second', { forSeconds: 120 })).toEqual(['first']);
  app.clock.elapse(1_000);
  expect(await remember('third', { forSeconds: 120 })).toEqual(['third']);
  expect(read).toEqual(['first', 'third']);
});

it('is never older than five minutes, whatever was asked, although the platform still shows it', async () => {
  const { remember } = listening();
  await remember('first', { forSeconds: 86_400 });
  // Without an end of its own, as the platform shows it for two days more.
  overwrite({ at: app.clock.now().toISOString(), value: ['kept'] });
  expect(await remember('fresh', { forSeconds: 86_400 })).toEqual(['kept']);
  app.clock.elapse(5 * MINUTE_MS);
  expect(await remember('second', { forSeconds: 86_400 })).toEqual(['second']);
});

it('is never older than a quarter of an hour where it decides what may be taken', async () => {
  const { remember } = listening();
  const taking = { decides: 'taking', forSeconds: 86_400 } as const;
  await remember('first');
  app.clock.elapse(15 * MINUTE_MS - 1_000);
  expect(await remember('second', taking)).toEqual(['first']);
  app.clock.elapse(1_000);
  expect(await remember('third', taking)).toEqual(['third']);
});

it('is kept for the life of a token where it decides nothing but how the target is talked to', async () => {
  const { remember } = listening();
  const manner = { decides: 'manner', forSeconds: 366 * 86_400 } as const;
  await remember('first', manner);
  app.clock.elapse(365 * 86_400_000 - 1_000);
  expect(await remember('second', manner)).toEqual(['first']);
  app.clock.elapse(1_000);
  expect(await remember('third', manner)).toEqual(['third']);
});

it('keeps facts apart, and their names to itself', async () => {
  const { remember } = listening();
  await remember('ann’s');
  expect(await remember('bob’s', { key: 'groups, seen by bob' })).toEqual(['bob’s']);
  expect(stored().map(([key]) => /^memory#[A-Za-z0-9-]+#[a-f0-9]{40}$/.test(key))).toEqual([true, true]);
});

it('is read anew when what was kept has another form', async () => {
  const { remember } = listening();
  await remember('first');
  overwrite({ at: app.clock.now().toISOString(), value: [7] });
  expect(await remember('second')).toEqual(['second']);
  overwrite('something else');
  expect(await remember('third')).toEqual(['third']);
});

it('is not believed when it comes from the future', async () => {
  const { remember } = listening();
  await remember('first');
  const later = new Date(app.clock.time() + MINUTE_MS).toISOString();
  overwrite({ at: later, value: ['late'] });
  expect(await remember('second')).toEqual(['second']);
});

it('what could not be read is not remembered', async () => {
  const { remember } = listening();
  const failing = app.run(async (ports) =>
    (await ports.installation()).remember(fact, () => Promise.reject(new Fault('target-unavailable', 'No.'))),
  );
  await expect(failing).rejects.toMatchObject({ code: 'target-unavailable' });
  expect(stored()).toEqual([]);
  expect(await remember('first')).toEqual(['first']);
});

it('what is too long for one record is read every time', async () => {
  const { read, remember } = listening();
  const long = 'x'.repeat(250_000);
  app.faults.declare(strike('set'));
  expect(await remember(long)).toEqual([long]);
  expect(await remember(long)).toEqual([long]);
  expect([read.length, stored()]).toEqual([2, []]);
  expect(app.faults.unfired()).toEqual(['set']);
});

it.each(['get', 'set'] as const)(
  'a store that fails to %s costs calls and nothing else',
  async (operation) => {
    const { remember } = listening();
    app.faults.declare(strike(operation));
    expect(await remember('first')).toEqual(['first']);
    expect(await remember('second')).toEqual(['second']);
    expect(app.faults.unfired()).toEqual([]);
  },
);
