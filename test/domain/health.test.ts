import { isAccepted, type CheckLine, type CheckOutcome } from '../../src/domain/check';
import { breaksCredential, healthOf } from '../../src/domain/health';
import { faultCodes } from '../../src/domain/fault';
import { isDiscardable, isOpen, type Draft } from '../../src/domain/draft';

const lines = (...outcomes: CheckOutcome[]): CheckLine[] =>
  outcomes.map((outcome, index) => ({ key: `line-${index}`, label: '', finding: '', outcome }));

it.each<{ what: string; outcomes: CheckOutcome[]; health: string; accepted: boolean }>([
  { what: 'all passed', outcomes: ['passed', 'passed'], health: 'healthy', accepted: true },
  { what: 'one warned', outcomes: ['passed', 'warned'], health: 'warning', accepted: true },
  {
    what: 'one failed',
    outcomes: ['passed', 'warned', 'failed', 'skipped'],
    health: 'broken',
    accepted: false,
  },
  { what: 'nothing checked', outcomes: [], health: 'broken', accepted: false },
])('$what: $health', ({ outcomes, health, accepted }) => {
  expect(healthOf(lines(...outcomes))).toBe(health);
  expect(isAccepted(lines(...outcomes))).toBe(accepted);
});

it('a check that was skipped accepts nobody', () => {
  expect(isAccepted(lines('passed', 'skipped'))).toBe(false);
});

it('only a refused credential breaks a connection', () => {
  expect(faultCodes.filter(breaksCredential)).toEqual(['target-unauthorized', 'target-forbidden']);
});

const at = new Date('2026-01-05T12:00:00Z');
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const draft: Draft = {
  id: 'd',
  state: 'open',
  connector: 'c',
  by: 'ann',
  expiresAt: later(30),
};

it('a draft is open to whoever made it, for half an hour', () => {
  expect(isOpen(draft, 'ann', later(29))).toBe(true);
  expect(isOpen(draft, 'ann', later(30))).toBe(false);
  expect(isOpen(draft, 'eve', at)).toBe(false);
  expect(isOpen({ ...draft, state: 'retired' }, 'ann', at)).toBe(false);
});

it('the sweep leaves a margin to whoever is just using a draft', () => {
  expect(isDiscardable(draft, later(31))).toBe(false);
  expect(isDiscardable(draft, later(35))).toBe(true);
  expect(isDiscardable({ ...draft, state: 'retired' }, at)).toBe(true);
});
