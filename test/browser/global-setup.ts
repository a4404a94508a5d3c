import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findChromium } from './chromium';

const run = promisify(execFile);
const root = join(__dirname, '..', '..');

/** Unpacks the browser, and builds the app's page and the fixture's: the tests see what the sources say now. */
async function setup(): Promise<void> {
  await findChromium();
  await build('static/admin');
  await build('test/browser/fixture/app');
}

/** Vite, an ES module, runs in a process of its own, and without Jest's NODE_ENV, which would not be what ships. */
async function build(folder: string): Promise<void> {
  const sources = join(root, folder);
  const built = await newest(join(sources, 'dist'));
  const written = Math.max(await newest(sources), await newest(join(root, 'src', 'contract')));
  if (built > written) return;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  await run(process.execPath, [vite, 'build', sources, '--base', './', '--logLevel', 'warn'], {
    cwd: root,
    env,
  });
}

/** When the youngest file below a folder was written, in ms. What was built is not among the sources. */
async function newest(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const times = entries
    .filter(({ name }) => name !== 'dist' && name !== 'node_modules')
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newest(path) : stat(path).then(({ mtimeMs }) => mtimeMs);
    });
  return Math.max(0, ...(await Promise.all(times)));
}

// The form that Jest asks for.
export { setup as default };
