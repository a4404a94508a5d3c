const { projects } = require('../../jest.config.cjs');

const [node] = projects;

/** `npm run crashes`: every pair of deaths of every flow, which takes long. */
module.exports = {
  ...node,
  testMatch: ['<rootDir>/test/crash/*-crashes.test.ts'],
  globals: { everyPair: true },
};
