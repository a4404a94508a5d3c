import { fields, namesOf, people, statuses, theApp, transitions, visitDesk } from './desk';

const { plainUser, orgAdmin, userAccessAdmin } = people;
const by = userAccessAdmin.accountId;

describe('what the site tells its apps', () => {
  it('of a new issue: a part of it, and who made it', () => {
    const { raise, told, clock } = visitDesk();
    const issue = raise();
    expect(told).toEqual([
      {
        name: 'avi:jira:created:issue',
        at: clock.time(),
        by: plainUser.accountId,
        byApp: false,
        payload: {
          atlassianId: plainUser.accountId,
          associatedUsers: [{ accountId: plainUser.accountId }],
          issue: {
            id: issue.id,
            key: issue.key,
            fields: expect.objectContaining({
              summary: 'Group membership',
              project: expect.objectContaining({ id: '10001', key: 'IT' }),
              issuetype: expect.objectContaining({ id: issue.issueTypeId }),
              status: expect.objectContaining({ id: statuses.waitingForApproval.id }),
              reporter: { accountId: plainUser.accountId, displayName: 'Ravi Krishnan' },
            }),
          },
        },
      },
    ]);
    expect(JSON.stringify(told)).not.toContain(fields.accessLevel.id);
  });

  it('of a changed issue: the changelog, and its author', async () => {
    const { ask, raise, told, work } = visitDesk();
    const { key } = raise();
    const body = { fields: { [fields.hours.id]: 4 } };
    await ask(`PUT /rest/api/3/issue/${key}`, { as: theApp, body });
    const [history] = work.issue(key).changelog;
    expect(told.at(-1)).toMatchObject({
      name: 'avi:jira:updated:issue',
      by: people.app.accountId,
      byApp: true,
      payload: {
        jiraEventTypeName: 'issue_updated',
        changelog: {
          id: history?.id,
          items: [{ fieldId: fields.hours.id, from: null, fromString: null, to: null, toString: '4' }],
        },
      },
    });
    expect(told.at(-1)?.payload).not.toHaveProperty('associatedStatuses');
  });

  it('of an answered approval nothing, but the status change that it brings', () => {
    const { raiseFor, told, work } = visitDesk();
    const { id } = raiseFor(orgAdmin, people.jiraAdmin);
    work.setWorkflow('wf-access', {
      approvals: work.workflow('wf-access').approvals.map((step) => ({ ...step, conditionValue: 2 })),
    });
    work.answer(id, { by: orgAdmin.accountId, decision: 'approved' });
    expect(namesOf(told)).toEqual(['avi:jira:created:issue']);
    work.answer(id, { by: people.jiraAdmin.accountId, decision: 'approved' });
    expect(namesOf(told)).toEqual(['avi:jira:created:issue', 'avi:jira:updated:issue']);
    expect(told.at(-1)?.payload).toMatchObject({
      jiraEventTypeName: 'issue_generic',
      associatedStatuses: [
        { id: statuses.waitingForApproval.id, name: 'Waiting for approval' },
        { id: statuses.waitingForImplementation.id, name: 'Waiting for implementation' },
      ],
    });
  });

  it('that an issue was resolved, where it was', () => {
    const { raiseFor, told, work } = visitDesk();
    const { id } = raiseFor(orgAdmin);
    work.transition(id, { by, to: transitions.cancel.id });
    expect(told.at(-1)?.payload).toMatchObject({ jiraEventTypeName: 'issue_resolved' });
  });

  it.each([
    ['object', { users: [{ accountId: plainUser.accountId }] }, { statuses: [{}, { name: 'Cancelled' }] }],
    ['absent', undefined, undefined],
  ] as const)('its lists as %s, since nobody knows', (associatedInEvents, users, listed) => {
    const { raise, told, work } = visitDesk({ variants: { associatedInEvents } });
    work.transition(raise().id, { by, to: transitions.cancel.id });
    const payload = told.at(-1)?.payload ?? {};
    expect(payload['associatedUsers']).toEqual(users);
    if (listed) expect(payload['associatedStatuses']).toMatchObject(listed);
    else expect(payload['associatedStatuses']).toBeUndefined();
  });
});

describe('a site with requests that is started again', () => {
  it('is as it was left, and goes on counting from there', () => {
    const kept: string[] = [];
    const journal = {
      append: (change: unknown) => void kept.push(JSON.stringify(change)),
      replay: (): readonly unknown[] => kept.map((line): unknown => JSON.parse(line)),
    };
    const before = visitDesk({ journal });
    const { id } = before.raiseFor(orgAdmin);
    before.work.comment(id, { by, text: 'On it', internal: true });
    before.work.answer(id, { by: orgAdmin.accountId, decision: 'approved' });
    before.work.setProperty(id, 'governance', { seen: true });
    before.work.setField(fields.hours.id, { name: 'For how long', deleted: true });
    before.work.delete(before.raise().id, { by: orgAdmin.accountId });

    const after = visitDesk({ journal, clock: before.clock });
    expect(after.work.issues()).toEqual(before.work.issues());
    expect(after.work.fields()).toEqual(before.work.fields());
    expect(after.told).toEqual([]);
    const [one, other] = [before.raiseFor(orgAdmin), after.raiseFor(orgAdmin)];
    expect(other).toEqual(one);
    expect(other.key).toBe('IT-3');
  });
});
