import type { RuleInput } from '../../src/contract/rule';
import { writeRule } from '../../src/app/write-rule';
import { inApp } from '../forge/in-app';
import { aRule, someAccess } from '../forge/records';
import { aGroupRule, aPolicy, fieldRef, optionRef } from '../journeys/rules';
import { problemOf, startApp, valueOf } from '../start';

let app: ReturnType<typeof startApp>;
beforeEach(() => {
  app = startApp();
});
afterEach(() => app.close());

const levels = ['HR readers', 'Legal reviewers', 'Marketing space editors'] as const;
/** A rule for one access level, with very many approvers, each with an id as long as the editor takes. */
function heavy(connectionId: string, at: number, sources = 3): RuleInput {
  const rule = aGroupRule(connectionId, { name: `Rule ${at}` });
  const level = levels[at] ?? 'HR readers';
  const people = (source: number) =>
    Array.from({ length: 50 }, (_, index) => `${source}-${index}-`.padEnd(200, '€'));
  return {
    ...rule,
    trigger: {
      ...rule.trigger,
      conditions: [{ field: fieldRef('accessLevel', 'option'), anyOf: [optionRef('accessLevel', level)] }],
    },
    approval: aPolicy({
      sources: Array.from({ length: sources }, (_, source) => ({ kind: 'people', ids: people(source) })),
    }),
  };
}

it('rules that are more than one record can hold together are refused in plain words, the others stay', async () => {
  const { id } = await app.connect();
  valueOf(await app.call('rule.create', { rule: heavy(id, 0) }));
  valueOf(await app.call('rule.create', { rule: heavy(id, 1) }));
  const refused = problemOf(await app.call('rule.create', { rule: heavy(id, 2) }));
  expect(refused).toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/^All rules together are too large/),
  });
  expect(valueOf(await app.call('rule.list'))).toHaveLength(2);
});

it('one rule that is more than one record can hold is refused in plain words', async () => {
  const { id } = await app.connect();
  const refused = problemOf(await app.call('rule.create', { rule: heavy(id, 0, 8) }));
  expect(refused).toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/^This rule is too large/),
  });
});

it('of a rule with very many groups, the list of rules keeps the first twenty', async () => {
  const groups = Array.from({ length: 30 }, (_, at) => ({ id: `group-${at}`, name: `group ${at}` }));
  const choices = [{ option: { id: '1', label: 'Reader' }, groups }];
  const rule = aRule({ access: { ...someAccess, choices } });
  const inside = inApp();
  const names = await inside.run(async (ports) => {
    const book = await ports.rules.book();
    await writeRule(ports, { book, rule, what: 'rule.created', by: 'ann' });
    return (await ports.rules.book()).entries.flatMap(({ groupNames }) => groupNames);
  });
  expect(names).toEqual(groups.slice(0, 20).map(({ name }) => name));
  inside.close();
});
