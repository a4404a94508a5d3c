import { createPace } from '../../src/forge/pace';
import { inApp, type InApp } from './in-app';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** When each of so many calls may go out, if all are asked for at once at `at`. */
function pacing() {
  let now = 0;
  const pace = createPace(() => now);
  const send = (count: number, at: number) => {
    now = at;
    return Array.from({ length: count }, () => now + pace.take());
  };
  return { send, waitMs: () => pace.waitMs() };
}

describe('what one run asks of other hosts', () => {
  it('goes out at once up to a hundred calls, and the rest after a minute', () => {
    const { send, waitMs } = pacing();
    expect(send(100, 0).every((at) => at === 0)).toBe(true);
    expect(waitMs()).toBeGreaterThan(MINUTE);
    const rest = send(50, 0);
    expect([Math.min(...rest) > MINUTE, Math.max(...rest) < 2 * MINUTE]).toEqual([true, true]);
  });

  it('is never more than a hundred in any sixty seconds, whenever they begin', () => {
    const { send } = pacing();
    const sent = [0, 30, 59, 61, 90, 119, 180, 400].flatMap((second) => send(45, second * SECOND));
    const busiest = Math.max(
      ...sent.map((from) => sent.filter((at) => at >= from && at < from + MINUTE).length),
    );
    expect(busiest).toBe(100);
  });
});

describe('a run of the app', () => {
  let app: InApp;
  beforeEach(() => {
    app = inApp();
  });
  afterEach(() => app.close());

  const lastCalls = () => app.forge.invocations().at(-1)?.siteCalls ?? [];
  const ask = (count: number) =>
    app.run(async (ports) => {
      const { http, site } = await ports.installation();
      const request = { method: 'GET', url: new URL('/_edge/tenant_info', site), headers: {} } as const;
      const answers = await Promise.allSettled(Array.from({ length: count }, () => http(request)));
      return { room: ports.hasTime(), answers };
    });

  it('that is too short to ask for everything says so, instead of running into the limit of the platform', async () => {
    const { answers, room } = await ask(130);
    const refused = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [answer.reason as unknown] : [],
    );
    expect(refused).toHaveLength(30);
    expect(refused[0]).toMatchObject({
      code: 'target-unavailable',
      retryable: true,
      retryAfterSeconds: 61,
      message: expect.stringContaining('than one run of this app may') as string,
    });
    expect(lastCalls().filter(({ service }) => service === 'egress')).toHaveLength(100);
    expect(room).toBe(false);
  });

  it('has a limit of its own, whatever other runs have asked', async () => {
    await ask(100);
    const { answers } = await ask(100);
    expect(answers.filter(({ status }) => status === 'rejected')).toEqual([]);
  });
});

describe('the address of the site', () => {
  let processes = 0;
  let app: InApp;
  beforeEach(() => {
    processes += 1;
    app = inApp({ cloudId: () => `process-${processes}` });
  });
  afterEach(() => app.close());

  const aProcessBegins = () => (processes += 1);
  const find = (how?: 'anew') => app.run(async (ports) => (await ports.installation(how)).site.href);
  const asked = () =>
    app.forge
      .invocations()
      .flatMap(({ siteCalls }) => siteCalls)
      .filter(({ operation }) => operation === 'GET /rest/api/3/serverInfo').length;

  it('is asked for once in ten minutes by one process, and nothing is stored for that', async () => {
    expect(await find()).toBe('https://acme.atlassian.net/');
    app.clock.elapse(10 * MINUTE - 1);
    await find();
    expect(asked()).toBe(1);
    expect(app.stored().plain).toEqual({});
    app.clock.elapse(1);
    await find();
    expect(asked()).toBe(2);
  });

  it('is there for processes that are yet to begin where it was asked for anew, for ten minutes in all', async () => {
    await find();
    await find('anew');
    app.clock.elapse(9 * MINUTE);
    aProcessBegins();
    expect(await find()).toBe('https://acme.atlassian.net/');
    expect(asked()).toBe(2);
    app.clock.elapse(MINUTE);
    await find();
    expect(asked()).toBe(3);
  });

  it.each(['get', 'set'] as const)('is asked for where the storage fails to %s it', async (operation) => {
    const match = { service: 'kvs', operation, key: 'site-address' } as const;
    app.faults.declare({ id: 'full', match, effect: { kind: 'error', status: 500 } });
    await find('anew');
    aProcessBegins();
    expect(await find()).toBe('https://acme.atlassian.net/');
    expect(asked()).toBe(2);
    expect(app.faults.unfired()).toEqual([]);
  });
});
