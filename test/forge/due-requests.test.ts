import { findDueRequests } from '../../src/app/find-due';
import type { AccessRequest } from '../../src/domain/request';
import { inApp } from './in-app';
import { aRequest } from './records';

const MINUTE = 60_000;
const BATCH = 10;

it('requests for which nothing changes stand before others for a few rounds, and not for ever', async () => {
  const app = inApp();
  const now = app.clock.time();
  const stuck = Array.from({ length: 450 }, (_, index) =>
    aRequest({ issueId: `${30_000 + index}`, state: 'approved', wakeAt: new Date(now - 90 * MINUTE) }),
  );
  const later = aRequest({ issueId: '20001', state: 'declined', wakeAt: new Date(now - MINUTE) });
  await keep(app, [...stuck, later]);
  const rounds: (readonly string[])[] = [];
  for (let round = 0; round < 3; round += 1) {
    rounds.push(await app.run((ports) => findDueRequests(ports, ports.clock.now(), 5 * MINUTE)));
    app.clock.elapse(5 * MINUTE);
  }
  expect(rounds.filter((ids) => ids.includes(later.issueId))).toHaveLength(1);
  expect(new Set(rounds.flat()).size).toBe(451);
  app.close();
});

it('those that nobody could be asked about come in turn beside the others, and in time for a deadline', async () => {
  const app = inApp();
  const now = app.clock.time();
  const unasked = Array.from({ length: 200 }, (_, index) =>
    aRequest({
      issueId: `${30_000 + index}`,
      state: 'awaiting-approval',
      asking: { round: 1, refilled: false, unasked: 'ask-refused' },
      wakeAt: new Date(now - 90 * MINUTE),
    }),
  );
  const late = aRequest({
    ...unasked[0],
    issueId: '20001',
    cancelAt: new Date(now - MINUTE),
    wakeAt: new Date(now - MINUTE),
  });
  const others = Array.from({ length: 30 }, (_, index) =>
    aRequest({ issueId: `${40_000 + index}`, state: 'approved', wakeAt: new Date(now - MINUTE) }),
  );
  await keep(app, [...unasked, late, ...others]);
  const looked = new Set<string>();
  for (let round = 0; round < 5; round += 1) {
    const ids = await app.run((ports) => findDueRequests(ports, ports.clock.now(), 5 * MINUTE));
    expect([late, ...others].filter(({ issueId }) => !ids.includes(issueId))).toEqual([]);
    expect(ids.length).toBeLessThan(31 + 80);
    ids.forEach((id) => looked.add(id));
    app.clock.elapse(5 * MINUTE);
  }
  expect(looked.size).toBe(231);
  app.close();
});

async function keep(app: ReturnType<typeof inApp>, requests: readonly AccessRequest[]): Promise<void> {
  for (let at = 0; at < requests.length; at += BATCH)
    await app.run(({ commit }) => commit(changeTo(requests.slice(at, at + BATCH))));
}

const changeTo = (requests: readonly AccessRequest[]) => ({
  guards: [],
  puts: requests.map((value) => ({ kind: 'request', value }) as const),
  drops: [],
  events: [
    {
      id: `event-${requests[0]?.issueId ?? ''}`,
      schema: 1,
      what: 'request.provisioning',
      at: new Date('2026-01-05T12:00:00.000Z'),
      by: { kind: 'event' },
      on: 'request#20001',
      detail: {},
    } as const,
  ] as const,
});
