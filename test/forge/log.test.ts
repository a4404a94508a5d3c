import { Fault } from '../../src/domain/fault';
import { logFailure } from '../../src/forge/log';

const token = 'ATATT3xFfGF0canary-canary-canary-canary=1A2B3C4D';

const logged = (error: unknown): string => {
  const spy = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const trace = logFailure(error);
  const line = spy.mock.calls.flat().join('\n');
  expect(line).toContain(trace);
  return line;
};

it.each([
  ['a bug', new Error(`cannot read ${token}`)],
  ['a thrown text', `Basic ${Buffer.from(`a@b.c:${token}`).toString('base64')}`],
  ['a cause of a fault', new Fault('unexpected', 'No.', { cause: new TypeError(`Invalid header ${token}`) })],
  ['a fault that quotes it', new Fault('invalid', `not this: ${token}`)],
])('%s does not carry a token into the log', (_what, error) => {
  const line = logged(error);
  expect(line).not.toContain('canary-canary');
  expect(line).toContain('•••');
});

it('a bug is logged with the place where it happened, without the folders of the machine', () => {
  const line = logged(new RangeError('too far'));
  expect(line).toContain('RangeError');
  expect(line).toContain('too far');
  expect(line).toContain('log.test.ts');
  expect(line).not.toContain(process.cwd());
});
