import { inTurn } from '../../src/domain/in-turn';

const noon = Date.parse('2026-03-02T12:00:00Z');
const round = (count: number): Date => new Date(noon + count * 5 * 60_000);
const some = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

it('what one round can take is taken as it stands', () => {
  expect(inTurn(some(500), round(0))).toEqual(some(500));
  expect(inTurn([], round(0))).toEqual([]);
});

it('of more than that each round takes the next, so that everything has its turn', () => {
  const rounds = [0, 1, 2].map((count) => inTurn(some(1_250), round(count)));
  expect(rounds.map((taken) => new Set(taken).size)).toEqual([500, 500, 500]);
  expect(new Set(rounds.flat()).size).toBe(1_250);
});
