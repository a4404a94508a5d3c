import { adfOf } from '../../../../tools/simulator/atlassian/work/adf';
import { namesOf, people, requestTypes, statuses, theApp, transitions, visitDesk } from './desk';

const { plainUser, orgAdmin, userAccessAdmin } = people;
const by = userAccessAdmin.accountId;

describe('transitions', () => {
  it('are refused from another status, by a stranger, and with a field', async () => {
    const { ask, raiseFor, work } = visitDesk();
    const { key } = raiseFor(orgAdmin);
    const run = (id: string, more: object = {}, as = theApp) =>
      ask(`POST /rest/api/3/issue/${key}/transitions`, { as, body: { transition: { id }, ...more } });
    expect(await run(transitions.complete.id)).toMatchObject({ status: 400 });
    expect(await run(transitions.approve.id)).toMatchObject({ status: 400 });
    expect(await run(transitions.cancel.id, { fields: { summary: 'Another' } })).toMatchObject({
      status: 400,
    });
    expect(work.issue(key).statusId).toBe(statuses.waitingForApproval.id);
    expect(await run(transitions.needAttention.id)).toMatchObject({ status: 204 });
    expect(work.issue(key)).toMatchObject({ statusId: statuses.needsAttention.id, resolved: false });
    const line = `POST /rest/api/3/issue/${key}/transitions`;
    const body = { transition: { id: transitions.complete.id } };
    expect(await ask(line, { as: plainUser, body })).toMatchObject({ status: 404 });
    expect(await ask(line, { as: userAccessAdmin, body })).toMatchObject({ status: 204 });
    expect(work.issue(key)).toMatchObject({ statusId: statuses.completed.id, resolved: true });
  });

  it('are listed as they can be run now', async () => {
    const { ask, raiseFor } = visitDesk();
    const { key } = raiseFor(orgAdmin);
    const listed = await ask(`GET /rest/api/3/issue/${key}/transitions`, { as: theApp });
    expect(listed.json).toMatchObject({
      transitions: [
        { name: 'Needs attention', isGlobal: true },
        { name: 'Waiting for implementation', isGlobal: true },
        { name: 'Cancel', to: { id: statuses.cancelled.id } },
      ],
    });
  });
});

describe('comments', () => {
  const internal = [{ key: 'sd.public.comment', value: { internal: true } }];
  it.each([
    ['public', [], true],
    ['internal', internal, false],
  ])('%s', async (_, properties, jsdPublic) => {
    const { ask, raise, told } = visitDesk();
    const { key } = raise();
    const body = { body: adfOf('Given until Friday'), properties };
    const sent = await ask(`POST /rest/api/3/issue/${key}/comment?expand=properties`, { as: theApp, body });
    expect(sent).toMatchObject({ status: 201, json: { jsdPublic, properties } });
    const read = await ask(`GET /rest/api/3/issue/${key}/comment?expand=properties`);
    expect(read.json).toMatchObject({ total: 1, comments: [{ body: body.body, jsdPublic, properties }] });
    expect(told.at(-1)).toMatchObject({
      name: 'avi:jira:commented:issue',
      byApp: true,
      payload: { issue: { key }, comment: { jsdPublic, author: { accountId: people.app.accountId } } },
    });
  });
});

describe('properties', () => {
  it('are kept, replaced and removed without a word to anybody', async () => {
    const { ask, raise, told, work } = visitDesk();
    const { key, updatedAt } = raise();
    const at = (method: string, body?: unknown) =>
      ask(`${method} /rest/api/3/issue/${key}/properties/governance`, {
        as: theApp,
        ...(body !== undefined && { body }),
      });
    expect(await at('GET')).toMatchObject({ status: 404 });
    expect(await at('PUT', { seen: 1 })).toMatchObject({ status: 201 });
    expect(await at('PUT', { seen: 2 })).toMatchObject({ status: 200 });
    expect(await at('GET')).toMatchObject({ json: { key: 'governance', value: { seen: 2 } } });
    expect(await at('PUT', 'x'.repeat(32_768))).toMatchObject({ status: 400 });
    expect(await at('DELETE')).toMatchObject({ status: 204 });
    expect(await at('DELETE')).toMatchObject({ status: 404 });
    expect(namesOf(told)).toEqual(['avi:jira:created:issue']);
    expect(work.issue(key)).toMatchObject({ updatedAt, changelog: [] });
  });
});

describe('a moved issue', () => {
  it('has another key, and the old one leads to it', async () => {
    const { ask, raiseFor, work, told } = visitDesk();
    const issue = raiseFor(orgAdmin);
    const type = work.projects()[1]?.issueTypes[0]?.id ?? '';
    const moved = work.move(issue.id, { by, projectId: '10002', issueTypeId: type, requestTypeId: null });
    expect(moved).toMatchObject({ id: issue.id, key: 'OPS-1', requestTypeId: null });
    expect(await ask(`GET /rest/api/3/issue/${issue.key}`)).toMatchObject({ json: { key: 'OPS-1' } });
    expect(told.at(-1)).toMatchObject({ payload: { jiraEventTypeName: 'issue_moved' } });
    expect(moved.changelog.at(-1)?.items.map(({ fieldId }) => fieldId)).toEqual([
      'project',
      'Key',
      'issuetype',
      'customfield_10010',
    ]);
  });

  it('starts again where its new workflow does not know its status', () => {
    const { raiseFor, work } = visitDesk();
    const { id } = raiseFor(orgAdmin);
    const { getItHelp } = requestTypes;
    const moved = work.move(id, { by, issueTypeId: getItHelp.issueTypeId, requestTypeId: getItHelp.id });
    expect(moved).toMatchObject({ statusId: statuses.waitingForSupport.id, requestTypeId: getItHelp.id });
    expect(moved.changelog.at(-1)?.items.map(({ field }) => field)).toEqual([
      'issuetype',
      'Request Type',
      'status',
    ]);
  });

  it('takes another request type through its field, where the project has it', async () => {
    const { ask, raise, work } = visitDesk();
    const { key } = raise();
    const set = (id: string) =>
      ask(`PUT /rest/api/3/issue/${key}`, { as: theApp, body: { fields: { customfield_10010: id } } });
    expect(await set('201')).toMatchObject({ status: 400 });
    expect(await set('101')).toMatchObject({ status: 204 });
    expect(work.issue(key).requestTypeId).toBe('101');
  });
});

describe('a deleted issue', () => {
  it('is gone for everybody, and its number is not given again', async () => {
    const { ask, raise, told, work } = visitDesk();
    const { key } = raise();
    expect(await ask(`DELETE /rest/api/3/issue/${key}`, { as: userAccessAdmin })).toMatchObject({
      status: 403,
    });
    expect(await ask(`DELETE /rest/api/3/issue/${key}`, { as: orgAdmin })).toMatchObject({ status: 204 });
    expect(await ask(`GET /rest/api/3/issue/${key}`)).toMatchObject({ status: 404 });
    expect(told.at(-1)).toMatchObject({ name: 'avi:jira:deleted:issue', by: orgAdmin.accountId });
    expect(raise().key).toBe('IT-2');
    expect(work.issues().map((issue) => issue.key)).toEqual(['IT-2']);
  });
});

describe('writes to one issue', () => {
  it('are limited for apps: twenty in two seconds, a hundred in thirty', async () => {
    const { ask, raise, clock } = visitDesk();
    const [{ key }, other] = [raise(), raise()];
    const write = (to = key) => ask(`PUT /rest/api/3/issue/${to}/properties/seen`, { as: theApp, body: 1 });
    const statusesOf = async (count: number) => {
      const answers = [];
      for (let each = 0; each < count; each += 1) answers.push((await write()).status);
      return answers.filter((status) => status === 429).length;
    };
    expect(await statusesOf(20)).toBe(0);
    expect(await write()).toMatchObject({
      status: 429,
      headers: { 'retry-after': '2', 'ratelimit-reason': 'jira-per-issue-on-write' },
    });
    expect(await write(other.key)).toMatchObject({ status: 201 });
    for (let round = 0; round < 4; round += 1) {
      await clock.advance(2_000);
      expect(await statusesOf(20)).toBe(0);
    }
    await clock.advance(2_000);
    expect(await write()).toMatchObject({ status: 429, headers: { 'x-ratelimit-limit': '100' } });
    await clock.advance(20_000);
    expect(await write()).toMatchObject({ status: 200 });
  });
});
