import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { credentialOf, problemOf, valueOf } from '../start';
import { aGroupRule, fieldRef, optionRef } from './rules';
import { govern, HOUR, type Stage } from './stage';

const { desk, groups, people } = acme;
/** Whose token the connection signs in with, and an organization admin who could take their place. */
const own = people.orgAdmin;
const other = people.orgAdminWithoutConfluence;
const FOR_LIFE = 'The access could never be taken back: it would break the connection';

/** Confluence itself is given on approval, for eight hours. */
async function start(): Promise<Stage> {
  const stage = await govern();
  const { id: connectionId } = stage.connection;
  const { id, name } = desk.requestTypes.applicationAccess;
  const base = aGroupRule(connectionId, {
    name: 'Applications',
    access: {
      kind: 'application-access',
      field: fieldRef('targetApplication', 'option'),
      applications: [{ option: optionRef('targetApplication', 'Confluence'), connectionId }],
    },
  });
  const trigger = { ...base.trigger, requestTypeId: id, requestTypeName: name };
  valueOf(await stage.call('rule.create', { rule: { ...base, trigger } }));
  stage.site.directory.setMember(groups.confluenceUsers, own.accountId, false);
  return stage;
}

const ask = (stage: Stage, by: string) =>
  stage.ask({
    by,
    requestTypeId: desk.requestTypes.applicationAccess.id,
    fields: { [desk.fields.targetApplication.id]: optionRef('targetApplication', 'Confluence').id },
  });

async function rotateTo(stage: Stage, who: typeof other) {
  const { id } = stage.connection;
  const values = credentialOf(who);
  const checked = await stage.call('credential.check', { connector: 'confluence', connection: id, values });
  const { draft = '' } = valueOf(checked);
  const { version } = valueOf(await stage.call('connection.read', { id }));
  return stage.call('connection.rotate', { id, version, draft, values: {} });
}

it('the admin account of the connection cannot ask for what could never be taken back from it', async () => {
  const stage = await start();
  const id = await ask(stage, own.accountId);
  expect(await stage.stateOf(id)).toBe('refused');
  expect(stage.said(id).join()).toContain(FOR_LIFE);
  expect(stage.isIn(groups.confluenceUsers, own.accountId)).toBe(false);
  stage.close();
});

it('what opens nothing and makes nobody an admin is given to it, and taken back', async () => {
  const stage = await start();
  stage.site.directory.setGroup(groups.hrReaders, { roles: [] });
  const id = await stage.ask({ by: own.accountId, level: 'HR readers' });
  await stage.approve(id);
  expect(stage.isIn(groups.hrReaders, own.accountId)).toBe(true);
  await stage.advance(9 * HOUR);
  expect(stage.isIn(groups.hrReaders, own.accountId)).toBe(false);
  stage.close();
});

it('who asked, and then became that account, is not given it either', async () => {
  const stage = await start();
  const { directory } = stage.site;
  const id = await ask(stage, other.accountId);
  directory.setMember(groups.securityTeam, other.accountId, true);
  valueOf(await rotateTo(stage, other));
  await stage.approve(id);
  expect(await stage.view(id)).toMatchObject({
    state: 'failed',
    grants: [
      {
        state: 'failed',
        problem: { code: 'person-ineligible', message: expect.stringContaining(FOR_LIFE) as string },
      },
    ],
  });
  expect(stage.isIn(groups.confluenceUsers, other.accountId)).toBe(false);
  stage.close();
});

describe('a token of somebody who holds what was given through the connection', () => {
  it('is refused where that could not be taken back any more', async () => {
    const stage = await start();
    const id = await ask(stage, other.accountId);
    await stage.approve(id);
    expect(stage.isIn(groups.confluenceUsers, other.accountId)).toBe(true);
    expect(problemOf(await rotateTo(stage, other)).fields?.['adminEmail']).toContain('Withdraw');
    await stage.advance(9 * HOUR);
    expect(stage.isIn(groups.confluenceUsers, other.accountId)).toBe(false);
    stage.close();
  });

  it('is accepted where it still can', async () => {
    const stage = await start();
    stage.site.directory.setMember(groups.confluenceUsers, other.accountId, true);
    stage.site.directory.setGroup(groups.hrReaders, { roles: [] });
    const id = await stage.ask({ by: other.accountId, level: 'HR readers' });
    await stage.approve(id);
    valueOf(await rotateTo(stage, other));
    await stage.advance(9 * HOUR);
    expect(stage.isIn(groups.hrReaders, other.accountId)).toBe(false);
    stage.close();
  });
});
