import { commands } from '../../src/forge/commands';
import { problemOf, someFacts, startApp } from '../start';

type App = ReturnType<typeof startApp>;
let app: App;
beforeAll(() => {
  app = startApp();
});
/** The site allows a hundred calls of a kind in a second. */
beforeEach(() => app.clock.elapse(2_000));
afterAll(() => app.close());

const calls = Object.keys(commands);
const hostile: readonly (readonly [string, unknown])[] = [
  ['an unknown field', { surprise: true }],
  ['a list', []],
  ['a text', 'connection'],
  ['a number', 7],
  ['a prototype key', JSON.parse('{"__proto__":{"admin":true}}')],
  ['a constructor', { constructor: { prototype: {} } }],
  ['an id that walks', { id: '../credential', version: 1 }],
  ['an id with a key separator', { id: 'a#health', version: 1 }],
  ['a version of the wrong kind', { id: 'a', version: '1' }],
  ['a version beyond numbers', { id: 'a', version: 1e999 }],
];

describe.each(hostile)('%s', (_what, payload) => {
  it.each(calls)('sent to %s is refused in plain words and changes nothing', async (name) => {
    const before = app.stored();
    const reply = (await app.invoke(name, payload)) as Parameters<typeof problemOf>[0];
    expect(['invalid', 'not-found']).toContain(problemOf(reply).code);
    expect(problemOf(reply).message).not.toMatch(/zod|undefined|\[object|at .*:\d/i);
    expect(app.stored()).toEqual(before);
  });
});

it('values with a prototype key, an unknown field or the wrong type are refused, field by field', async () => {
  const draft = await app.draft();
  for (const values of [
    { ...someFacts, surprise: 'x' },
    { ...someFacts, name: ['Wiki'] },
    { ...someFacts, defaultGroups: 'all' },
    JSON.parse('{"__proto__":"x","name":"Wiki"}'),
    JSON.parse('{"constructor":"x","name":"Wiki"}'),
  ]) {
    const before = app.stored();
    const reply = await app.call('connection.create', { draft, values: values as Record<string, string> });
    expect(problemOf(reply).code).toBe('invalid');
    expect(app.stored()).toEqual(before);
  }
});

it('600 KB are stopped by the platform before they reach the app', async () => {
  const before = app.forge.invocations().length;
  const payload = { draft: 'a', values: { name: 'x'.repeat(600_000) } };
  await expect(app.invoke('connection.create', payload)).rejects.toThrow();
  const [run] = app.forge.invocations().slice(before);
  expect(run?.storage.requests ?? 0).toBe(0);
});

it('a text that the platform lets through but no form needs is refused at its field', async () => {
  const draft = await app.draft();
  const reply = await app.call('connection.create', {
    draft,
    values: { ...someFacts, name: 'x'.repeat(300_000) },
  });
  expect(Object.keys(problemOf(reply).fields ?? {})).toEqual([expect.stringMatching(/name$/)]);
});
