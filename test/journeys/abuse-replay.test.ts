import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { agent, employee, govern, HOUR, SOON, type Stage } from './stage';

const { desk, groups } = acme;
const ADD = 'POST /rest/api/3/group/user';
const DAY = 24 * HOUR;

describe('thirty days later', () => {
  let stage: Stage;
  let id: string;
  let grantId: string;
  beforeAll(async () => {
    stage = await govern();
    id = await stage.ask();
    await stage.approve(id);
    expect(stage.isIn(groups.hrReaders)).toBe(true);
    await stage.advance(30 * DAY);
    [{ id: grantId } = { id: '' }] = (await stage.view(id)).grants;
  });
  afterEach(async () => {
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    expect(await stage.view(id)).toMatchObject({ state: 'fulfilled', grants: [{ state: 'revoked' }] });
    expect(stage.said(id)).toHaveLength(3);
  });
  afterAll(() => stage.close());

  it('the same events and rounds give nothing again', async () => {
    expect(await stage.restless(id)).toEqual([]);
  });

  it('an administrator who tries the grant or the request again gives nothing', async () => {
    expect(await stage.call('grant.retry', { grantId })).toMatchObject({ ok: false });
    expect(await stage.call('request.retry', { issueId: id })).toMatchObject({ ok: true });
    const until = new Date(stage.clock.time() + DAY).toISOString();
    expect(await stage.call('grant.extend', { grantId, until })).toMatchObject({ ok: false });
  });

  it('the ticket, opened again and approved again, gives nothing again', async () => {
    await stage.move(id, desk.statuses.needsAttention.name);
    await stage.move(id, 'Ask for approval again');
    await stage.approve(id);
    expect(stage.statusOf(id)).toBe(desk.statuses.waitingForImplementation.name);
  });

  it('the ticket, made over to somebody else and to another access, gives nothing', async () => {
    await stage.edit(id, {
      by: agent,
      reporter: acme.people.plainUser.accountId,
      fields: { [desk.fields.accessLevel.id]: desk.fields.accessLevel.options[2]?.id },
    });
    expect(stage.isIn(groups.legalReviewers, acme.people.plainUser.accountId)).toBe(false);
  });
});

it('everything told ten times over is given once, taken once, and said once', async () => {
  const stage = await govern();
  stage.forge.events.duplicates = 9;
  stage.forge.queues.duplicates = 2;
  const id = await stage.ask();
  await stage.approve(id);
  expect(stage.isIn(groups.hrReaders)).toBe(true);
  await stage.advance(9 * HOUR);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  const adds = stage.forge
    .invocations()
    .flatMap(({ siteCalls }) => siteCalls)
    .filter(({ service, operation, status }) => service === 'egress' && operation === ADD && status === 201);
  expect(adds).toHaveLength(1);
  expect(stage.said(id)).toHaveLength(3);
  const { timeline } = await stage.view(id);
  expect(timeline.filter(({ what }) => what === 'grant.succeeded')).toHaveLength(1);
  expect(timeline.filter(({ what }) => what === 'grant.revoked')).toHaveLength(1);
  stage.close();
});

it('an old event of a ticket that is gone, or that no rule is for, gives nothing', async () => {
  const stage = await govern();
  const other = await stage.ask({ requestTypeId: desk.requestTypes.getItHelp.id });
  const gone = await stage.ask();
  stage.site.work.delete(gone, { by: agent });
  await stage.advance(SOON);
  for (const issueId of [other, gone, '999999999']) {
    const event = { name: 'avi:jira:updated:issue', at: stage.clock.time(), byApp: false };
    stage.forge.tellEvent(stage.installation, { ...event, payload: { issue: { id: issueId } } });
  }
  await stage.advance(SOON);
  expect(await stage.call('request.read', { issueId: other })).toMatchObject({ ok: false });
  expect(await stage.view(gone)).toMatchObject({ state: 'awaiting-approval', grants: [] });
  await stage.advance(2 * HOUR);
  expect(await stage.view(gone)).toMatchObject({ state: 'cancelled', grants: [] });
  expect(stage.isIn(groups.hrReaders, employee)).toBe(false);
  stage.close();
});
