import { busyStage, forgeEvents, push } from './busy-stage';

const HOUR = 3_600_000;

const keyOf = (argument: unknown) => (argument as { body: { key: string } }).body.key;
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

it('each installation has its own limit', async () => {
  const both = crowd();
  const { host, installation } = busyStage({
    resolver: () =>
      push(bodies('a', 'b').map((event) => ({ ...event, concurrency: { key: 'site', limit: 1 } }))),
    work: both.work,
  });
  host.queues.parallel = 10;
  const principal = { accountId: 'ann', accountType: 'licensed' } as const;
  for (const id of ['one', 'other'])
    await host.invoke({ ...installation, id }, { moduleKey: 'home', functionKey: 'act', principal });
  await host.settle();
  expect(both.most()).toBe(2);
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
