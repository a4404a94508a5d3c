const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

const shared = {
  rootDir: __dirname,
  restoreMocks: true,
  modulePathIgnorePatterns: ['<rootDir>/.artifacts/'],
  transform: { '^.+\\.tsx?$': swc },
  moduleNameMapper: {
    '^@contract/(.*)$': '<rootDir>/src/contract/$1',
    '\\.css$': '<rootDir>/test/static/empty.cjs',
  },
};

/** Three kinds of test: what runs in Node, what renders in jsdom, and what a real Chromium does. */
module.exports = {
  rootDir: __dirname,
  // Jest leaves one processor out, and on two that is half of them.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/tools/checks/long-first.cjs',
  reporters: ['default', '<rootDir>/tools/checks/count-reporter.cjs'],
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['browser', 'static', 'live'].map((folder) => `<rootDir>/test/${folder}/`),
    },
    {
      ...shared,
      displayName: 'page',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/static/**/*.test.tsx'],
      setupFiles: ['<rootDir>/test/static/setup.ts'],
    },
    {
      ...shared,
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/test/browser/global-setup.ts',
    },
  ],
};
