import { inspect } from 'node:util';
import type { HttpRequest } from '../../../src/connectors/connector';
import { Fault } from '../../../src/domain/fault';
import { questions } from './faults';
import { isWrite, open, patiently, type Meddler, type Setup, type Stage } from './stage';

/** Every form in which the token could slip out. */
function formsOf({ credential }: Stage): readonly string[] {
  const token = credential.apiToken.reveal();
  const basic = Buffer.from(`${credential.adminEmail}:${token}`).toString('base64');
  return [token, basic].flatMap((text) => [
    text,
    encodeURIComponent(text),
    Buffer.from(text).toString('base64'),
  ]);
}

/** All that can be read out of a value, by whoever logs, sends or shows it: hidden properties and causes included. */
const readable = (value: unknown): string =>
  [
    inspect(value, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null }),
    String(value),
    JSON.stringify(value),
  ]
    .concat(value instanceof Error ? [value.stack ?? '', readable(value.cause)] : [])
    .join('\n');

/** A target that says back everything that it was told. */
const echo =
  (status: number): Meddler =>
  async (request) => ({
    status,
    headers: { ...request.headers, 'x-aaccountid': request.headers['authorization'] ?? '' },
    text: JSON.stringify(told(request)),
  });
const told = ({ headers, body }: HttpRequest) => ({
  message: headers,
  errorMessages: [headers, body],
  headers,
});

export function secretCases(setup: Setup): void {
  it.each([200, 201, 302, 400, 401, 403, 404, 409, 418, 429, 500])(
    'says nothing of the secret when the target repeats it with a %i',
    async (status) => {
      const stage = await setup();
      for (const [, ask] of [...questions, check]) {
        const outcome: unknown = await ask(stage, open(stage, echo(status))).catch((error: unknown) => error);
        for (const form of formsOf(stage)) expect(readable(outcome)).not.toContain(form);
      }
    },
  );

  it('says nothing of the secret when it works', async () => {
    const stage = await setup();
    const report = await patiently(stage, () => open(stage).check(stage.policy));
    for (const form of formsOf(stage)) expect(readable(report)).not.toContain(form);
  });

  it('sends the secret in the one header that is made for it', async () => {
    const stage = await setup();
    const seen: HttpRequest[] = [];
    // Changes are looked at and kept back: on a real site somebody would be invited.
    const watch: Meddler = async (request, send) => {
      seen.push(request);
      return isWrite(request) ? { status: 400, headers: {}, text: '' } : send();
    };
    for (const [, ask] of [...questions, check]) await ask(stage, open(stage, watch)).catch(refused);
    expect(seen.length).toBeGreaterThan(questions.length);
    for (const { url, body = '', headers } of seen) {
      const { authorization, ...others } = headers;
      expect(authorization).toMatch(/^Basic /);
      for (const form of formsOf(stage))
        expect(`${url.href} ${body} ${JSON.stringify(others)}`).not.toContain(form);
    }
  });
}

const check: (typeof questions)[number] = ['check', (stage, target) => target.check(stage.policy)];

/** What was kept back comes out as a Fault, and so does a target that is asked too much at once. */
function refused(error: unknown): void {
  if (!(error instanceof Fault)) throw error;
}
