import { exactTime, instant } from '../../static/admin/src/ui/dates';

it.each([
  ['of a list', exactTime],
  ['of a fact', instant],
])('a time %s says in which zone it is meant', (_where, words) => {
  expect(words('2026-01-05T12:00:00.000Z')).toMatch(/2026.*GMT/);
});
