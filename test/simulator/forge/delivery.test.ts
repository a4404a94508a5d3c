import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualClock } from '../../../tools/simulator/clock';
import { busyStage, push } from './busy-stage';

const bodyOf = (argument: unknown) => (argument as { body: unknown }).body;

it('takes an issue event through its trigger and a queue to the consumer', async () => {
  const seen: unknown[] = [];
  const { tell, host, advance, ran } = busyStage({
    onIssue: (event) => push({ body: { key: 'a', issue: (event as { issue: { id: string } }).issue.id } }),
    work: (argument) => void seen.push(argument),
  });
  tell();
  await host.settle();
  expect(ran()).toEqual([]);
  await advance(2_000);
  expect(ran()).toEqual(['on-issue ok', 'work ok']);
  expect(seen).toEqual([
    {
      body: { key: 'a', issue: '10001' },
      jobId: expect.any(String) as string,
      eventId: expect.any(String) as string,
      queueName: 'work',
    },
  ]);
});

it('records what triggers and consumers did, with their calls and what they were about', async () => {
  const { tell, host, advance } = busyStage({ onIssue: () => push({ body: { key: 'a' } }) });
  tell();
  await advance(2_000);
  expect(host.invocations()).toMatchObject([
    {
      moduleKey: 'on-issue',
      delivery: { kind: 'event', name: 'avi:jira:updated:issue', key: '10001', tries: 0 },
      siteCalls: [{ service: 'queue', operation: 'publish work', via: 'asApp', status: 201 }],
    },
    { moduleKey: 'worker', delivery: { kind: 'queue', name: 'work', key: 'a', tries: 0 } },
  ]);
});

it('delivers after a restart what was pushed before it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forge-queue-'));
  const first = busyStage({ folder, resolver: () => push({ body: { n: 1 }, delayInSeconds: 10 }) });
  await first.call();
  first.host.close();
  const seen: unknown[] = [];
  const clock = new VirtualClock({ start: first.clock.now() });
  const second = busyStage({ folder, clock, work: (argument) => void seen.push(bodyOf(argument)) });
  second.host.install(second.installation);
  await second.advance(9_999);
  expect(seen).toEqual([]);
  await second.advance(1);
  expect(seen).toEqual([{ n: 1 }]);
  second.host.close();
  rmSync(folder, { recursive: true });
});

it('redelivers a queued event whose consumer crashed, with nothing after the crash', async () => {
  const steps: string[] = [];
  const { call, advance, faults, ran } = busyStage({
    resolver: () => push({ body: { key: 'a' } }),
    work: async () => {
      steps.push('began');
      await push({ body: {} }, 'long-work');
      steps.push('went on');
    },
  });
  faults.declare({
    id: 'died',
    match: { service: 'queue', operation: 'publish long-work', attempt: 1, phase: 'after' },
    effect: { kind: 'crash' },
  });
  await call();
  await advance(10_000);
  expect(steps).toEqual(['began', 'began', 'went on']);
  expect(ran()).toEqual(['resolver ok', 'work crashed', 'long-work ok', 'work ok', 'long-work ok']);
  expect(faults.unfired()).toEqual([]);
});

it('does not redeliver a product event whose trigger crashed', async () => {
  const { tell, advance, faults, ran } = busyStage({ onIssue: () => push({ body: {} }) });
  faults.declare({ id: 'died', match: { service: 'queue' }, effect: { kind: 'crash' } });
  tell();
  await advance(3_600_000);
  expect(ran()).toEqual(['on-issue crashed']);
});

it('while the clock flows several deliveries run at once, and time is not moved on under them', async () => {
  const clock = new VirtualClock({ flowing: true });
  const { call, host, ran } = busyStage({
    clock,
    resolver: () => push(Array.from({ length: 12 }, () => ({ body: {} }))),
  });
  await call();
  await host.settle();
  expect(ran()).toHaveLength(13);
  await call();
  await host.advance(8 * 3_600_000);
  expect(ran().filter((line) => line === 'work ok')).toHaveLength(24);
});

it('what was told before a restart reaches the triggers after it, and a second run is not made of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forge-event-'));
  const first = busyStage({ folder });
  first.tell();
  first.host.close();
  const runs = async () => {
    const clock = new VirtualClock({ start: first.clock.now() });
    const { host, installation, advance, ran } = busyStage({ folder, clock });
    host.install(installation);
    await advance(2_000);
    host.close();
    return ran();
  };
  expect([await runs(), await runs()]).toEqual([['on-issue ok'], []]);
  rmSync(folder, { recursive: true });
});

it('how often something was tried is not forgotten over a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forge-tries-'));
  const failing = () => {
    throw new Error('no luck');
  };
  const first = busyStage({ folder, resolver: () => push({ body: {} }), work: failing });
  await first.call();
  await first.advance(10_000);
  first.host.close();
  const clock = new VirtualClock({ start: first.clock.now() });
  const second = busyStage({ folder, clock });
  expect(second.host.waiting()).toMatchObject([{ tries: 2, retry: { retryCount: 2 } }]);
  second.host.close();
  rmSync(folder, { recursive: true });
});

it('a host that is closed while a consumer runs leaves its event to the next one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forge-closed-'));
  const first = busyStage({ folder, resolver: () => push({ body: {} }), work: () => first.host.close() });
  await first.call();
  await first.host.settle();
  const clock = new VirtualClock({ start: first.clock.now() });
  const second = busyStage({ folder, clock });
  expect(second.host.waiting()).toMatchObject([{ tries: 0 }]);
  second.host.close();
  rmSync(folder, { recursive: true });
});

it('moving a flowing clock on waits for what is being delivered', async () => {
  const { call, host, ran } = busyStage({
    clock: new VirtualClock({ flowing: true }),
    resolver: () => push({ body: {} }),
    work: () => new Promise((later) => globalThis.setTimeout(later, 20)),
  });
  await call();
  const settling = host.settle();
  await host.advance(8 * 3_600_000);
  await settling;
  expect(ran()).toEqual(['resolver ok', 'work ok']);
});
