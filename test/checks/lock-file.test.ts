import { readFileSync } from 'node:fs';
import { z } from 'zod';

const text = readFileSync('package-lock.json', 'utf8');
const Entry = z.looseObject({
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
  integrity: z.string().optional(),
  hasInstallScript: z.boolean().default(false),
  inBundle: z.boolean().default(false),
});
const { packages } = z.object({ packages: z.record(z.string(), Entry) }).parse(JSON.parse(text));
const installed = Object.entries(packages).filter(([place]) => place !== '');
const nameOf = (place: string) => place.split('node_modules/').at(-1) ?? '';
const names = new Set(installed.map(([place]) => nameOf(place)));

it('every package that another one asks for is locked, those of other platforms too', () => {
  const missing = installed.flatMap(([place, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !names.has(name))
      .map((name) => `${name}, for ${place}`),
  );
  expect(missing).toEqual([]);
});

it.each(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'])(
  'what is native is locked for %s',
  (platform) => {
    const native = [
      '@swc/core',
      '@rolldown/binding',
      '@esbuild',
      'lightningcss',
      '@parcel/watcher',
      '@unrs/resolver',
    ];
    const missing = native.filter(
      (name) => ![...names].some((one) => one.startsWith(name) && one.includes(platform)),
    );
    expect(missing).toEqual([]);
  },
);

it('no package is taken from an address, and each is known by its content', () => {
  expect(text).not.toContain('"resolved"');
  expect(installed.filter(([, { integrity, inBundle }]) => !integrity && !inBundle)).toEqual([]);
});

it('every package that wants to run something while it is installed has been judged', () => {
  const manifest = z.object({ allowScripts: z.record(z.string(), z.boolean()) });
  const { allowScripts } = manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  const asking = installed
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([place]) => nameOf(place));
  expect([...new Set(asking)].filter((name) => !(name in allowScripts))).toEqual([]);
  expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(['node']);
});
