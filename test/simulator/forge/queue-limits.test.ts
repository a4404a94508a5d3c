import { busyStage, forgeEvents, push } from './busy-stage';
import { platformFetch } from './stage';

/** What a push of the app comes to: `fine`, or the name and words of its error. */
const outcome = async (act: () => Promise<unknown>): Promise<string> => {
  try {
    await act();
    return 'fine';
  } catch (error) {
    return error instanceof Error ? `${error.constructor.name}: ${error.message}` : String(error);
  }
};
const many = (count: number) => Array.from({ length: count }, () => ({ body: { key: 'a' } }));
const large = (kb: number) => ({ body: { text: 'x'.repeat(kb * 1_024) } });

async function trying(act: () => Promise<unknown>) {
  const said: string[] = [];
  const stage = busyStage({ resolver: async () => void said.push(await outcome(act)) });
  await stage.call();
  return { ...stage, said };
}

it.each<[string, string, () => Promise<unknown>]>([
  [
    'an event over 100 KB for a consumer that runs long',
    'PayloadTooBigError',
    () => push(large(101), 'long-work'),
  ],
  ['more than 200 KB', 'PayloadTooBigError', () => push([large(101), large(101)])],
  ['a queue that nobody listens to', 'InternalServerError', () => push({ body: {} }, 'nowhere')],
  [
    'a concurrency limit of none',
    'InternalServerError',
    () => push({ body: {}, concurrency: { key: 'a', limit: 0 } }),
  ],
])('refuses %s with %s', async (_what, name, act) => {
  const { said, host } = await trying(act);
  expect(said).toEqual([expect.stringContaining(name)]);
  expect(host.waiting()).toEqual([]);
});

it('takes an event over 100 KB for a consumer that does not run long', async () => {
  expect((await trying(() => push(large(101)))).said).toEqual(['fine']);
});

const request = (payload: unknown) => ({
  queueName: 'work',
  jobId: 'job',
  type: 'avi:forge:app:event',
  schema: 'ari:cloud:ecosystem::forge/app-event-2',
  time: '2026-01-05T12:00:00.000Z',
  payload,
});
const PATH = '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}';

it.each<[string, unknown, number?]>([
  ['more than 50 events', many(51)],
  ['no event', []],
  ['a delay of more than 15 minutes', [{ body: {}, delayInSeconds: 901 }]],
  ['a body that is no object', [{ body: 'text' }]],
  ['more than 200 KB', [large(101), large(101)], 413],
])('refuses %s even from who goes around the package', async (_what, payload, status = 400) => {
  const statuses: number[] = [];
  const { call } = busyStage({
    resolver: async () => {
      const target = { type: 'fpp', provider: 'app', remote: 'stargate' };
      const init = { method: 'POST', body: JSON.stringify(request(payload)) };
      statuses.push((await platformFetch(target, PATH, init)).status);
    },
  });
  await call();
  expect(statuses).toEqual([status]);
});

it('takes 500 events a minute and no more, counted for each minute anew', async () => {
  const said: string[] = [];
  const { call, clock } = busyStage({
    resolver: async () => {
      for (let pushes = 0; pushes < 10; pushes += 1) await push(many(50));
      said.push(await outcome(() => push(many(1))));
    },
  });
  await call();
  clock.elapse(60_000);
  await call();
  expect(said).toEqual(['RateLimitError: Too many requests.', 'RateLimitError: Too many requests.']);
});

it('ends a chain of events that never ends by itself', async () => {
  const stage = busyStage({
    resolver: () => push({ body: {}, delayInSeconds: 1 }),
    work: () =>
      push({ body: {}, delayInSeconds: 1 }).catch((error: unknown) =>
        console.log(String(error instanceof forgeEvents().InvocationLimitReachedError)),
      ),
  });
  await stage.call();
  await stage.advance(2_000_000);
  expect(stage.ran()).toHaveLength(1_001);
  expect(stage.host.invocations().at(-1)?.logs).toEqual(['LOG true']);
});

it('tells which events of a push were not taken, and takes the others', async () => {
  const failed: unknown[] = [];
  const { call, host } = busyStage({
    resolver: () =>
      push([{ body: { key: 'a' } }, { body: { key: 'b' } }]).catch((error: unknown) => {
        if (error instanceof forgeEvents().PartialSuccessError) failed.push(...error.failedEvents);
      }),
  });
  host.queues.refused = ({ key }) => key === 'b';
  await call();
  expect(failed).toMatchObject([{ payload: { body: { key: 'b' } } }]);
  expect(host.waiting()).toMatchObject([{ key: 'a' }]);
});

it('answers a push with a declared error, and a lost answer does not undo it', async () => {
  const said: string[] = [];
  const { call, host, faults } = busyStage({
    resolver: async () => void said.push(await outcome(() => push({ body: { key: 'a' } }))),
  });
  const match = { service: 'queue', operation: 'publish work', attempt: 1 } as const;
  faults.declare({ id: 'full', match, effect: { kind: 'error', status: 429 } });
  faults.declare({ id: 'lost', match: { ...match, phase: 'after' }, effect: { kind: 'lose-response' } });
  await call();
  expect(host.waiting()).toHaveLength(0);
  await call();
  expect(said).toEqual(['RateLimitError: Too many requests.', 'TypeError: fetch failed']);
  expect(host.waiting()).toHaveLength(1);
});
