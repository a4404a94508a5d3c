import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { adfOf } from '../../tools/simulator/atlassian/work/adf';
import { problemOf, valueOf } from '../start';
import { aGroupRule, aPolicy, fieldRef, levelChoice } from './rules';
import { crowded, giveAll } from './crowd';
import { approver, employee, govern, HOUR, type Stage } from './stage';

const { desk, groups, people } = acme;
const DAY = 24 * HOUR;
const admin = people.jiraAdmin.accountId;

const inDays = ({ clock }: Stage, days: number) => new Date(clock.time() + days * DAY).toISOString();

async function given(stage: Stage, by = employee) {
  const id = await stage.ask({ by });
  await stage.approve(id);
  const [grant] = (await stage.view(id)).grants;
  return { id, grantId: grant?.id ?? '' };
}

it('the ticket is told of another end, once, and the access lasts until then', async () => {
  const stage = await govern();
  const { id, grantId } = await given(stage);
  const before = stage.said(id).length;
  valueOf(await stage.call('grant.extend', { grantId, until: inDays(stage, 2) }));
  expect(stage.said(id).slice(before)).toEqual([
    expect.stringMatching(
      /An administrator changed the end of the access\..* is a member of the group “hr-readers” until /,
    ),
  ]);
  expect(await stage.restless(id)).toEqual([]);
  await stage.advance(DAY);
  expect(stage.isIn(groups.hrReaders)).toBe(true);
  await stage.advance(DAY + HOUR);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  stage.close();
});

it('an administrator does not extend access of their own', async () => {
  const stage = await govern();
  const { grantId } = await given(stage, admin);
  const { message } = problemOf(
    await stage.call('grant.extend', { grantId, until: inDays(stage, 2) }, admin),
  );
  expect(message).toContain('Nobody decides about access of their own.');
  await stage.advance(9 * HOUR);
  expect(stage.isIn(groups.hrReaders, admin)).toBe(false);
  stage.close();
});

it('extended again and again, access lasts no longer than a year and a day from when it was given', async () => {
  const stage = await govern();
  const { grantId } = await given(stage);
  valueOf(await stage.call('grant.extend', { grantId, until: inDays(stage, 300) }));
  stage.clock.elapse(100 * DAY);
  const { fields } = problemOf(await stage.call('grant.extend', { grantId, until: inDays(stage, 300) }));
  expect(fields?.['until']).toContain('At most 366 days from when it was given.');
  stage.close();
});

it('privileged access is never extended', async () => {
  const second = people.orgAdmin.accountId;
  const stage = await govern();
  const { id: requestTypeId, name: requestTypeName } = desk.requestTypes.privilegedAccess;
  const rule = aGroupRule(stage.connection.id, {
    name: 'Privileged',
    access: {
      kind: 'privileged-access',
      connectionId: stage.connection.id,
      by: 'level',
      field: fieldRef('accessLevel', 'option'),
      choices: [levelChoice('HR readers')],
    },
    reason: fieldRef('reason', 'text'),
    end: { kind: 'after', hours: 4 },
    approval: aPolicy({ sources: [{ kind: 'people', ids: [approver, second] }], count: 2 }),
  });
  valueOf(
    await stage.call('rule.create', {
      rule: { ...rule, trigger: { ...rule.trigger, requestTypeId, requestTypeName } },
    }),
  );
  const id = await stage.ask({ requestTypeId, fields: { [desk.fields.reason.id]: adfOf('Night shift') } });
  await stage.approve(id);
  await stage.approve(id, second);
  const [grant] = (await stage.view(id)).grants;
  expect(grant).toMatchObject({ state: 'active', actions: ['withdraw'] });
  const extending = stage.call('grant.extend', { grantId: grant?.id ?? '', until: inDays(stage, 2) });
  expect(await extending).toMatchObject({ ok: false });
  await stage.advance(5 * HOUR);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  stage.close();
});

describe('access that others wait to be stopped for, after a try of taking it away', () => {
  const end = async (stage: Stage, id: string) =>
    new Date((await stage.view(id)).grants[0]?.until ?? '').getTime() - stage.clock.time();

  /** Its removal was refused once, and then stopped, for very many leave at the same time. */
  async function stopped() {
    const { stage, people: crowd } = await crowded(25);
    const id = await stage.ask({ fields: { [desk.fields.hours.id]: 8 } });
    await stage.approve(id);
    await giveAll(stage, crowd, 8);
    stage.faults.declare({
      id: 'no',
      match: { service: 'egress', operation: '/^DELETE/' },
      effect: { kind: 'error', status: 403 },
    });
    await stage.advance((await end(stage, id)) + 60_000);
    stage.faults.clear();
    await stage.advance(HOUR);
    const [grant] = (await stage.view(id)).grants;
    return { stage, id, grantId: grant?.id ?? '', state: grant?.state };
  }

  it('lasts to its new end, whatever other grant of the same access ends before', async () => {
    const { stage, id, grantId, state } = await stopped();
    expect(state).toBe('due');
    valueOf(await stage.call('grant.extend', { grantId, until: inDays(stage, 2) }));
    const other = await stage.ask({ fields: { [desk.fields.hours.id]: 8 } });
    await stage.approve(other);
    await stage.advance((await end(stage, other)) + 20 * 60_000);
    expect(stage.isIn(groups.hrReaders)).toBe(true);
    expect((await stage.view(other)).grants[0]).toMatchObject({ state: 'released' });
    expect((await stage.view(id)).grants[0]).toMatchObject({ state: 'active' });
    stage.close();
  });

  it('is not said to last longer when it has gone meanwhile', async () => {
    const { stage, id, grantId } = await stopped();
    stage.site.directory.setMember(groups.hrReaders, employee, false);
    const extending = await stage.call('grant.extend', { grantId, until: inDays(stage, 2) });
    expect(problemOf(extending)).toMatchObject({ code: 'conflict' });
    expect((await stage.view(id)).grants[0]).toMatchObject({ state: 'due' });
    stage.close();
  });
});
