import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { aGroup } from '../../tools/simulator/atlassian/worlds/make';
import { problemOf, valueOf } from '../start';
import { aGroupRule, fieldRef } from './rules';
import { govern, HOUR, type Stage } from './stage';

const { accessLevel } = acme.desk.fields;

/** Fifteen options, each with twenty groups of its own. */
function wide({ site, connection }: Stage) {
  const numbers = Array.from({ length: 15 }, (_, index) => index);
  const options = numbers.map((index) => ({
    id: String(800_000 + index),
    value: `Level ${index}`,
    disabled: false,
  }));
  site.work.setField(accessLevel.id, { options: [...accessLevel.options, ...options] });
  const choices = options.map(({ id, value }, index) => ({
    option: { id, label: value },
    groups: Array.from({ length: 20 }, (_, nth) => {
      const group = aGroup(`space-editors-${index}-${nth}`, []);
      site.directory.addGroup(group);
      return { id: group.id, name: group.name };
    }),
  }));
  return aGroupRule(connection.id, {
    name: 'Wide',
    access: {
      kind: 'group-membership',
      connectionId: connection.id,
      by: 'level',
      field: fieldRef('accessLevel', 'option'),
      choices,
    },
  });
}

const sized = (rule: ReturnType<typeof wide>, options: number) => {
  if (rule.access.kind !== 'group-membership') throw new Error('Another kind of rule.');
  return { ...rule, access: { ...rule.access, choices: rule.access.choices.slice(0, options) } };
};

it('more groups than one save can look at are added in several', async () => {
  const stage = await govern();
  const { id } = stage.rule;
  const rule = wide(stage);
  const tooMany = problemOf(await stage.call('rule.update', { id, version: 1, rule: sized(rule, 5) }));
  expect(tooMany.fields).toEqual({
    'access.choices': 'At most 80 groups can be added at once. Save fewer first, then add the others.',
  });
  // Long enough for everything that was remembered to be forgotten.
  await stage.advance(HOUR);
  for (const [index, options] of [4, 8, 12, 15].entries())
    valueOf(await stage.call('rule.update', { id, version: index + 1, rule: sized(rule, options) }));
  stage.close();
});

it('of many groups, the one that may not be given is named at its option', async () => {
  const stage = await govern();
  const rule = sized(wide(stage), 4);
  const last = rule.access.choices.at(-1)?.groups.at(-1);
  stage.site.directory.setGroup(last?.id ?? '', { managedBy: 'EXTERNAL' });
  const saving = stage.call('rule.update', { id: stage.rule.id, version: 1, rule });
  expect(problemOf(await saving).fields).toEqual({
    'access.choices.3.groups': expect.stringMatching(/^space-editors-3-19: .*identity provider/),
  });
  stage.close();
});
