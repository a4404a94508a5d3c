import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';

const PAGES = join(__dirname, 'pages');

/** One classic script made of a module of `pages/` and all that it imports, for a browser to run at once. */
export function bundle(entry: string): string {
  const modules = new Map<string, string>();
  collect(entry, modules);
  const table = [...modules].map(
    ([name, code]) => `${JSON.stringify(name)}: (exports, require) => {\n${code}\n}`,
  );
  return `(() => {
const modules = {\n${table.join(',\n')}\n};
const loaded = {};
const require = (name) => {
  const key = name.replace('./', '');
  if (!loaded[key]) modules[key]((loaded[key] = {}), require);
  return loaded[key];
};
require(${JSON.stringify(entry)});
})();
`;
}

function collect(name: string, modules: Map<string, string>): void {
  if (modules.has(name)) return;
  const code = compile(name);
  modules.set(name, code);
  for (const [, wanted] of code.matchAll(/\brequire\("\.\/([a-z-]+)"\)/g))
    if (wanted) collect(wanted, modules);
}

const compile = (name: string): string =>
  transformSync(readFileSync(join(PAGES, `${name}.ts`), 'utf8'), {
    filename: `${name}.ts`,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  }).code;
