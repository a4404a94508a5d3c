const Sequencer = require('@jest/test-sequencer').default;

/** What takes minutes. Started last, it would keep one processor busy while the others have nothing left to do. */
const LONG = [
  /\/test\/crash\/(request|waiting)-/,
  /\/test\/crash\//,
  /\/test\/rig\//,
  /\/test\/browser\//,
  /\/test\/journeys\//,
  /\/test\/app\/budgets/,
];

const rank = ({ path }) => {
  const found = LONG.findIndex((each) => each.test(path));
  return found < 0 ? LONG.length : found;
};

/** Jest's own order (known durations, else sizes of files), after what is known to be long. */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const usual = super.sort(tests);
    return [...usual].sort((a, b) => rank(a) - rank(b));
  }
};
