import fc from 'fast-check';
import { countedFrom, endsAt, fixEnd, sayInstant, spanInWords, type EndContext } from '../../src/domain/end';
import type { Approval } from '../../src/domain/request';
import { MAX_HOURS } from '../../src/domain/rule';
import type { WantedEnd } from '../../src/domain/read-end';
import { later, noon } from './builders';

const context: EndContext = { now: noon, zone: 'Europe/Berlin', required: false };
const fixed = (end: WantedEnd, over: Partial<EndContext> = {}) => {
  const result = fixEnd(end, { ...context, ...over });
  return result.kind === 'fixed' ? result.until : result.code;
};
const dayIn = (zone: string, date: string, now = `${date}T00:00:00Z`) => {
  const until = fixed({ kind: 'date', date }, { zone, now: new Date(Date.parse(now) - 86_400_000) });
  return typeof until !== 'string' && until.kind === 'at' ? until.at.toISOString() : until;
};

describe('a date ends with that day where the beneficiary lives', () => {
  it.each([
    ['an ordinary day', 'Europe/Berlin', '2026-11-30', '2026-11-30T23:00:00.000Z'],
    ['UTC', 'UTC', '2026-11-30', '2026-12-01T00:00:00.000Z'],
    ['the day on which clocks go forward', 'Europe/Berlin', '2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['the day before it', 'Europe/Berlin', '2026-03-28', '2026-03-28T23:00:00.000Z'],
    ['the day on which clocks go back', 'Europe/Berlin', '2026-10-25', '2026-10-25T23:00:00.000Z'],
    ['the day before that', 'Europe/Berlin', '2026-10-24', '2026-10-24T22:00:00.000Z'],
    ['a leap day', 'America/New_York', '2028-02-29', '2028-03-01T05:00:00.000Z'],
    ['the end of the year', 'Asia/Tokyo', '2026-12-31', '2026-12-31T15:00:00.000Z'],
    ['half hours', 'Asia/Kolkata', '2026-06-10', '2026-06-10T18:30:00.000Z'],
    ['three quarters', 'Asia/Kathmandu', '2026-06-10', '2026-06-10T18:15:00.000Z'],
    ['a change of half an hour', 'Australia/Lord_Howe', '2026-04-05', '2026-04-05T13:30:00.000Z'],
    ['far in the east', 'Pacific/Kiritimati', '2026-06-10', '2026-06-10T10:00:00.000Z'],
    ['far in the west', 'Pacific/Pago_Pago', '2026-06-10', '2026-06-11T11:00:00.000Z'],
    ['a midnight that clocks skip', 'Africa/Cairo', '2026-04-23', '2026-04-23T22:00:00.000Z'],
    ['a midnight that comes twice', 'America/Havana', '2026-10-31', '2026-11-01T04:00:00.000Z'],
    ['a day that a zone left out', 'Pacific/Apia', '2011-12-29', '2011-12-30T10:00:00.000Z'],
    ['a zone that nobody knows', 'Mars/Olympus', '2026-06-10', '2026-06-11T00:00:00.000Z'],
    ['no zone at all', '', '2026-06-10', '2026-06-11T00:00:00.000Z'],
  ])('%s', (...[, zone, date, instant]) => {
    expect(dayIn(zone, date)).toBe(instant);
  });

  it.each([
    '2026-02-29',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '2026-04-01T00:00:00Z',
    '+02026-04-01',
    'tomorrow',
    '',
  ])('%j is no day', (date) => {
    expect(fixed({ kind: 'date', date })).toBe('end-unreadable');
  });

  it('the day’s last minute is before the end and the next day’s first is not, in any zone', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/St_Johns',
      'Asia/Kolkata',
      'Pacific/Chatham',
      'Africa/Casablanca',
    );
    const days = fc.integer({ min: 0, max: 3650 });
    fc.assert(
      fc.property(zones, days, (zone, day) => {
        const now = new Date(Date.UTC(2025, 0, 1 + day - 3));
        const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
        const until = fixed({ kind: 'date', date }, { zone, now });
        if (typeof until === 'string' || until.kind !== 'at') throw new Error('It has no end.');
        const local = (ms: number) =>
          new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(until.at.getTime() + ms);
        expect(local(-60_000)).toBe(date);
        expect(local(0) > date).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

it('a zone that nobody knows is told as UTC', () => {
  expect(fixed({ kind: 'date', date: '2026-06-10' }, { zone: 'Mars/Olympus' })).toMatchObject({
    zone: 'UTC',
  });
  expect(fixed({ kind: 'date', date: '2026-06-10' })).toMatchObject({ zone: 'Europe/Berlin' });
  expect(sayInstant(noon, 'Mars/Olympus')).toBe('2 Mar 2026, 12:00 (UTC, UTC+00:00)');
});

const justAfter = (ms: number) => new Date(noon.getTime() + ms);

it.each<[string, WantedEnd, Partial<EndContext>, unknown]>([
  ['none', { kind: 'never' }, {}, { kind: 'never' }],
  ['none where one is mandatory', { kind: 'never' }, { required: true }, 'end-missing'],
  ['eight hours', { kind: 'for', hours: 8 }, { maxHours: 8 }, { kind: 'for', hours: 8 }],
  ['a moment more than eight hours', { kind: 'for', hours: 8.001 }, { maxHours: 8 }, 'end-too-far'],
  ['longer than anything lasts', { kind: 'for', hours: MAX_HOURS + 1 }, {}, 'end-too-far'],
  ['no hours', { kind: 'for', hours: 0 }, {}, 'end-unreadable'],
  ['hours into the past', { kind: 'for', hours: -1 }, {}, 'end-unreadable'],
  ['no number of hours', { kind: 'for', hours: NaN }, {}, 'end-unreadable'],
  ['endless hours', { kind: 'for', hours: Infinity }, {}, 'end-too-far'],
  ['an instant', { kind: 'at', at: later(60) }, {}, { kind: 'at', at: later(60), zone: 'Europe/Berlin' }],
  ['this instant', { kind: 'at', at: noon }, {}, 'end-past'],
  ['the next one', { kind: 'at', at: justAfter(1) }, {}, expect.objectContaining({ kind: 'at' })],
  [
    'an instant at the limit',
    { kind: 'at', at: later(480) },
    { maxHours: 8 },
    expect.objectContaining({ kind: 'at' }),
  ],
  [
    'an instant after the limit',
    { kind: 'at', at: justAfter(8 * 3_600_000 + 1) },
    { maxHours: 8 },
    'end-too-far',
  ],
  ['an instant that is none', { kind: 'at', at: new Date(NaN) }, {}, 'end-unreadable'],
  ['yesterday', { kind: 'date', date: '2026-03-01' }, {}, 'end-past'],
  [
    'today',
    { kind: 'date', date: '2026-03-02' },
    {},
    expect.objectContaining({ at: new Date('2026-03-02T23:00:00Z') }),
  ],
  [
    'today, where it is tomorrow already',
    { kind: 'date', date: '2026-03-02' },
    { zone: 'Pacific/Kiritimati' },
    'end-past',
  ],
  ['a day in some thousand years', { kind: 'date', date: '9999-12-31' }, {}, 'end-too-far'],
])('the end is %s', (...[, end, over, expected]) => {
  expect(fixed(end, over)).toEqual(expected);
});

it.each([-5, 5])('a clock that is %i minutes off fixes the same end', (minutes) => {
  const end: WantedEnd = { kind: 'date', date: '2026-03-29' };
  expect(fixed(end, { now: later(minutes) })).toEqual(fixed(end));
});

it('why there can be no such end is told in words', () => {
  expect(fixEnd({ kind: 'for', hours: 99 }, { ...context, maxHours: 72 })).toMatchObject({
    text: 'The access can last at most 3 days.',
  });
});

it('a span counts from the approval, an instant does not', () => {
  expect(endsAt({ kind: 'never' }, noon)).toBeUndefined();
  expect(endsAt({ kind: 'for', hours: 1.5 }, noon)).toEqual(later(90));
  expect(endsAt({ kind: 'at', at: later(5), zone: 'UTC' }, noon)).toEqual(later(5));
});

it.each<[string, Approval, Date]>([
  ['a record, from when it was completed', { kind: 'record', id: '1', by: ['ann'], at: noon }, noon],
  ['a move, from when it was made', { kind: 'status', by: 'ann', at: noon, statusId: 's' }, noon],
  ['an exemption, from now', { kind: 'exempt', groupId: 'g' }, later(9)],
  [
    'what a clock that is ahead says, from now',
    { kind: 'record', id: '1', by: ['ann'], at: later(10) },
    later(9),
  ],
])('a span is counted by %s', (_what, approval, from) => {
  expect(countedFrom(approval, later(9))).toEqual(from);
});

it('hours are hours, whatever the clocks do in between', () => {
  const at = endsAt({ kind: 'for', hours: 8 }, new Date('2026-03-28T23:00:00Z'));
  expect(at && sayInstant(at, 'Europe/Berlin')).toBe('29 Mar 2026, 09:00 (Europe/Berlin, UTC+02:00)');
});

it.each([
  ['2026-11-30T23:00:00Z', 'Europe/Berlin', '1 Dec 2026, 00:00 (Europe/Berlin, UTC+01:00)'],
  ['2026-09-05T08:05:00Z', 'UTC', '5 Sep 2026, 08:05 (UTC, UTC+00:00)'],
  ['2026-06-10T18:15:00Z', 'Asia/Kathmandu', '11 Jun 2026, 00:00 (Asia/Kathmandu, UTC+05:45)'],
  ['2026-07-01T12:00:00Z', 'America/St_Johns', '1 Jul 2026, 09:30 (America/St_Johns, UTC-02:30)'],
  ['2026-10-25T00:30:00Z', 'Europe/Berlin', '25 Oct 2026, 02:30 (Europe/Berlin, UTC+02:00)'],
  ['2026-10-25T01:30:00Z', 'Europe/Berlin', '25 Oct 2026, 02:30 (Europe/Berlin, UTC+01:00)'],
])('%s in %s is %s', (instant, zone, words) => {
  expect(sayInstant(new Date(instant), zone)).toBe(words);
});

it.each([
  [0.5, '0.5 hours'],
  [1, '1 hour'],
  [24, '24 hours'],
  [48, '2 days'],
  [50, '50 hours'],
  [2160, '90 days'],
])('%d hours are told as %s', (hours, words) => {
  expect(spanInWords(hours)).toBe(words);
});
