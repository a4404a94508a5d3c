import { inspect } from 'node:util';
import { Secret } from '../../src/domain/secret';

const token = 'ATATT3x-canary';
const secret = new Secret(token);

it.each([
  ['template text', () => `${String(secret)}`],
  ['JSON', () => JSON.stringify({ secret, nested: [secret] })],
  ['an inspected object', () => inspect({ secret }, { depth: 5, showHidden: true })],
  ['a copy', () => JSON.stringify({ ...secret }) + JSON.stringify(Object.entries(secret))],
])('%s does not show a secret', (_what, show) => {
  expect(show()).not.toContain(token);
});

it('gives the value to whoever asks for it by name', () => {
  expect(secret.reveal()).toBe(token);
});
