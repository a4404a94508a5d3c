import { localTime, momentOf } from '../../../tools/simulator/shell/zone-time';

it.each([
  ['2026-01-05T12:00', 'Europe/Berlin', '2026-01-05T12:00:00.000+0100'],
  ['2026-07-01T10:00', 'Europe/Berlin', '2026-07-01T10:00:00.000+0200'],
  ['2026-07-01T10:00', 'Etc/UTC', '2026-07-01T10:00:00.000+0000'],
  ['2026-07-01T10:00', 'Asia/Kolkata', '2026-07-01T10:00:00.000+0530'],
  ['2026-07-01T10:00', 'Pacific/Kiritimati', '2026-07-01T10:00:00.000+1400'],
])('%s in %s is %s', (local, zone, moment) => {
  expect(momentOf(local, zone)).toBe(moment);
  expect(localTime(new Date(moment), zone)).toBe(local);
});

it('takes an hour that comes twice for the first one, and one that is left out for the one after', () => {
  expect(momentOf('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T02:30:00.000+0200');
  const left = new Date(momentOf('2026-03-29T02:30', 'Europe/Berlin') ?? '');
  expect(localTime(left, 'Europe/Berlin')).toBe('2026-03-29T03:30');
});

it.each(['', 'tomorrow', '2026-13-40T10:00', '2026-01-05'])('is no time: "%s"', (text) => {
  expect(momentOf(text, 'Europe/Berlin')).toBeUndefined();
});
