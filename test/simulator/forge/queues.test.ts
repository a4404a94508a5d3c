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
const keyOf = (argument: unknown) => given(argument).body.key;
const bodies = (...keys: readonly string[]) => keys.map((key) => ({ body: { key } }));

it('delivers after the delay that the push asked for', async () => {
  const { call, advance, ran } = busyStage({ resolver: () => push({ body: {}, delayInSeconds: 900 }) });
  await call();
  await advance(900_000 - 1);
  expect(ran()).toEqual(['resolver ok']);
  await advance(1);
  expect(ran()).toEqual(['resolver ok', 'work ok']);
});

it('keeps no order, and may deliver twice', async () => {
  const seen: string[] = [];
  const { call, host } = busyStage({
    resolver: () => push(bodies('a', 'b', 'c')),
    work: (argument) => void seen.push(keyOf(argument)),
  });
  host.queues.pick = (due) => due - 1;
  host.queues.duplicates = ({ key }) => (key === 'b' ? 1 : 0);
  await call();
  await host.settle();
  expect(seen).toEqual(['c', 'b', 'b', 'a']);
});

/** Shows how many consumers run at the same time. */
function crowd() {
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, (running += 1));
    await new Promise((later) => globalThis.setTimeout(later, 1_000));
    running -= 1;
  };
  return { work, most: () => most };
}

it('runs one at a time, or several at once when that is asked for', async () => {
  const one = crowd();
  const single = busyStage({ resolver: () => push(bodies('a', 'b', 'c')), work: one.work });
  await single.call();
  await single.host.settle();
  expect(one.most()).toBe(1);
  const three = crowd();
  const several = busyStage({ resolver: () => push(bodies('a', 'b', 'c', 'd')), work: three.work });
  several.host.queues.parallel = 3;
  await several.call();
  await several.host.settle();
  expect(three.most()).toBe(3);
  expect(several.ran()).toHaveLength(5);
});

it('events of one concurrency key share its limit over all queues', async () => {
  const two = crowd();
  const concurrency = { key: 'site', limit: 2 };
  const { call, host, ran } = busyStage({
    resolver: async () => {
      await push(bodies('a', 'b').map((event) => ({ ...event, concurrency })));
      await push(
        bodies('c', 'd').map((event) => ({ ...event, concurrency })),
        'long-work',
      );
    },
    work: two.work,
    longWork: two.work,
  });
  host.queues.parallel = 10;
  await call();
  await host.settle();
  expect(two.most()).toBe(2);
  expect(ran()).toHaveLength(5);
});

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

it('lets a consumer run for 55 seconds, or as long as its function declares', async () => {
  const forSeconds = (s: number) => () => new Promise((done) => globalThis.setTimeout(done, s * 1_000));
  const { call, host, ran } = busyStage({
    resolver: () => push({ body: {} }).then(() => push({ body: {} }, 'long-work')),
    work: forSeconds(54),
    longWork: forSeconds(299),
  });
  await call();
  await host.settle();
  expect(ran().slice(0, 3)).toEqual(['resolver ok', 'work ok', 'long-work ok']);
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
  expect(ran()).toEqual(['resolver ok', 'work ok']);
  expect(faults.unfired()).toEqual([]);
});

it('tells how a job is going, and cancels what has not started', async () => {
  const seen: unknown[] = [];
  let jobId = '';
  const steps: (() => Promise<unknown>)[] = [
    async () => ({ jobId } = await push([...bodies('a'), { body: { key: 'b' }, delayInSeconds: 60 }])),
    async () => seen.push(await queue().getStats(jobId)),
    async () => queue().cancel(jobId),
    async () => seen.push(await queue().getStats(jobId)),
    async () =>
      queue()
        .getStats('another')
        .catch((error: unknown) => seen.push(error)),
  ];
  const queue = () => new (forgeEvents().Queue)({ key: 'work' });
  const { call, advance, ran } = busyStage({ resolver: () => steps.shift()?.() });
  await call();
  await advance(1_000);
  while (steps.length > 0) await call();
  await advance(HOUR);
  expect(seen).toEqual([
    { success: 1, inProgress: 1, failed: 0 },
    { success: 1, inProgress: 0, failed: 0 },
    expect.any(forgeEvents().JobDoesNotExistError) as unknown,
  ]);
  expect(ran().filter((line) => line.startsWith('work'))).toEqual(['work ok']);
});
