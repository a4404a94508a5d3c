import type { HttpResponse } from '../../../src/connectors/connector';
import { cutOff, open, type Setup, type Stage } from './stage';

const answer = (status: number, text = '', headers: Readonly<Record<string, string>> = {}): HttpResponse => ({
  status,
  headers,
  text,
});
const HTML = '<!doctype html><title>Something is wrong</title>';

/** Every question that a target may be asked, by name. */
export const questions: readonly (readonly [
  string,
  (stage: Stage, target: ReturnType<typeof open>) => Promise<unknown>,
])[] = [
  ['searchPeople', (_stage, target) => target.searchPeople('ann')],
  ['searchPeople by address', ({ email }, target) => target.searchPeople(email)],
  ['searchGroups', (_stage, target) => target.searchGroups('')],
  ['describePeople', ({ who }, target) => target.describePeople([who.id])],
  ['describeGroups', ({ what }, target) => target.describeGroups([what.resource.id])],
  ['find', ({ who }, target) => target.find(who.id)],
  ['findByEmail', ({ email }, target) => target.findByEmail(email)],
  ['holdings', ({ who }, target) => target.holdings(who)],
  [
    'searchGroups for a rule',
    ({ what }, target) => target.searchGroups(what.resource.name, undefined, { purpose: 'membership' }),
  ],
  [
    'searchGroups for privileged access',
    ({ what }, target) => target.searchGroups(what.resource.name, undefined, { purpose: 'privileged' }),
  ],
  [
    'describeGroups for a rule',
    ({ what }, target) => target.describeGroups([what.resource.id], { purpose: 'membership' }),
  ],
  ['members', ({ what }, target) => target.members(what)],
  ['mustBeGivable', ({ what }, target) => target.mustBeGivable(what)],
  ['look', ({ who, what }, target) => target.look(who, what)],
  ['grant', ({ who, what }, target) => target.grant(who, what)],
  ['revoke', ({ who, what }, target) => target.revoke(who, what)],
  ['invite', (_stage, target) => target.invite('new.person@acme.example')],
];

/** What a target says on bad days, in the words that everybody else knows. */
export function faultCases(setup: Setup): void {
  const all = async (meddle: () => Promise<HttpResponse>, expected: Readonly<Record<string, unknown>>) => {
    const stage = await setup();
    for (const [name, ask] of questions) {
      const fault: unknown = await ask(stage, open(stage, meddle)).catch((error: unknown) => error);
      expect({ asked: name, fault }).toMatchObject({ asked: name, fault: { name: 'Fault', ...expected } });
    }
  };

  it.each([
    [401, 'target-unauthorized', false],
    [403, 'target-forbidden', false],
    [429, 'target-unavailable', true],
    [500, 'target-unavailable', true],
    [502, 'target-unavailable', true],
    [503, 'target-unavailable', true],
  ])('turns %i into the same fault, whatever was asked', async (status, code, retryable) => {
    for (const text of ['', HTML]) await all(async () => answer(status, text), { code, retryable });
  });

  it('passes on how long to wait', async () => {
    await all(async () => answer(429, '', { 'retry-after': '30' }), { retryAfterSeconds: 30 });
  });

  it('calls silence a matter of time', async () => {
    await all(() => Promise.reject(cutOff()), { code: 'target-unavailable', retryable: true });
  });

  it.each([
    ['an HTML page', HTML],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '7'],
    ['an empty object', '{}'],
    ['half an answer', '{"results":[{"id":'],
    ['other things', '{"results":[{"id":7}],"values":[null],"_links":[]}'],
  ])('concludes nothing from %s', async (_name, text) => {
    await all(async () => answer(200, text), { code: 'unexpected', retryable: false });
  });

  it.each([301, 302, 307, 308])('follows no redirect (%i)', async (status) => {
    let asked = 0;
    const away = async () => {
      asked += 1;
      return answer(status, '', { location: 'https://evil.example/' });
    };
    await all(away, { code: 'unexpected' });
    expect(asked).toBeGreaterThan(0);
  });

  it('gives up a check only when the target cannot be asked', async () => {
    const stage = await setup();
    const checked = (status: number) => open(stage, async () => answer(status, HTML)).check(stage.policy);
    await expect(checked(503)).rejects.toMatchObject({ code: 'target-unavailable' });
    await expect(checked(200)).rejects.toMatchObject({ code: 'unexpected' });
    for (const status of [401, 403]) {
      expect((await checked(status)).lines).toContainEqual(expect.objectContaining({ outcome: 'failed' }));
    }
  });
}
