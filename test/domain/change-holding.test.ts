import {
  gave,
  heldBeforeUs,
  intend,
  letGo,
  mayStart,
  mustTake,
  startTaking,
  stepBack,
  took,
} from '../../src/domain/change-holding';
import type { Holding, Lease } from '../../src/domain/holding';
import { later, noon } from './builders';

const pair = { id: 'pair', accountId: 'bob', resourceId: 'readers' };
const lease = (grantId: string, over: Partial<Lease> = {}): Lease => ({
  grantId,
  act: 'give',
  until: later(3),
  ...over,
});
const aHolding = (
  stages: Readonly<Record<string, Holding['grants'][number]['stage']>>,
  over: Partial<Holding> = {},
) => ({
  ...pair,
  version: 4,
  heldBefore: false,
  grants: Object.entries(stages).map(([id, stage]) => ({ id, stage })),
  ...over,
});

describe('one at a time', () => {
  const taken = aHolding({ g1: 'intended' }, { lease: lease('g1') });

  it.each<[string, Holding | undefined, Lease, Date, string]>([
    ['nothing is known', undefined, lease('g1'), noon, 'go'],
    ['nobody is at work', aHolding({ g1: 'given' }), lease('g2'), noon, 'go'],
    ['somebody else is at work', taken, lease('g2'), noon, 'busy'],
    ['the same grant is being worked on', taken, lease('g1'), noon, 'busy'],
    [
      'whoever was at work has a moment left',
      taken,
      lease('g2', { until: later(9) }),
      new Date(later(3).getTime() - 1),
      'busy',
    ],
    ['whoever was at work must be dead', taken, lease('g2', { until: later(9) }), later(3), 'go'],
    ['there is no time to work in', undefined, lease('g1', { until: noon }), noon, 'busy'],
  ])('%s', (...[, holding, act, now, word]) => {
    expect(mayStart(holding, act, now)).toBe(word);
  });
});

describe('whose access it is', () => {
  it.each<[string, boolean, Holding | undefined, boolean]>([
    ['there, and nobody of us was ever here', true, undefined, true],
    ['there, and nobody of us is here any more', true, aHolding({}), true],
    ['there, and one of us may have given it', true, aHolding({ g1: 'intended' }), false],
    ['there, and one of us is just taking it', true, aHolding({ g1: 'leaving' }), false],
    ['there since before us', true, aHolding({ g1: 'given' }, { heldBefore: true }), true],
    ['not there', false, undefined, false],
    [
      'not there any more, though it was before us',
      false,
      aHolding({ g1: 'given' }, { heldBefore: true }),
      false,
    ],
  ])('%s', (...[, held, holding, before]) => {
    expect(heldBeforeUs(held, holding)).toBe(before);
  });
});

it('the intent is written down with what was seen before it', () => {
  expect(intend(undefined, pair, { lease: lease('g1'), heldBefore: true })).toEqual({
    ...pair,
    version: 0,
    heldBefore: true,
    grants: [{ id: 'g1', stage: 'intended' }],
    lease: lease('g1'),
  });
  expect(intend(aHolding({ g1: 'given' }), pair, { lease: lease('g2'), heldBefore: false })).toEqual(
    aHolding({ g1: 'given', g2: 'intended' }, { lease: lease('g2') }),
  );
  expect(intend(aHolding({ g1: 'intended' }), pair, { lease: lease('g1'), heldBefore: false })).toEqual(
    aHolding({ g1: 'intended' }, { lease: lease('g1') }),
  );
});

it('what was given in the meantime by somebody else is theirs, if nobody of us can have given it', () => {
  const alone = intend(undefined, pair, { lease: lease('g1'), heldBefore: false });
  expect(gave(alone, 'g1', true)).toEqual({ ...aHolding({ g1: 'given' }, { heldBefore: true }), version: 0 });
  expect(gave(alone, 'g1', false)).toMatchObject({ heldBefore: false });
  expect(gave(aHolding({ g1: 'given', g2: 'intended' }), 'g2', true)).toMatchObject({ heldBefore: false });
  const before = aHolding({ g1: 'given', g2: 'intended' }, { heldBefore: true });
  expect(gave(before, 'g2', true)).toMatchObject({ heldBefore: true });
});

describe('what has to be taken', () => {
  it.each<[string, Holding | undefined, boolean]>([
    ['what we gave', aHolding({ g1: 'given' }), true],
    ['what we may have given', aHolding({ g1: 'intended' }), true],
    ['what we are taking already', aHolding({ g1: 'leaving' }), true],
    ['what only others need who are leaving too', aHolding({ g1: 'given', g2: 'leaving' }), true],
    ['nothing that another grant needs', aHolding({ g1: 'given', g2: 'given' }), false],
    ['nothing that another grant is getting', aHolding({ g1: 'given', g2: 'intended' }), false],
    ['nothing that was there before us', aHolding({ g1: 'given' }, { heldBefore: true }), false],
    ['nothing for a grant that never gave', aHolding({ g2: 'leaving' }), false],
    ['nothing where nothing is known', undefined, false],
  ])('%s', (...[, holding, must]) => {
    expect(mustTake(holding, 'g1')).toBe(must);
  });

  it('nothing where nobody has looked yet', () => {
    const { heldBefore: _unknown, ...unseen } = aHolding({ g1: 'intended' });
    expect(mustTake(unseen, 'g1')).toBe(false);
  });
});

it('taking starts under a lease and ends with nobody left', () => {
  const taking = startTaking(aHolding({ g1: 'given', g2: 'leaving' }), lease('g1', { act: 'take' }));
  expect(taking).toEqual(aHolding({ g2: 'leaving', g1: 'leaving' }, { lease: lease('g1', { act: 'take' }) }));
  expect(took(taking, 'g1')).toEqual({ ...pair, version: 4, grants: [] });
});

it('whoever is let go leaves the others as they are', () => {
  const both = aHolding({ g1: 'given', g2: 'leaving' }, { lease: lease('g1') });
  expect(letGo(both, 'g1')).toEqual(aHolding({ g2: 'leaving' }));
  expect(letGo(aHolding({ g1: 'given' }), 'g1')).toEqual({ ...pair, version: 4, grants: [] });
});

it('an attempt that did not work leaves its intent behind, unless it is over', () => {
  const trying = aHolding({ g1: 'intended' }, { lease: lease('g1') });
  expect(stepBack(trying, pair, { grantId: 'g1', over: false })).toEqual(aHolding({ g1: 'intended' }));
  expect(stepBack(trying, pair, { grantId: 'g1', over: true })).toEqual({ ...pair, version: 4, grants: [] });
  expect(stepBack(undefined, pair, { grantId: 'g1', over: false })).toEqual({
    ...pair,
    version: 0,
    grants: [],
  });
});
