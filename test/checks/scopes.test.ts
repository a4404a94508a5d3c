import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseDocument } from 'yaml';
import { z } from 'zod';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { govern, HOUR } from '../journeys/stage';
import { startApp } from '../start';

const text = readFileSync('manifest.yml', 'utf8');
const Manifest = z.object({
  permissions: z.object({
    scopes: z.array(z.string()),
    external: z.object({ fetch: z.object({ backend: z.array(z.object({ address: z.string() })) }) }),
  }),
});
const { scopes, external } = Manifest.parse(parse(text)).permissions;
const hosts = external.fetch.backend.map(({ address }) => address);

let folder: string;
let close: () => void;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scopes-'));
  close = () => undefined;
});
afterEach(() => {
  close();
  rmSync(folder, { recursive: true });
});

/** The manifest of the app without one scope or one host. */
function manifestWithout(permission?: string): string {
  const document = parseDocument(text);
  const kept = (all: readonly string[]) => all.filter((one) => one !== permission);
  const backend = kept(hosts).map((address) => ({ address }));
  document.setIn(['permissions', 'scopes'], document.createNode(kept(scopes)));
  document.setIn(['permissions', 'external', 'fetch', 'backend'], document.createNode(backend));
  const path = join(folder, 'manifest.yml');
  writeFileSync(path, document.toString());
  return path;
}

const told = (error: unknown) => String(error);

/** Connected, a rule written, asked, approved, given, told, taken back: what an installation is for. */
async function loop(manifestPath: string) {
  const stage = await govern({}, { manifestPath });
  close = stage.close;
  const issueId = await stage.ask();
  await stage.approve(issueId);
  const given = [await stage.stateOf(issueId), stage.statusOf(issueId), stage.isIn(acme.groups.hrReaders)];
  await stage.advance(9 * HOUR);
  return [...given, stage.isIn(acme.groups.hrReaders), stage.said(issueId).length];
}
const whole = ['fulfilled', 'Completed', true, false, 3];

it('with every scope of the manifest, access is asked for, approved, given, told and taken back', async () => {
  expect(await loop(manifestWithout())).toEqual(whole);
});

it.each(scopes)('without %s that cannot be done', async (scope) => {
  expect(await loop(manifestWithout(scope)).catch(told)).not.toEqual(whole);
});

/** With a token of each kind: they are used at different hosts. */
async function connectWith(token: typeof acme.tokens.scoped, manifestPath: string) {
  const app = startApp({ manifestPath });
  close = app.close;
  return (await app.draft(token)).length > 0;
}
const { rotation, scoped } = acme.tokens;

it('with every host of the manifest, tokens of both kinds are accepted', async () => {
  expect(await connectWith(rotation, manifestWithout())).toBe(true);
  close();
  expect(await connectWith(scoped, manifestWithout())).toBe(true);
});

it.each([
  ['https://*.atlassian.net', rotation],
  ['https://api.atlassian.com', scoped],
])('without %s a token of one kind is not', async (host, token) => {
  expect(hosts).toContain(host);
  await expect(connectWith(token, manifestWithout(host))).rejects.toThrow('Refused');
});

it('no host is there that this does not look at', () => expect(hosts).toHaveLength(2));
