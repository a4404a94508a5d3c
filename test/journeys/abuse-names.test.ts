import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { problemOf } from '../start';
import { confusablesOf, hostileNames, naughty } from './hostile-names';
import { aGroupRule, fieldRef, levelChoice, optionRef } from './rules';
import { agent, employee, govern, type Stage } from './stage';

const { desk, groups } = acme;
const { accessLevel } = desk.fields;
const MAPPED = 'HR readers';
const allGroups = (stage: Stage) => stage.site.directory.groupsOf(employee).map(({ name }) => name);

describe('options', () => {
  let stage: Stage;
  let before: readonly string[];
  beforeAll(async () => {
    stage = await govern();
    before = allGroups(stage);
  });
  afterAll(() => stage.close());

  it('an option that the rule does not name gives nothing, and what it is called is not repeated', async () => {
    const { work } = stage.site;
    const names = hostileNames(MAPPED);
    expect(naughty.length).toBeGreaterThanOrEqual(485);
    expect(names).toEqual(expect.arrayContaining([...naughty]));
    for (const [index, value] of names.entries()) {
      const option = { id: String(900_000 + index), value, disabled: false };
      work.setField(accessLevel.id, { options: [...accessLevel.options, option] });
      const id = await stage.ask({ fields: { [accessLevel.id]: option.id } });
      expect(await stage.view(id)).toMatchObject({
        state: 'refused',
        why: 'Something was chosen that the rule does not allow. (Access level)',
        grants: [],
      });
      expect(stage.said(id)).toEqual([
        'Nothing can be given for this request:\n' +
          'What is chosen in “Access level” cannot be asked for.\n' +
          'Please raise a new request in which this is put right.',
      ]);
      stage.clock.elapse(500);
    }
    work.setField(accessLevel.id, { options: accessLevel.options });
    expect(allGroups(stage)).toEqual(before);
  });

  it('a mapped option that was renamed gives nothing, whatever it is called now', async () => {
    const { work } = stage.site;
    for (const value of hostileNames(MAPPED).filter((name) => name !== MAPPED)) {
      const options = accessLevel.options.map((each) => (each.value === MAPPED ? { ...each, value } : each));
      work.setField(accessLevel.id, { options });
      const id = await stage.ask();
      const { state, why } = await stage.view(id);
      expect([value, state, why]).toEqual([
        value,
        'refused',
        'The chosen option was renamed after the rule was saved. (Access level)',
      ]);
    }
    work.setField(accessLevel.id, { options: accessLevel.options });
    expect(allGroups(stage)).toEqual(before);
  });
});

const closed = [
  'org-admins',
  'site-admins',
  'administrators',
  'system-administrators',
  'confluence-admins-acme',
  'jira-user-access-admins',
  'atlassian-addons-admin',
];

describe('groups', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await govern();
  });
  afterEach(() => {
    stage.site.directory.setGroup(groups.hrReaders, { name: 'hr-readers' });
    stage.site.directory.setMember(groups.hrReaders, employee, false);
  });
  afterAll(() => stage.close());

  it.each(closed)(
    'a group that passes for %s is not given, and no rule can be written for it',
    async (name) => {
      const { directory } = stage.site;
      const names = [name, ...confusablesOf(name)];
      for (const [index, each] of names.entries()) {
        directory.setGroup(groups.hrReaders, { name: 'hr-readers' });
        // The whole way for some of them, and the rule's own look for all.
        const id = index % 12 === 0 ? await stage.ask() : undefined;
        directory.setGroup(groups.hrReaders, { name: each });
        if (id !== undefined) {
          await stage.approve(id);
          expect([each, await stage.stateOf(id)]).toEqual([each, 'failed']);
          expect(stage.said(id).at(-1)).toContain('A group is protected.');
        }
        const rule = { ...aGroupRule(stage.connection.id), name: 'Another' };
        const { fields } = problemOf(await stage.call('rule.create', { rule }));
        expect([each, fields?.['access.choices.0.groups']]).toEqual([
          each,
          expect.stringMatching(/makes people administrators|holds the accounts of apps/),
        ]);
        expect(stage.isIn(groups.hrReaders)).toBe(false);
        stage.clock.elapse(1_000);
      }
    },
  );

  it('a harmless group is given by its id, whatever it is called now', async () => {
    for (const name of hostileNames('hr-readers').filter((_name, index) => index % 9 === 0)) {
      stage.site.directory.setGroup(groups.hrReaders, { name });
      const id = await stage.ask();
      await stage.approve(id);
      expect([name, await stage.stateOf(id)]).toEqual([name, 'fulfilled']);
      expect(stage.isIn(groups.hrReaders)).toBe(true);
      expect(stage.said(id).at(-1)).toContain(' is now a member of the group “hr-readers”');
      stage.site.directory.setMember(groups.hrReaders, employee, false);
    }
  });
});

it.each([
  ['before it is asked for', true, 'refused'],
  ['between the question and the approval', false, 'failed'],
] as const)(
  'a group of the same name but another id is not given, when the swap comes %s',
  async (_when, early, state) => {
    const stage = await govern();
    const { directory } = stage.site;
    const swap = () => {
      const group = directory.group(groups.hrReaders);
      directory.removeGroup(group.id);
      directory.addGroup({ ...group, id: '00000000-0000-4000-8000-000000000001' });
    };
    if (early) swap();
    const id = await stage.ask();
    if (!early) swap();
    if (!early) await stage.approve(id);
    expect(await stage.stateOf(id)).toBe(state);
    expect(directory.groupsOf(employee).map(({ name }) => name)).not.toContain('hr-readers');
    expect(stage.said(id).at(-1)).toMatch(/deleted|does not exist any more/);
    stage.close();
  },
);

it.each(['orgAdmins', 'siteAdmins', 'confluenceAdmins', 'addons', 'oktaFinance'] as const)(
  'a rule that calls %s by a harmless name is refused, because of its id',
  async (key) => {
    const stage = await govern();
    const rule = aGroupRule(stage.connection.id, {
      name: 'Another',
      access: {
        kind: 'group-membership',
        connectionId: stage.connection.id,
        by: 'groups',
        field: fieldRef('requestedGroups', 'options'),
        choices: [
          {
            option: optionRef('requestedGroups', 'hr-readers'),
            groups: [{ id: groups[key], name: 'hr-readers' }],
          },
        ],
      },
    });
    const { fields } = problemOf(await stage.call('rule.create', { rule }));
    expect(fields?.['access.choices.0.groups']).toMatch(
      /makes people administrators|accounts of apps|identity provider/,
    );
    stage.close();
  },
);

it('people can ask for what the rule names alone: any other option is outside its list', async () => {
  const stage = await govern();
  await stage.change(stage.rule, {
    access: {
      kind: 'group-membership',
      connectionId: stage.connection.id,
      by: 'groups',
      field: fieldRef('requestedGroups', 'options'),
      choices: [{ option: optionRef('requestedGroups', 'hr-readers'), groups: levelChoice(MAPPED).groups }],
    },
  });
  for (const other of ['confluence-admins-acme', 'okta-finance', 'legal-reviewers']) {
    const chosen = ['hr-readers', other].map((label) => optionRef('requestedGroups', label).id);
    const id = await stage.ask({ fields: { [desk.fields.requestedGroups.id]: chosen } });
    expect(await stage.view(id)).toMatchObject({ state: 'refused', grants: [] });
    await stage.edit(id, { by: agent, fields: { [desk.fields.requestedGroups.id]: chosen.slice(0, 1) } });
    expect(await stage.stateOf(id)).toBe('refused');
  }
  stage.close();
});
