import { FREE, type Change, type Ports } from '../../../src/app/ports';
import type { AuditEvent } from '../../../src/domain/audit';
import { inApp, type InApp } from '../in-app';
import { aBookWith, aHolding, aRule } from '../records';

let app: InApp;
beforeEach(() => {
  app = inApp();
});
afterEach(() => app.close());

let told = 0;
const event = (): AuditEvent => ({
  id: `event-${(told += 1)}`,
  schema: 1,
  what: 'rule.created',
  at: new Date('2026-01-05T12:00:00Z'),
  by: { kind: 'event' },
  on: 'rule#rule-1',
  detail: { version: 1 },
});
const write = (change: Partial<Change>) => (ports: Ports) =>
  ports.commit({ guards: [], puts: [], drops: [], events: [event()], ...change });

it('a book that was never written is version 0 and empty', async () => {
  expect(await app.run((ports) => ports.rules.book())).toEqual({ version: 0, entries: [] });
});

it('a rule is read as it is now, and each of its versions as it was', async () => {
  const [first, second] = [aRule(), aRule({ version: 2, name: 'HR writers' })];
  for (const value of [first, second]) await app.run(write({ puts: [{ kind: 'rule', value }] }));
  await app.run(async ({ rules }) => {
    expect(await rules.find('rule-1')).toEqual(second);
    expect(await rules.findVersion('rule-1', 1)).toEqual(first);
    expect(await rules.findVersion('rule-1', 2)).toEqual(second);
    expect(await rules.findVersion('rule-1', 3)).toBeUndefined();
  });
});

it('a rule that was deleted keeps its versions, for requests that are under way', async () => {
  await app.run(write({ puts: [{ kind: 'rule', value: aRule() }] }));
  await app.run(write({ drops: [{ kind: 'rule', id: 'rule-1' }] }));
  await app.run(async ({ rules }) => {
    expect(await rules.find('rule-1')).toBeUndefined();
    expect(await rules.findVersion('rule-1', 1)).toEqual(aRule());
  });
});

it.each([
  ['an application', aRule({ access: { kind: 'application-access', field: aField(), applications: [] } })],
  ['whoever has an address', aRule({ beneficiary: { kind: 'email', field: aField(), invite: true } })],
  ['an end in a field', aRule({ end: { kind: 'field', field: aField(), required: true, maxHours: 24 } })],
  ['an end by choice', aRule({ end: { kind: 'choice', field: aField(), required: false, choices: [] } })],
  ['hours in a field', aRule({ end: { kind: 'hours', field: aField(), required: true, maxHours: 8 } })],
  ['no end', aRule({ end: { kind: 'never' } })],
])('a rule with %s comes back as it was written', async (_what, value) => {
  await app.run(write({ puts: [{ kind: 'rule', value }] }));
  expect(await app.run(({ rules }) => rules.find(value.id))).toEqual(value);
});

function aField() {
  return { id: 'customfield_1', name: 'Field', kind: 'text' as const };
}

it('two administrators write the book: one of them has to look again', async () => {
  const guard = { on: { kind: 'rule-book' }, was: FREE, becomes: '1' } as const;
  const change = () => write({ guards: [guard], puts: [{ kind: 'rule-book', value: aBookWith(aRule()) }] });
  expect(await app.run(change())).toBe('written');
  expect(await app.run(change())).toBe('moved');
  expect(await app.run(({ rules }) => rules.book())).toEqual(aBookWith(aRule()));
});

it('giving and taking of one access meet at its holding: the second writer has to look again', async () => {
  const value = aHolding({
    heldBefore: false,
    lease: { grantId: 'grant-1', act: 'give', until: new Date('2026-01-05T12:02:00Z') },
  });
  const guard = { on: { kind: 'holding', id: value.id }, was: FREE, becomes: '1' } as const;
  const change = () => write({ guards: [guard], puts: [{ kind: 'holding', value }] });
  expect(await app.run(change())).toBe('written');
  expect(await app.run(change())).toBe('moved');
  expect(await app.run(({ holdings }) => holdings.find(value.id))).toEqual(value);
  expect(await app.run(({ holdings }) => holdings.find('other'))).toBeUndefined();
});

it('a rule that rests damaged is refused, never half believed', async () => {
  await app.run(write({ puts: [{ kind: 'rule', value: aRule() }] }));
  app.forge.storage.store.handle({
    installation: app.installation.id,
    operation: 'set',
    body: { key: 'rule#rule-1', value: { ...aRule(), approval: { by: 'nobody' } } },
    now: app.clock.time(),
  });
  await expect(app.run(({ rules }) => rules.find('rule-1'))).rejects.toThrow();
});
