import { brakes } from '../../src/domain/brake';

it.each([
  [20, 1000, false],
  [21, 1000, true],
  [21, undefined, true],
  [20, undefined, false],
  [5, 1, false],
  [6, 59, true],
  [6, 60, false],
  [6, 0, true],
  [11, 109, true],
  [11, 110, false],
  [0, 0, false],
])('%i people leaving a group of %p: stops is %p', (leaving, members, stops) => {
  expect(brakes(leaving, members)).toBe(stops);
});
