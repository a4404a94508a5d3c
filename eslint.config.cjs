const hooks = require('eslint-plugin-react-hooks');
const tseslint = require('typescript-eslint');
const imports = require('./tools/checks/law/imports.cjs');
const sayings = require('./tools/checks/law/sayings.cjs');

/** What this folder may import. What its line does not name is refused. */
const law = (files, may, { because, types = [] }) => ({
  files,
  rules: { 'law/imports': ['error', { may, types, because }] },
});

/** Here it may not be said, except in the files that are made for it. */
const never = (name, files, ignores = []) => ({ files, ignores, rules: { [`law/${name}`]: 'error' } });

const typescript = ['**/*.{ts,mts,tsx}'];
const source = ['src/**/*.ts'];
const pages = ['static/*/src/**/*.{ts,mts,tsx}'];
const tests = ['test/**/*.{ts,mts,tsx}'];

module.exports = tseslint.config(
  { ignores: ['**/node_modules', '**/dist', '.artifacts', '.simulator', 'coverage', '**/*.{cjs,mjs,js}'] },
  { linterOptions: { noInlineConfig: true } },
  { plugins: { law: { rules: { imports, ...sayings } } } },
  {
    files: typescript,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: {
      eqeqeq: 'error',
      'max-len': ['error', { code: 120, ignoreUrls: true }],
      'max-params': ['error', 3],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^_', args: 'none' },
      ],
      // Ports and targets are records of functions; none of them rests on `this` unseen.
      '@typescript-eslint/unbound-method': 'off',
      // A port answers a promise whether or not its present implementation has something to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: [...source, ...pages], rules: { 'max-lines': ['error', 150], 'no-console': 'error' } },
  { files: [...tests, 'tools/**/*.ts'], rules: { 'max-lines': ['error', 250] } },
  // Jest's matchers, such as `expect.any(String)`, are typed as any and stand where values are expected.
  { files: tests, rules: { '@typescript-eslint/no-unsafe-assignment': 'off' } },
  { files: ['src/forge/log.ts'], rules: { 'no-console': 'off' } },
  { files: pages, ...hooks.configs.flat.recommended },
  { files: ['static/**/*.tsx'], rules: { 'max-lines-per-function': ['error', 80] } },

  law(['src/domain/**'], ['src/domain/'], { because: 'the policy is pure, and asks nobody.' }),
  law(['src/contract/**'], ['src/contract/', 'zod'], {
    because: 'it is shared with the browser: zod and types.',
  }),
  law(['src/app/**'], ['src/app/', 'src/domain/', 'src/connectors/connector', 'src/connectors/pages'], {
    because: 'a use case speaks to its ports and to the connector interface.',
    types: ['src/contract/', 'zod'],
  }),
  law(
    ['src/connectors/*.ts'],
    [
      'src/domain/',
      ...['connector', 'installation', 'naming', 'pages'].map((name) => `src/connectors/${name}`),
      'zod',
    ],
    { because: 'what all connectors share knows none of them.' },
  ),
  law(['src/connectors/registry.ts'], ['src/connectors/'], { because: 'the registry lists connectors.' }),
  law(
    ['src/connectors/*/**'],
    ['<own>/', 'src/domain/', 'src/connectors/connector', 'src/connectors/pages', 'zod'],
    { because: 'a connector gets everything through open().' },
  ),
  law(
    ['src/forge/**'],
    [
      ...['src/forge/', 'src/app/', 'src/connectors/', 'src/contract/', 'src/domain/'],
      ...['@forge/api', '@forge/events', '@forge/kvs', '@forge/resolver', 'zod', 'node:'],
    ],
    { because: 'the platform side knows the app, not its tools, tests or pages.' },
  ),
  law(['src/index.ts'], ['src/forge/'], { because: 'it mirrors the manifest and holds exports only.' }),
  law(
    pages,
    [
      ...['static/', 'src/contract/', '@forge/bridge', '@atlaskit/', '@tanstack/react-query'],
      ...['react', 'react-dom', 'react-router'],
    ],
    { because: 'the admin page knows the contract, nothing else of the app.' },
  ),

  never('time', ['src/{domain,app,connectors,contract}/**']),
  never('routes', source),
  never('bridge', pages, ['static/admin/src/api.ts']),
  never('secrets', source, ['src/forge/store/credentials.ts']),
  never('html', pages),
  never('states', pages),
  never('casts', typescript),
  never('names', typescript, ['static/*/vite.config.mts']),
  never('honesty', tests),
  never('sleep', tests),
);
