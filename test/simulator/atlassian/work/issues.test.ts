import { asUser } from '../visit';
import { fields, people, requestTypes, statuses, theApp, visitDesk } from './desk';

const { plainUser, orgAdmin, userAccessAdmin } = people;
const NO_ISSUE = {
  errorMessages: ['Issue does not exist or you do not have permission to see it.'],
  errors: {},
};

describe('who sees an issue in Jira', () => {
  it.each([
    ['the app', theApp, 200],
    ['an administrator of the project', orgAdmin, 200],
    ['an agent', userAccessAdmin, 200],
    ['whoever raised it: they have the portal', plainUser, 404],
    ['somebody who has nothing to do with it', people.hiddenEmail, 404],
    ['a customer', asUser(people.customer.accountId, 'read:jira-work'), 404],
    ['an administrator of the site who is not in the project', people.siteAdmin, 404],
  ])('%s', async (_, as, status) => {
    const { ask, raise } = visitDesk();
    const answer = await ask(`GET /rest/api/3/issue/${raise().key}`, { as });
    expect(answer.status).toBe(status);
    if (status === 404) expect(answer.json).toEqual(NO_ISSUE);
  });

  it('not the app, where the project keeps it out', async () => {
    const { ask, raise, work } = visitDesk();
    const issue = raise();
    work.setProject(issue.projectId, { appAccess: false });
    expect(await ask(`GET /rest/api/3/issue/${issue.id}`, { as: theApp })).toMatchObject({ status: 404 });
    const jql = encodeURIComponent('created >= -1d');
    const found = await ask(`GET /rest/api/3/search/jql?jql=${jql}`, { as: theApp });
    expect(found).toMatchObject({ status: 200, json: { issues: [], isLast: true } });
  });
});

describe('permissions in a project', () => {
  const LINE = 'GET /rest/api/3/mypermissions?permissions=EDIT_ISSUES,ADMINISTER_PROJECTS';
  const has = (EDIT_ISSUES: boolean, ADMINISTER_PROJECTS: boolean) => ({
    permissions: {
      EDIT_ISSUES: { havePermission: EDIT_ISSUES },
      ADMINISTER_PROJECTS: { havePermission: ADMINISTER_PROJECTS },
    },
  });

  it('follow from what somebody is there, and others do not learn that it is there', async () => {
    const { ask, raise } = visitDesk();
    const { key } = raise();
    expect(await ask(`${LINE}&projectKey=IT`, { as: theApp })).toMatchObject({ json: has(true, true) });
    expect(await ask(`${LINE}&issueKey=${key}`, { as: userAccessAdmin })).toMatchObject({
      json: has(true, false),
    });
    for (const place of ['projectKey=IT', `issueKey=${key}`, 'projectId=99']) {
      expect(await ask(`${LINE}&${place}`, { as: plainUser })).toMatchObject({ status: 404 });
    }
  });
});

describe('an issue', () => {
  it('shows its request type, its approvals and its fields as Jira writes them', async () => {
    const { ask, raise } = visitDesk();
    const issue = raise({
      [fields.accessLevel.id]: '100511',
      [fields.requestedGroups.id]: ['100520', '100521'],
      [fields.forWhom.id]: plainUser.accountId,
      [fields.approvers.id]: [orgAdmin.accountId],
      [fields.hours.id]: 8,
    });
    const answer = await ask(`GET /rest/api/3/issue/${issue.key}?expand=names`, { as: theApp });
    expect(answer.json).toMatchObject({
      id: issue.id,
      key: 'IT-1',
      names: { [fields.hours.id]: 'Hours', customfield_10010: 'Request Type' },
      fields: {
        status: { id: statuses.waitingForApproval.id, statusCategory: { key: 'indeterminate' } },
        reporter: { accountId: plainUser.accountId, displayName: 'Ravi Krishnan' },
        customfield_10010: {
          requestType: { id: requestTypes.groupMembership.id, serviceDeskId: '1' },
          currentStatus: { status: 'Waiting for approval' },
        },
        customfield_10031: [
          {
            finalDecision: 'pending',
            approvers: [{ approver: { accountId: orgAdmin.accountId }, approverDecision: 'pending' }],
          },
        ],
        [fields.accessLevel.id]: { id: '100511', value: 'HR readers' },
        [fields.requestedGroups.id]: [{ value: 'hr-readers' }, { value: 'legal-reviewers' }],
        [fields.forWhom.id]: { accountId: plainUser.accountId },
        [fields.hours.id]: 8,
        [fields.expiresOn.id]: null,
      },
    });
  });

  it('shows only what is asked for', async () => {
    const { ask, raise } = visitDesk();
    const { key } = raise();
    const some = await ask(`GET /rest/api/3/issue/${key}?fields=summary,status`);
    expect(
      Object.keys(some.json instanceof Object && 'fields' in some.json ? (some.json.fields ?? {}) : {}),
    ).toEqual(['summary', 'status']);
    const most = await ask(`GET /rest/api/3/issue/${key}?fields=*all,-comment`);
    expect(most.json).not.toHaveProperty('fields.comment');
    expect(most.json).toHaveProperty('fields.summary');
  });
});
