import { Faults, type FaultRule } from '../../../tools/simulator/faults';
import { inApp, stage } from './stage';

const site = 'https://acme.atlassian.net';

it('lets a declared host be asked with a token, on the site and through the gateway', async () => {
  const { result, site: asked } = await inApp(async () => {
    const headers = { Authorization: 'Basic dG9rZW4=' };
    const direct = await fetch(`${site}/rest/api/3/myself?expand=x`, { headers });
    const gateway = await fetch('https://api.atlassian.com/ex/confluence/cloud-a/wiki/api/v2/users', {
      method: 'POST',
      body: '{}',
    });
    return [direct.status, await direct.json(), direct.url, gateway.ok];
  });
  expect(result).toEqual([
    200,
    { site: 'cloud-a', path: '/rest/api/3/myself' },
    `${site}/rest/api/3/myself?expand=x`,
    true,
  ]);
  expect(asked.asked.map(({ caller, method, body }) => [caller, method, body])).toEqual([
    [{ kind: 'header', authorization: 'Basic dG9rZW4=' }, 'GET', undefined],
    [{ kind: 'header' }, 'POST', '{}'],
  ]);
});

it.each([
  'https://evil.example/x',
  'http://acme.atlassian.net/',
  'https://atlassian.net/',
  'https://x.api.atlassian.com/',
])('does not let the undeclared %s be asked', async (url) => {
  const { result, site: asked } = await inApp(async () => {
    const answer = await fetch(url, { headers: { authorization: 'Basic dG9rZW4=' } });
    return [answer.status, answer.headers.get('forge-proxy-error')];
  });
  expect(result).toEqual([403, 'BLOCKED_EGRESS']);
  expect(asked.asked).toEqual([]);
});

const nameOf = async (ask: () => Promise<unknown>) =>
  ask().then(
    () => 'went through',
    ({ name, message }: Error) => `${name}: ${message}`,
  );

it('throws for an undeclared host where the platform is set to throw', async () => {
  const { result } = await inApp(() => nameOf(() => fetch('https://evil.example/')), {
    variants: { blockedEgress: 'throw' },
  });
  expect(result).toMatch(/^REQUEST_EGRESS_ALLOWLIST_ERR: URL not included/);
});

it('finds no other site at a declared pattern', async () => {
  const { result, last } = await inApp(() => nameOf(() => fetch('https://other.atlassian.net/')));
  expect(result).toBe('TypeError: fetch failed');
  expect(last()?.siteCalls).toEqual([]);
});

it('hands a redirect back when asked to, and does not follow one', async () => {
  const { result } = await inApp(
    async () => {
      const manual = await fetch(site, { redirect: 'manual' });
      return [manual.status, manual.headers.get('location'), await nameOf(() => fetch(site))];
    },
    {
      faults: declared({
        id: 'moved',
        match: { service: 'egress' },
        effect: { kind: 'error', status: 302, headers: { location: 'https://evil.example/' } },
      }),
    },
  );
  expect(result).toEqual([302, 'https://evil.example/', 'TypeError: fetch failed']);
});

describe('100 requests in each minute of a run', () => {
  const oneByOne = async (count: number) => {
    const names: string[] = [];
    for (let call = 0; call < count; call += 1) names.push(await nameOf(() => fetch(site)));
    return names.filter((name) => name === 'went through').length;
  };
  const atOnce = async (count: number) => {
    const names = await Promise.all(Array.from({ length: count }, () => nameOf(() => fetch(site))));
    return names.filter((name) => name === 'went through').length;
  };

  it.each([
    ['one after the other', oneByOne],
    ['at once', atOnce],
  ])('are let out, and no more of those that are sent %s', async (_how, send) => {
    const { result } = await inApp(async () => [await send(120), await nameOf(() => fetch(site))]);
    expect(result).toEqual([100, 'TypeError: fetch failed']);
  });

  it('are let out again in the next minute, and no more because of an idle one', async () => {
    const counts: number[] = [];
    const { host, installation, clock } = stage({
      onDay: async () => {
        counts.push(await oneByOne(10));
        clock.elapse(59_000);
        counts.push(await oneByOne(100));
        clock.elapse(2_000);
        counts.push(await oneByOne(120));
        clock.elapse(130_000);
        counts.push(await oneByOne(120));
      },
    });
    await host.runSchedule(installation, 'daily');
    expect(counts).toEqual([10, 90, 100, 100]);
  });
});

it('gives up when its signal says so, also because of time that only passed on the virtual clock', async () => {
  const { result, clock } = await inApp(
    async () => {
      const late = await nameOf(() => fetch(site, { signal: AbortSignal.timeout(10_000) }));
      const before = await nameOf(() => fetch(site, { signal: AbortSignal.abort() }));
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), 30_000);
      const inTime = await nameOf(() => fetch(site, { signal: controller.signal }));
      clearTimeout(timer);
      return [late, before, inTime];
    },
    {
      faults: declared({
        id: 'slow',
        match: { service: 'egress', attempt: 1 },
        effect: { kind: 'delay', ms: 11_000 },
      }),
    },
  );
  expect(result).toEqual([
    'TimeoutError: The operation was aborted due to timeout',
    'AbortError: This operation was aborted',
    'went through',
  ]);
  expect(clock.time()).toBe(Date.parse('2026-01-05T12:00:11Z'));
});

function declared(...rules: readonly FaultRule[]) {
  const faults = new Faults();
  faults.declare(...rules);
  return faults;
}
