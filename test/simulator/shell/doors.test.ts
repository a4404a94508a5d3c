import { networkInterfaces } from 'node:os';
import { openWorld, type World } from '../../browser/world';
import { send } from './raw';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.shell.close());

const appHost = () => new URL(world.shell.origins.app).host;

it.each(['evil.example', 'evil.example:3000', '127.0.0.1', 'localhost', '[::1]'])(
  'answers to no other name, so that no page can make one point here: "%s"',
  async (host) => {
    const { status, body } = await send(world.shell, { path: '/_simulator/world', headers: { host } });
    expect([400, 421]).toContain(status);
    expect(body).not.toContain('ATATT');
  },
);

it('shows Jira, the API and the scripts on the frame’s origin alone, and the app’s files on the app’s', async () => {
  for (const path of ['/directory', '/rest/api/3/serverInfo', '/_simulator/world', '/_shell/frame.js']) {
    expect(await send(world.shell, { path, headers: { host: appHost() } })).toMatchObject({ status: 404 });
    expect(await send(world.shell, { path })).toMatchObject({ status: 200 });
  }
  const path = '/app/admin-page/connections.svg';
  expect(await send(world.shell, { path, headers: { host: appHost() } })).toMatchObject({ status: 200 });
  expect(await send(world.shell, { path })).toMatchObject({ status: 404 });
});

it('cannot be reached from another machine', async () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  const { port } = new URL(world.shell.origins.frame);
  for (const { address } of outside)
    await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow('fetch failed');
});

it.each([
  '/app/admin-page/../../../package.json',
  '/app/admin-page/%2e%2e/%2e%2e/package.json',
  '/app/admin-page/..%2f..%2f..%2fpackage.json',
  '/app/admin-page//etc/passwd',
  '/app/unknown/index.html',
  '/app/constructor/index.html',
  '/package.json',
])('gives no file beside the app’s own: %s', async (path) => {
  const { status, body } = await send(world.shell, { path, headers: { host: appHost() } });
  expect(status).toBe(404);
  expect(body).not.toContain('"name"');
});

it('calls an address that is not well formed by its name', async () => {
  const headers = { host: appHost() };
  expect(await send(world.shell, { path: '/app/admin-page/%zz', headers })).toMatchObject({ status: 400 });
});

const CHANGES = [
  ['/_simulator/clock', '{"advance":"P1D"}'],
  ['/_simulator/reset', ''],
  ['/_simulator/faults', '[]'],
  ['/_simulator/variants', '{}'],
  ['/_shell/invoke', '{"moduleKey":"home","functionKey":"connector.list"}'],
  ['/_shell/fetch-product', '{"product":"jira","restPath":"/rest/api/3/myself","fetchRequestInit":{}}'],
  ['/_shell/act-as', 'accountId=anonymous'],
  ['/servicedesk/customer/portal/1/create/104', 'summary=The+printer'],
] as const;

describe.each(CHANGES)('%s', (path, body) => {
  it('refuses the page of any other origin, the app’s own included', async () => {
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: world.shell.origins.app },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) {
      expect(await send(world.shell, { path, body, method: 'POST', headers })).toMatchObject({ status: 403 });
    }
  });

  it('serves the frame’s own pages, and scripts', async () => {
    const own = { origin: world.shell.origins.frame, 'sec-fetch-site': 'same-origin' };
    for (const headers of [own, {}]) {
      const { status } = await send(world.shell, { path, body, method: 'POST', headers });
      expect([200, 303]).toContain(status);
    }
  });
});

it('sends nobody elsewhere after a change of person', async () => {
  for (const back of ['https://evil.example/', '//evil.example/', '/\\evil.example/', 'evil']) {
    const body = new URLSearchParams({ accountId: 'anonymous', back }).toString();
    const { headers } = await send(world.shell, { path: '/_shell/act-as', body, method: 'POST' });
    expect(headers['location']).toBe('/');
  }
});

it('keeps the cookie of the person from scripts and from other sites', async () => {
  const { headers } = await send(world.shell, {
    path: '/_shell/act-as',
    body: 'accountId=a%3Bb',
    method: 'POST',
  });
  expect(String(headers['set-cookie'])).toMatch(/^person-\d+=a%3Bb; Path=\/; HttpOnly; SameSite=Strict$/);
});
