import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualClock } from '../../../tools/simulator/clock';
import { nextStart } from '../../../tools/simulator/forge/schedules';
import { busyStage } from './busy-stage';
import { forgeApi, stage } from './stage';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

it('starts a daily schedule about five minutes after the installation and then every day', async () => {
  const { host, installation, clock } = stage();
  host.install(installation);
  await clock.advance(5 * MINUTE - 1);
  expect(host.invocations()).toHaveLength(0);
  await clock.advance(3 * DAY);
  expect(host.invocations().map(({ at, function: key }) => [at, key])).toEqual([
    ['2026-01-05T12:05:00.000Z', 'on-day'],
    ['2026-01-06T12:05:00.000Z', 'on-day'],
    ['2026-01-07T12:05:00.000Z', 'on-day'],
  ]);
});

it('does not retry a run that failed, and still starts the next one', async () => {
  let runs = 0;
  const { host, installation, clock } = stage({
    onDay: () => {
      runs += 1;
      throw new Error('no luck');
    },
  });
  host.install(installation);
  await clock.advance(DAY - 1);
  expect(runs).toBe(1);
  await clock.advance(DAY);
  expect(runs).toBe(2);
  expect(host.invocations().map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
});

it('runs for the installation, with nobody as principal', async () => {
  const seen: unknown[] = [];
  const { host, installation } = stage({
    onDay: (payload, context) => {
      seen.push(payload, context, forgeApi().getAppContext().moduleKey);
    },
  });
  await host.runSchedule(installation, 'daily');
  expect(seen).toEqual([
    { context: { cloudId: 'cloud-a', moduleKey: 'daily' }, contextToken: expect.any(String) as string },
    expect.not.objectContaining({ principal: expect.anything() as unknown }) as unknown,
    'daily',
  ]);
  await expect(host.runSchedule(installation, 'nightly')).rejects.toMatchObject({ outcome: 'refused' });
});

it('keeps its rhythm over a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forge-host-'));
  const first = stage({ folder });
  first.host.install(first.installation);
  await first.clock.advance(10 * MINUTE);
  first.host.close();
  const clock = new VirtualClock({ start: first.clock.now() });
  const second = stage({ folder, clock });
  second.host.install(second.installation);
  await clock.advance(DAY);
  expect(second.host.invocations().map(({ at }) => at)).toEqual(['2026-01-06T12:05:00.000Z']);
  second.host.close();
  rmSync(folder, { recursive: true });
});

it('stops with its host', async () => {
  const { host, installation, clock } = stage();
  host.install(installation);
  host.close();
  await clock.advance(2 * DAY);
  expect(host.invocations()).toEqual([]);
});

it.each([
  [0, 5],
  [5, 15],
  [14, 15],
  [26, 35],
])('after %i minutes a schedule of ten minutes starts next at minute %i', (now, next) => {
  expect(nextStart(0, 10 * MINUTE, now * MINUTE)).toBe(next * MINUTE);
});

it('may run every five minutes, and stands still while it is stopped', async () => {
  const { host, installation, advance, ran } = busyStage();
  host.install(installation);
  await advance(20 * MINUTE);
  expect(ran()).toHaveLength(4);
  host.stoppedSchedules.add('often');
  await advance(60 * MINUTE);
  expect(ran()).toHaveLength(4);
  await host.runSchedule(installation, 'often');
  host.stoppedSchedules.delete('often');
  await advance(5 * MINUTE);
  expect(ran()).toHaveLength(6);
});

it('does not start for an installation whose licence has ended, if its filter asks for one', async () => {
  const runsOf = async (over: object) => {
    const { host, installation, advance, ran } = busyStage({ manifestPath: `${__dirname}/paid-app.yml` });
    host.install({ ...installation, ...over });
    await advance(2 * DAY);
    return ran().length;
  };
  expect(await runsOf({ environmentType: 'PRODUCTION', licenseActive: false })).toBe(0);
  expect(await runsOf({ environmentType: 'PRODUCTION' })).toBe(2);
  expect(await runsOf({ licenseActive: false })).toBe(2);
});
