import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualClock } from '../../../tools/simulator/clock';
import { Faults } from '../../../tools/simulator/faults';
import { bundleCode, loadApp, sourceCode } from '../../../tools/simulator/forge/app';
import { installGlobals } from '../../../tools/simulator/forge/globals';
import { ForgeHost } from '../../../tools/simulator/forge/host';
import { readManifest } from '../../../tools/simulator/forge/manifest';
import { ann, EchoSite, installationOn, platformFetch } from './stage';

const manifestPath = join(__dirname, 'little-app.yml');

it('reads from the manifest what the platform acts on', () => {
  const { appId, egress, entities, products, schedules, scopes } = readManifest(manifestPath);
  expect({ appId, egress, products, schedules, scopes }).toEqual({
    appId: '00000000-0000-4000-8000-000000000001',
    egress: ['https://*.atlassian.net', 'https://api.atlassian.com'],
    products: ['jira'],
    schedules: [{ key: 'daily', function: 'on-day', intervalMs: 86_400_000, appIsLicensed: false }],
    scopes: ['storage:app', 'read:jira-user'],
  });
  expect(entities.get('book')?.indexes.get('by-author')).toEqual({ partition: ['author'], range: ['year'] });
});

it('does not read a manifest that uses a function it does not declare', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forge-manifest-'));
  const path = join(folder, 'manifest.yml');
  writeFileSync(path, readFileSync(manifestPath, 'utf8').replace('function: on-day', 'function: on-night'));
  expect(() => readManifest(path)).toThrow('The manifest uses functions it does not declare: on-night');
  rmSync(folder, { recursive: true });
});

it('leaves fetch outside an invocation as it was', async () => {
  const real = jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('the outside'));
  const remove = installGlobals();
  expect(await (await fetch('https://evil.example/')).text()).toBe('the outside');
  expect(real).toHaveBeenCalledWith('https://evil.example/');
  remove();
});

it('does not load an app that lacks a handler of its manifest', () => {
  expect(() => loadApp({ manifestPath, code: () => ({ resolver: () => undefined }) })).toThrow(
    'The manifest names the handler index.onDay, which the app does not export.',
  );
});

it('loads the sources of a checkout', () => {
  expect(sourceCode(join(__dirname, '../../..'))('connectors/pages')).toHaveProperty('pages');
});

it('runs what the bundler put into a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forge-bundle-'));
  const code = `
    exports.resolver = async ({ call }, context) => {
      const answer = await fetch('https://evil.example/');
      return [call.functionKey, context.installContext, answer.status, typeof global.__forge_runtime__.appContext];
    };
    exports.onDay = () => undefined;`;
  writeFileSync(join(folder, 'index.cjs'), code);
  const host = new ForgeHost({
    manifestPath,
    code: bundleCode(folder),
    clock: new VirtualClock(),
    faults: new Faults(),
  });
  const call = { moduleKey: 'home', functionKey: 'x', principal: ann };
  const reply = await host.invoke(installationOn(new EchoSite()), call);
  expect(reply).toEqual(['x', 'ari:cloud:jira::site/cloud-a', 403, 'object']);
  host.close();
  rmSync(folder, { recursive: true });
});

it('leaves the globals as they were once the last host is gone', () => {
  const before = [globalThis.fetch, globalThis.Date, globalThis.setTimeout, globalThis.console];
  const now = () => [globalThis.fetch, globalThis.Date, globalThis.setTimeout, globalThis.console];
  const [first, second] = [installGlobals(), installGlobals()];
  expect(now()).not.toContain(before[1]);
  first();
  first();
  expect(Reflect.has(globalThis, '__forge_fetch__')).toBe(true);
  second();
  expect(now()).toEqual(before);
  expect(Reflect.has(globalThis, '__forge_fetch__')).toBe(false);
});

it('has no platform for code that runs outside an invocation', async () => {
  const remove = installGlobals();
  expect(Reflect.get(globalThis, '__forge_runtime__')).toBeUndefined();
  await expect(platformFetch({ type: 'kvs' }, '/api/v1/get')).rejects.toThrow('Forge runtime not found.');
  expect(new Date(2026, 0, 5)).toBeInstanceOf(Date);
  remove();
});
