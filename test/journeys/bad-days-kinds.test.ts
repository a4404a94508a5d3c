import type { RuleInput } from '../../src/contract/rule';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { adfOf } from '../../tools/simulator/atlassian/work/adf';
import { aPolicy, fieldRef, optionRef } from './rules';
import { agent, approver, employee, govern, HOUR, SOON, type Stage } from './stage';

const { desk, groups, people } = acme;
const { fields, requestTypes } = desk;
const MINUTE = 60_000;
const second = people.plainUser.accountId;
const of = (key: keyof typeof requestTypes): RuleInput['trigger'] => ({
  deskId: desk.it.desk.id,
  projectId: desk.it.id,
  projectName: desk.it.name,
  requestTypeId: requestTypes[key].id,
  requestTypeName: requestTypes[key].name,
  conditions: [],
});

describe('application access', () => {
  const start = async (over: Partial<RuleInput> = {}) => {
    const stage = await govern();
    const { id, version } = stage.connection;
    const values = {
      name: 'Corporate Confluence',
      applicationAdmin: second,
      defaultGroups: [groups.confluenceUsers, groups.marketingWriters],
    };
    await stage.call('connection.update', { id, version, values });
    await stage.change(stage.rule, {
      trigger: of('applicationAccess'),
      access: {
        kind: 'application-access',
        field: fieldRef('targetApplication', 'option'),
        applications: [{ option: optionRef('targetApplication', 'Confluence'), connectionId: id }],
      },
      approval: aPolicy({ sources: [{ kind: 'application-admin' }] }),
      ...over,
    });
    return stage;
  };
  const ask = (stage: Stage, values: Record<string, unknown> = {}) =>
    stage.ask({
      requestTypeId: requestTypes.applicationAccess.id,
      fields: {
        [fields.accessLevel.id]: null,
        [fields.targetApplication.id]: optionRef('targetApplication', 'Confluence').id,
        ...values,
      },
    });
  const both = [groups.confluenceUsers, groups.marketingWriters];

  it('gives all default groups once the application admin approves, and takes all of them back', async () => {
    const stage = await start();
    const id = await ask(stage);
    expect((await stage.view(id)).asked).toEqual([second]);
    await stage.approve(id, second);
    expect(both.map((group) => stage.isIn(group))).toEqual([true, true]);
    await stage.advance(9 * HOUR);
    expect(both.map((group) => stage.isIn(group))).toEqual([false, false]);
    expect((await stage.view(id)).grants.map(({ state }) => state)).toEqual(['revoked', 'revoked']);
    expect(stage.said(id)).toHaveLength(3);
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });

  it('gives what was approved, whatever the default groups have become since', async () => {
    const stage = await start();
    const id = await ask(stage);
    const { id: connection } = stage.connection;
    const { version } = (await stage.call('connection.list')).ok ? { version: 2 } : { version: 0 };
    await stage.call('connection.update', {
      id: connection,
      version,
      values: {
        name: 'Corporate Confluence',
        applicationAdmin: second,
        defaultGroups: [groups.legalReviewers],
      },
    });
    await stage.approve(id, second);
    expect(stage.isIn(groups.legalReviewers)).toBe(false);
    expect(both.map((group) => stage.isIn(group))).toEqual([true, true]);
    stage.close();
  });

  it('of an option that stands for no connection gives nothing', async () => {
    const stage = await start();
    const id = await ask(stage, {
      [fields.targetApplication.id]: optionRef('targetApplication', 'Design tool').id,
    });
    expect(await stage.view(id)).toMatchObject({ state: 'refused', grants: [] });
    stage.close();
  });

  it('for somebody without an account invites them once approved, and not before', async () => {
    const stage = await start({
      beneficiary: { kind: 'email', field: fieldRef('reason', 'text'), invite: true },
    });
    const address = 'new.joiner@acme.example';
    const find = () => stage.site.directory.people().find(({ email }) => email === address)?.accountId;
    const id = await ask(stage, { [fields.reason.id]: adfOf(address) });
    expect(await stage.stateOf(id)).toBe('awaiting-approval');
    expect(find()).toBeUndefined();
    await stage.approve(id, second);
    await stage.advance(6 * MINUTE);
    const joiner = find() ?? '';
    expect(both.map((group) => stage.isIn(group, joiner))).toEqual([true, true]);
    expect(await stage.stateOf(id)).toBe('fulfilled');
    expect(stage.said(id).join()).not.toContain(address);
    expect(JSON.stringify(stage.stored())).not.toContain(address);
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });
});

describe('privileged access', () => {
  const start = async () => {
    const stage = await govern();
    await stage.change(stage.rule, {
      trigger: of('privilegedAccess'),
      access: {
        kind: 'privileged-access',
        connectionId: stage.connection.id,
        by: 'level',
        field: fieldRef('accessLevel', 'option'),
        choices: [
          {
            option: optionRef('accessLevel', 'Confluence administrators'),
            groups: [{ id: groups.confluenceAdmins, name: 'confluence-admins-acme' }],
          },
        ],
      },
      end: { kind: 'hours', field: fieldRef('hours', 'number'), required: true, maxHours: 12 },
      reason: fieldRef('reason', 'text'),
      approval: aPolicy({ sources: [{ kind: 'people', ids: [approver, second] }], count: 2 }),
    });
    return stage;
  };
  const ask = (stage: Stage, values: Record<string, unknown> = {}) =>
    stage.ask({
      requestTypeId: requestTypes.privilegedAccess.id,
      fields: {
        [fields.accessLevel.id]: optionRef('accessLevel', 'Confluence administrators').id,
        [fields.hours.id]: 4,
        [fields.reason.id]: adfOf('An upgrade.'),
        ...values,
      },
    });
  const isAdmin = (stage: Stage) => stage.isIn(groups.confluenceAdmins);

  it('is given after two different people have approved, and ends in time', async () => {
    const stage = await start();
    const id = await ask(stage);
    await stage.approve(id, approver);
    expect([await stage.stateOf(id), isAdmin(stage)]).toEqual(['awaiting-approval', false]);
    await stage.approve(id, second);
    expect([await stage.stateOf(id), isAdmin(stage)]).toEqual(['fulfilled', true]);
    await stage.advance(5 * HOUR);
    expect(isAdmin(stage)).toBe(false);
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });

  it.each([
    ['without a reason', { [fields.reason.id]: null }],
    ['without an end', { [fields.hours.id]: null }],
    ['for longer than its rule allows', { [fields.hours.id]: 13 }],
    [
      'for an access that its rule does not name',
      { [fields.accessLevel.id]: optionRef('accessLevel', 'HR readers').id },
    ],
  ])('%s is refused', async (_how, values) => {
    const stage = await start();
    const id = await ask(stage, values);
    expect(await stage.view(id)).toMatchObject({ state: 'refused', grants: [] });
    expect(stage.said(id)).toHaveLength(1);
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });

  it('edited between the first answer and the second is void', async () => {
    const stage = await start();
    const id = await ask(stage);
    await stage.approve(id, approver);
    await stage.edit(id, { by: agent, fields: { [fields.hours.id]: 12 } });
    expect(await stage.stateOf(id)).toBe('void');
    await stage.advance(SOON);
    expect(isAdmin(stage)).toBe(false);
    expect(await stage.view(id)).toMatchObject({ grants: [] });
    expect(stage.isIn(groups.confluenceAdmins, employee)).toBe(false);
    stage.close();
  });

  it('that one person alone could approve on the desk is not given', async () => {
    const stage = await start();
    const { work } = stage.site;
    work.setWorkflow(desk.workflows.privileged.id, {
      approvals: desk.workflows.privileged.approvals.map((step) => ({ ...step, conditionValue: 1 })),
    });
    const id = await ask(stage);
    await stage.approve(id, approver);
    expect(await stage.view(id)).toMatchObject({ state: 'refused', grants: [] });
    expect(isAdmin(stage)).toBe(false);
    stage.close();
  });
});
