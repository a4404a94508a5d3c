import { stage } from './stage';

const site = 'https://acme.atlassian.net';
const CALL_MS = 200;

function far(calls: Readonly<Record<string, () => Promise<unknown>>>) {
  const theatre = stage({ calls });
  theatre.host.network.siteCallMs = CALL_MS;
  const began = theatre.clock.time();
  return { ...theatre, passed: () => theatre.clock.time() - began };
}
const oneByOne = async (count: number) => {
  for (let call = 0; call < count; call += 1) await fetch(site);
};

it('each call to the site takes its time, one after the other', async () => {
  const { call, passed, last } = far({ act: () => oneByOne(3) });
  await call('act');
  expect(passed()).toBe(3 * CALL_MS);
  expect(last()?.durationMs).toBe(3 * CALL_MS);
});

it('calls that are sent together take it together', async () => {
  const { call, passed } = far({ act: () => Promise.all([fetch(site), fetch(site), fetch(site)]) });
  await call('act');
  expect(passed()).toBe(CALL_MS);
});

it('runs that go side by side take as long as the longest of them', async () => {
  const { call, passed } = far({ short: () => oneByOne(2), long: () => oneByOne(5) });
  await Promise.all([call('short'), call('long'), call('short'), call('long')]);
  expect(passed()).toBe(5 * CALL_MS);
});

it('an answer that takes longer than its caller waits is not heard', async () => {
  const { call, host } = far({
    act: () => fetch(site, { signal: AbortSignal.timeout(1_000) }).catch(({ name }: Error) => name),
  });
  host.network.siteCallMs = 1_500;
  expect(await call('act')).toBe('TimeoutError');
});
