import { daysLeft, expiryLevel, warningDue } from '../../src/domain/token-expiry';

const noon = new Date('2026-03-01T12:00:00Z');

it.each([
  ['2026-03-01', 0],
  ['2026-03-02', 1],
  ['2026-02-28', -1],
  ['2026-03-31', 30],
  ['2027-03-01', 365],
  ['2028-02-29', 730],
])('%s is %i days away', (on, days) => {
  expect(daysLeft(on, noon)).toBe(days);
});

it('counts calendar days, whatever the hour', () => {
  expect(daysLeft('2026-03-02', new Date('2026-03-01T00:00:00Z'))).toBe(1);
  expect(daysLeft('2026-03-02', new Date('2026-03-01T23:59:59Z'))).toBe(1);
});

it.each([
  [31, 'none'],
  [30, 'notice'],
  [15, 'notice'],
  [14, 'soon'],
  [8, 'soon'],
  [7, 'urgent'],
  [2, 'urgent'],
  [1, 'last-day'],
  [0, 'last-day'],
  [-1, 'expired'],
])('%i days left is %s', (days, level) => {
  expect(expiryLevel(days)).toBe(level);
});

it('warns at 30, 14, 7 and 1 days, each once', () => {
  const given: number[] = [];
  for (let days = 40; days >= -3; days -= 1) {
    const due = warningDue(days, given.at(-1));
    if (due !== undefined) given.push(due);
  }
  expect(given).toEqual([30, 14, 7, 1]);
});

it('a warning that nobody could give in time is made up for by the next one, and only by that', () => {
  expect(warningDue(5, undefined)).toBe(7);
  expect(warningDue(5, 7)).toBeUndefined();
  expect(warningDue(0, 30)).toBe(1);
});
