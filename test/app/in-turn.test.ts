import { inTurn } from '../../src/app/in-turn';
import { digest } from '../../src/forge/digest';

const noon = Date.parse('2026-03-02T12:00:00Z');
const MINUTE = 60_000;
const turns = { most: 500, roundMs: 5 * MINUTE };
const some = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${10_000 + index}`);
const inRound = (count: number, ids: readonly string[], { most, roundMs } = turns) =>
  inTurn({ clock: { now: () => new Date(noon + count * roundMs) }, digest }, ids, { most, roundMs });

it('what one round can take is taken as it stands', () => {
  expect(inRound(0, some(500))).toEqual(some(500));
  expect(inRound(0, [])).toEqual([]);
});

it('of more than that each round takes others, until everything had its turn', () => {
  const rounds = [0, 1, 2].map((count) => inRound(count, some(1_250)));
  expect(rounds.flat().toSorted()).toEqual(some(1_250));
  for (const { length } of rounds) expect([length > 300, length < 550]).toEqual([true, true]);
});

it('so it is whatever the round that is left', () => {
  const hourly = { most: 500, roundMs: 60 * MINUTE };
  const rounds = [0, 1].map((count) => inRound(count, some(900), hourly));
  expect(rounds.flat().toSorted()).toEqual(some(900));
});
