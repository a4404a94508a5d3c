import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutant';
import { mutants } from './mutants';

const ROOT = join(__dirname, '../../..');
const COPY = join(ROOT, '.artifacts', 'mutants');
const COPIED = [
  'src',
  'test',
  'tools',
  'static',
  'manifest.yml',
  'package.json',
  'jest.config.cjs',
  'tsconfig.json',
];

/** `npm run mutants`: puts each defect into a copy of the project and expects its tests to turn red. */
function main(): void {
  copyProject();
  const passing = mutants.flatMap(({ tests }) => tests);
  if (!areGreen([...new Set(passing)])) throw new Error('The tests are red before any defect was put in.');
  const survivors = mutants.filter((mutant) => {
    const survived = areGreenWith(mutant);
    console.log(`${survived ? 'SURVIVED' : 'caught  '}  ${mutant.name}`);
    return survived;
  });
  console.log(`${mutants.length} defects, ${survivors.length} unnoticed`);
  process.exitCode = survivors.length > 0 ? 1 : 0;
}

function copyProject(): void {
  rmSync(COPY, { recursive: true, force: true });
  mkdirSync(COPY, { recursive: true });
  for (const name of COPIED) cpSync(join(ROOT, name), join(COPY, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(COPY, 'node_modules'));
}

function areGreenWith({ name, file, find, replace, tests }: Mutant): boolean {
  const path = join(COPY, file);
  const sound = readFileSync(path, 'utf8');
  if (sound.split(find).length !== 2) throw new Error(`"${name}" does not fit ${file} any more.`);
  writeFileSync(
    path,
    sound.replace(find, () => replace),
  );
  try {
    return areGreen(tests);
  } finally {
    writeFileSync(path, sound);
  }
}

function areGreen(tests: readonly string[]): boolean {
  const args = ['--selectProjects', 'node', '--silent', '--bail', '--', ...tests];
  const { status, error } = spawnSync('jest', args, { cwd: COPY, stdio: 'ignore' });
  if (error) throw error;
  return status === 0;
}

main();
