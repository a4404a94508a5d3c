const { reporters, projects } = require('../../jest.config.cjs');

/** The tests that change a real site. Never a part of `npm test`. */
module.exports = {
  ...projects.find(({ displayName }) => displayName === 'node'),
  displayName: 'live',
  reporters,
  testMatch: ['<rootDir>/test/live/**/*.test.ts'],
  testPathIgnorePatterns: [],
  globalSetup: '<rootDir>/test/live/global-setup.ts',
};
