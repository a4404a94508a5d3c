import type { AsyncEvent } from '@forge/events';
import { busyStage, forgeEvents, push, type Functions } from './busy-stage';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type RetryContext = NonNullable<AsyncEvent['retryContext']>;

interface Given {
  readonly body: { readonly key: string };
  readonly retryContext?: RetryContext;
}
const given = (argument: unknown) => argument as Given;
const bodies = (...keys: readonly string[]) => keys.map((key) => ({ body: { key } }));

it('a consumer that throws gets the event again, later and later, for a day, and knows it', async () => {
  const tries: number[] = [];
  const told: (RetryContext | undefined)[] = [];
  const stage = busyStage({
    resolver: () => push({ body: { key: 'a' } }),
    work: (argument) => {
      tries.push(stage.clock.time());
      told.push(given(argument).retryContext);
      throw new Error('no luck');
    },
  });
  await stage.call();
  const start = stage.clock.time();
  await stage.advance(30 * HOUR);
  const waits = tries.slice(1).map((at, index) => (at - (tries[index] ?? 0)) / 1_000);
  expect(waits.slice(0, 9)).toEqual([4, 8, 16, 32, 64, 128, 256, 512, 900]);
  expect(Math.max(...waits)).toBe(900);
  expect((tries.at(-1) ?? 0) - start).toBeGreaterThan(23.5 * HOUR);
  expect((tries.at(-1) ?? 0) - start).toBeLessThanOrEqual(24 * HOUR);
  expect(told.slice(0, 2)).toEqual([
    undefined,
    {
      retryCount: 1,
      retryReason: expect.any(String) as string,
      retentionWindow: { startTime: '2026-01-05T12:00:00.000Z', remainingTimeMs: 24 * HOUR - 4_000 },
    },
  ]);
  expect(stage.host.waiting()).toEqual([]);
});

it.each<[string, Functions['work']]>([
  ['runs out of time', () => new Promise((late) => globalThis.setTimeout(late, 56_000))],
  ['asks for it', () => new (forgeEvents().InvocationError)()],
])('a consumer that %s gets the event again', async (_how, first) => {
  let runs = 0;
  const { call, advance, ran } = busyStage({
    resolver: () => push({ body: { key: 'a' } }),
    work: (argument, context) => ((runs += 1) === 1 ? first?.(argument, context) : undefined),
  });
  await call();
  await advance(HOUR);
  expect(ran()).toHaveLength(3);
});

it('may ask more than four times to be run again, after at most 15 minutes, with what it wants to know', async () => {
  const told: unknown[] = [];
  const { call, advance } = busyStage({
    resolver: () => push({ body: { key: 'a' } }),
    work: (argument) => {
      const { retryContext } = given(argument);
      told.push(retryContext?.retryData as unknown);
      const { InvocationError, InvocationErrorCode } = forgeEvents();
      const retryReason = InvocationErrorCode.FUNCTION_RETRY_REQUEST;
      return new InvocationError({ retryAfter: 86_400, retryReason, retryData: { n: told.length } });
    },
  });
  await call();
  await advance(90 * MINUTE);
  expect(told).toEqual([undefined, { n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }, { n: 5 }, { n: 6 }]);
});

it.each<[string, number, object]>([
  ['retryData of more than 4 KB', 10, { text: 'x'.repeat(4_096) }],
  ['a body that leaves no room for it', 200 * 1_024 - 100, { text: 'x'.repeat(200) }],
])('an event that is to be retried with %s is lost', async (_what, size, retryData) => {
  const { call, advance, ran } = busyStage({
    resolver: () => push({ body: { key: 'x'.repeat(size) } }),
    work: () => {
      const { InvocationError, InvocationErrorCode } = forgeEvents();
      const retryReason = InvocationErrorCode.FUNCTION_RETRY_REQUEST;
      return new InvocationError({ retryAfter: 1, retryReason, retryData });
    },
  });
  await call();
  await advance(HOUR);
  expect(ran()).toEqual(['resolver ok', 'work ok']);
});

it('a declared fault before the consumer keeps it from running now, one after it makes it run again', async () => {
  const { call, advance, ran, faults } = busyStage({ resolver: () => push({ body: { key: 'a' } }) });
  const match = { service: 'queue', operation: 'work', key: 'a', attempt: 1 } as const;
  faults.declare(
    { id: 'before', match, effect: { kind: 'crash' } },
    { id: 'after', match: { ...match, phase: 'after' }, effect: { kind: 'lose-response' } },
  );
  await call();
  await advance(HOUR);
  expect(ran()).toEqual(['resolver ok', 'work ok', 'work ok']);
  expect(faults.unfired()).toEqual([]);
});

it('what was cancelled while it ran is not run again', async () => {
  const { call, advance, ran } = busyStage({
    resolver: () => push(bodies('a')),
    work: async (argument) => {
      await new (forgeEvents().Queue)({ key: 'work' }).cancel((argument as { jobId: string }).jobId);
      throw new Error('no luck');
    },
  });
  await call();
  await advance(HOUR);
  expect(ran()).toEqual(['resolver ok', 'work failed']);
});

it('what a consumer does to its argument is not there at the next try', async () => {
  const seen: unknown[] = [];
  const { call, advance } = busyStage({
    resolver: () => push(bodies('a')),
    work: (argument) => {
      const { body } = given(argument);
      seen.push({ ...body });
      Object.assign(body, { key: 'changed' });
      if (seen.length === 1) throw new Error('no luck');
    },
  });
  await call();
  await advance(HOUR);
  expect(seen).toEqual([{ key: 'a' }, { key: 'a' }]);
});
