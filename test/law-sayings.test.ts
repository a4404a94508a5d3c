import { broken, brokenWithTypes } from './lint';

const component = (body: string) => `export function A({ b }: P) { ${body} return null; }`;
const kvs = "import { kvs } from '@forge/kvs'; ";

/** What may not be said where, law by law. */
const bad: Record<string, readonly (readonly [file: string, code: string])[]> = {
  'law/time': [
    ['src/domain/rule.ts', 'export const now = () => Date.now();'],
    ['src/app/connect.ts', 'export const now = () => new Date();'],
    ['src/connectors/confluence/client.ts', 'export const chance = () => Math.random();'],
  ],
  'law/routes': [
    ['src/forge/http.ts', "import { assumeTrustedRoute } from '@forge/api'; export { assumeTrustedRoute };"],
    ['src/forge/http.ts', "import api from '@forge/api'; export const r = api.routeFromAbsolute('x');"],
  ],
  'law/bridge': [
    ['static/admin/src/App.tsx', "import { invoke } from '@forge/bridge'; export { invoke };"],
    ['static/admin/src/App.tsx', "import { requestJira as ask } from '@forge/bridge'; export { ask };"],
    ['static/admin/src/App.tsx', "import * as bridge from '@forge/bridge'; export { bridge };"],
  ],
  'law/secrets': [
    ['src/forge/store/connections.ts', `${kvs}export const s = kvs.getSecret('k');`],
    ['src/forge/store/connections.ts', `${kvs}export const s = kvs.setSecret('k', 'v');`],
    ['src/forge/compose.ts', `${kvs}export const { setSecret } = kvs;`],
  ],
  'law/html': [
    ['static/admin/src/App.tsx', 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />;'],
    ['static/admin/src/App.tsx', 'export const set = (at: Element, it: string) => { at.innerHTML = it; };'],
  ],
  'law/casts': [
    ['src/app/connect.ts', 'export const f = (x: string) => x as unknown as number;'],
    ['test/builders.ts', 'export const f = (x: string): number => x as any;'],
  ],
  'law/names': [
    ['src/app/connect.ts', 'export default 1;'],
    ['src/domain/rule.ts', 'export enum Kind { A }'],
  ],
  'law/honesty': [
    ['test/builders.ts', "jest.mock('@forge/api');"],
    ['test/builders.ts', "jest.doMock('@forge/api');"],
    ['test/builders.ts', 'expect(1).toMatchSnapshot();'],
    ['test/builders.ts', "expect(1).toMatchInlineSnapshot('1');"],
    ['test/builders.ts', "it.only('x', () => undefined);"],
    ['test/builders.ts', "describe.skip('x', () => undefined);"],
    ['test/builders.ts', "it.only.each([1])('x', () => undefined);"],
    ['test/builders.ts', "xit('x', () => undefined);"],
  ],
  'law/sleep': [
    ['test/builders.ts', 'export const nap = () => new Promise((wake) => setTimeout(wake, 9));'],
    ['test/builders.ts', "import { setTimeout } from 'node:timers/promises'; export { setTimeout };"],
  ],
  'law/states': [['static/admin/src/App.tsx', component('useState(0); '.repeat(4))]],
  'no-console': [
    ['src/app/connect.ts', "console.log('token');"],
    ['static/admin/src/App.tsx', "console.log('token');"],
  ],
  eqeqeq: [['src/app/connect.ts', 'export const f = (x: unknown) => x == 1;']],
  'max-len': [['src/app/connect.ts', `export const x = '${'x'.repeat(120)}';`]],
  'max-lines': [
    ['src/app/connect.ts', 'export {};\n'.repeat(151)],
    ['test/builders.ts', 'export {};\n'.repeat(251)],
  ],
  'max-params': [['src/app/connect.ts', 'export const f = (a: 1, b: 2, c: 3, d: 4) => [a, b, c, d];']],
  'max-lines-per-function': [['static/admin/src/App.tsx', component('\n'.repeat(81))]],
  'react-hooks/rules-of-hooks': [['static/admin/src/App.tsx', component('if (b) useState(0);')]],
  '@typescript-eslint/no-explicit-any': [['src/app/connect.ts', 'export const f = (x: any) => String(x);']],
  '@typescript-eslint/no-non-null-assertion': [
    ['src/app/connect.ts', 'export const f = (x?: string) => x!.length;'],
  ],
  '@typescript-eslint/consistent-type-imports': [
    ['src/app/connect.ts', "import { P } from './ports'; export type Q = P;"],
  ],
  '@typescript-eslint/ban-ts-comment': [
    ['src/app/connect.ts', '// @ts-ignore\nexport const x: number = "a";'],
  ],
};

describe.each(Object.entries(bad))('%s is refused', (law, cases) => {
  it.each(cases.map(([file, code]) => ({ file, code, shown: code.trim().slice(0, 90) })))(
    'in $file: $shown',
    async ({ file, code }) => expect(await broken(file, code)).toContain(law),
  );
});

/** Reading the whole project takes its time on a busy machine. */
const PATIENCE_MS = 60_000;

it.each([
  ['@typescript-eslint/no-floating-promises', 'export const f = () => { Promise.resolve(1); };'],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    "export const f = (x: 'a' | 'b') => { switch (x) { case 'a': } };",
  ],
  [
    '@typescript-eslint/no-unsafe-assignment',
    "export const f = () => { const x = JSON.parse('1'); return [x]; };",
  ],
])(
  '%s is refused',
  async (law, code) => {
    expect(await brokenWithTypes('src/domain/access.ts', code)).toContain(law);
    expect(await brokenWithTypes('src/domain/access.ts', 'export const f = () => 1;')).toEqual([]);
  },
  PATIENCE_MS,
);

it('a comment cannot switch a law off', async () => {
  const code = '// eslint-disable-next-line law/time\nexport const now = () => Date.now();\n';
  expect(await broken('src/domain/rule.ts', code)).toContain('law/time');
});

it.each([
  ['src/forge/log.ts', 'export const log = (line: string) => console.log(line);'],
  ['src/forge/clock.ts', 'export const clock = { now: () => new Date() };'],
  ['src/forge/store/credentials.ts', `${kvs}export const s = () => kvs.getSecret('k');`],
  [
    'static/admin/src/api.ts',
    "import { makeInvoke } from '@forge/bridge'; export const invoke = makeInvoke();",
  ],
  [
    'static/admin/src/App.tsx',
    "import { view } from '@forge/bridge'; export const on = () => view.theme.enable();",
  ],
  ['static/admin/src/App.tsx', component('useState(0); '.repeat(3))],
  ['src/domain/rule.ts', 'export const later = (at: Date) => new Date(at.getTime() + 1);'],
])('%s may say: %s', async (file, code) => {
  expect(await broken(file, code)).toEqual([]);
});
