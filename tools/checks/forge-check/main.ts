import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBundle } from './bundle';
import { type Finding, tell } from './finding';
import { lintSources } from './linters';
import { validateManifest } from './official';
import { checkManifest } from './own';
import { runThrough } from './run';
import { specEnvironment } from './specs';

const CACHE = resolve('.artifacts');

async function main(): Promise<readonly Finding[]> {
  const { values } = parseArgs({ options: { specs: { type: 'string', default: '../shared/specs' } } });
  mkdirSync(CACHE, { recursive: true });
  // The Forge CLI keeps what it remembers in the user's settings; a check leaves nothing there.
  process.env['XDG_CONFIG_HOME'] = join(CACHE, 'forge-settings');
  Object.assign(process.env, await specEnvironment(resolve(values.specs), join(CACHE, 'specs')));

  const own = checkManifest('manifest.yml');
  console.log(`own manifest rules      ${own.rules}, findings ${own.findings.length}`);
  const { findings: invalid, manifest } = await validateManifest();
  console.log(`official validation     findings ${invalid.length}`);
  if (!manifest) return [...own.findings, ...invalid];

  const linted = await lintSources(manifest);
  console.log(
    `official linters        ${linted.linters} over ${linted.files} files, findings ${linted.findings.length}`,
  );
  const found = [...own.findings, ...invalid, ...linted.findings];
  if (found.length > 0) return found;

  const bundle = await buildBundle(join(CACHE, 'bundle'));
  console.log(`official bundle         ${Math.ceil(bundle.bytes / 1024)} KB in .artifacts/bundle`);
  const runs = await runThrough(bundle.folder);
  console.log(
    `a request by the bundle ${runs} invocations: connected, ruled, asked, approved, given, taken back`,
  );
  return found;
}

main().then(
  (findings) => {
    for (const finding of findings) console.log(tell(finding));
    const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
    console.log(`errors ${count('error')}, warnings ${count('warning')}`);
    // A warning today is a refused deployment tomorrow.
    process.exitCode = findings.length > 0 ? 1 : 0;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
