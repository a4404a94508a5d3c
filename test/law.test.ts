import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { broken } from './lint';

const importing = (target: string) => `import { it } from '${target}';\nexport { it };\n`;
const pairs = (table: string) => {
  const lines = table.trim().split('\n');
  return lines.map((line) => line.trim().split(/ +/));
};

it.each(
  pairs(`
    src/domain/rule.ts                  zod
    src/domain/rule.ts                  node:crypto
    src/domain/rule.ts                  ../app/ports
    src/domain/rule.ts                  ../contract/api
    src/domain/rule.ts                  ./../forge/http
    src/contract/api.ts                 ../domain/rule
    src/contract/api.ts                 @forge/api
    src/app/connect.ts                  zod
    src/app/connect.ts                  node:crypto
    src/app/connect.ts                  @forge/api
    src/app/connect.ts                  ../forge/http
    src/app/connect.ts                  ../domain/../forge/http
    src/app/connect.ts                  ../contract/inputs
    src/app/connect.ts                  ../connectors/confluence
    src/app/connect.ts                  ../connectors/registry
    src/connectors/connector.ts         ./confluence
    src/connectors/connector.ts         ./registry
    src/connectors/registry.ts          ../forge/http
    src/connectors/confluence/index.ts  @forge/api
    src/connectors/confluence/index.ts  ../registry
    src/connectors/confluence/index.ts  ../another
    src/connectors/confluence/index.ts  ../../app/ports
    src/connectors/confluence/index.ts  ../../contract/views
    src/forge/http.ts                   axios
    src/forge/http.ts                   @forge/bridge
    src/forge/http.ts                   ../../tools/simulator/clock
    src/forge/http.ts                   ../../test/builders
    src/forge/http.ts                   ../../static/admin/src/api
    src/index.ts                        ./app/connect
    static/admin/src/api.ts             ../../../src/domain/rule
    static/admin/src/api.ts             @contract/../domain/rule
    static/admin/src/api.ts             ../../../tools/simulator/clock
    static/admin/src/api.ts             @forge/api
    static/admin/src/api.ts             @forge/kvs
  `),
)('%s may not import %s', async (file = '', target = '') => {
  expect(await broken(file, importing(target))).toEqual(['law/imports']);
});

it.each([
  ['a dynamic import', "const it = import('@forge/api');\nexport { it };\n"],
  ['require', "const it = require('@forge/api');\nexport { it };\n"],
  ['a named re-export', "export { it } from '@forge/api';\n"],
  ['a whole re-export', "export * from '@forge/api';\n"],
  ['the type of an import', "export type It = import('@forge/api').It;\n"],
  ['a computed import', 'export const it = (name: string) => import(name);\n'],
])('%s does not get round the direction of imports', async (_, code) => {
  expect(await broken('src/app/connect.ts', code)).toContain('law/imports');
});

it.each(
  pairs(`
    src/domain/rule.ts                   ./access
    src/contract/api.ts                  zod
    src/app/connect.ts                   ../domain/access
    src/app/connect.ts                   ../connectors/connector
    src/connectors/connector.ts          zod
    src/connectors/registry.ts           ./confluence
    src/connectors/confluence/client.ts  ../connector
    src/connectors/confluence/client.ts  ./people
    src/connectors/confluence/client.ts  ../../domain/fault
    src/forge/http.ts                    @forge/api
    src/forge/store/keys.ts              ../../app/ports
    src/forge/store/keys.ts              node:crypto
    src/index.ts                         ./forge/compose
    static/admin/src/api.ts              @contract/api
    static/admin/src/api.ts              @forge/bridge
    static/admin/src/App.tsx             @atlaskit/button/new
    test/app/connect.test.ts             ../../src/app/connect
    tools/simulator/start.ts             ../../src/index
  `),
)('%s may import %s', async (file = '', target = '') => {
  expect(await broken(file, importing(target))).toEqual([]);
});

it('a use case may know the types of the contract, and nothing but the types', async () => {
  const types = "import type { Reply } from '../contract/views';\nexport type Answer = Reply<string>;\n";
  const values = "import { CheckInput } from '../contract/inputs';\nexport { CheckInput };\n";
  expect(await broken('src/app/connect.ts', types)).toEqual([]);
  expect(await broken('src/app/connect.ts', values)).toEqual(['law/imports']);
});

const Manifest = z.object({ modules: z.object({ function: z.array(z.object({ handler: z.string() })) }) });

it('every function of the manifest is an export, and every export a function of the manifest', async () => {
  const manifest = Manifest.parse(parse(readFileSync('manifest.yml', 'utf8')));
  const named = manifest.modules.function.map(({ handler }) => handler.replace(/^index\./, ''));
  expect(named.sort()).toEqual(Object.keys(await import('../src/index')).sort());
});
