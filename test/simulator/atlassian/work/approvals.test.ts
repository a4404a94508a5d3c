import { fields, people, requestTypes, statuses, transitions, visitDesk } from './desk';

const { plainUser, orgAdmin, jiraAdmin, userAccessAdmin, suspended } = people;
const by = userAccessAdmin.accountId;

const askedIn = (issue: { readonly approvals: readonly { readonly approvers: readonly unknown[] }[] }) =>
  issue.approvals.at(-1)?.approvers;
const asked = (...who: readonly { readonly accountId: string }[]) =>
  who.map(({ accountId }) => ({ accountId, decision: 'pending' }));

describe('an approval step', () => {
  it('asks those whom its field names, without the suspended', () => {
    const issue = visitDesk().raiseFor(orgAdmin, jiraAdmin, suspended);
    expect(issue.approvals).toMatchObject([{ finalDecision: 'pending', name: 'Waiting for approval' }]);
    expect(askedIn(issue)).toEqual(asked(orgAdmin, jiraAdmin));
  });

  it('asks the members of groups, where its field names groups', () => {
    const { work, raise, site } = visitDesk();
    const workflow = work.projects()[0]?.issueTypes[0]?.workflowId ?? '';
    const [step] = [...(site.seed.work.workflows.find(({ id }) => id === workflow)?.approvals ?? [])];
    if (!step) throw new Error('The seeded workflow has no approval step.');
    work.setWorkflow(workflow, { approvals: [{ ...step, fieldId: fields.approverGroups.id }] });
    const group = site.directory.groupNamed('security-team');
    const issue = raise({ [fields.approverGroups.id]: [group.id] });
    const members = site.directory.membersOf(group.id).filter((each) => each.membershipStatus === 'active');
    expect(members.length).toBeGreaterThan(1);
    expect(askedIn(issue)).toEqual(asked(...members));
  });

  it('leaves out the reporter and the assignee where it says so', () => {
    const { work, raise, site } = visitDesk();
    const workflow = site.seed.work.workflows.find(({ id }) => id === 'wf-access');
    const approvals = (workflow?.approvals ?? []).map((step) => ({
      ...step,
      exclude: ['reporter' as const, 'assignee' as const],
    }));
    work.setWorkflow('wf-access', { approvals });
    const all = [plainUser, orgAdmin, jiraAdmin];
    const issue = raise({ [fields.approvers.id]: all.map(({ accountId }) => accountId) });
    expect(askedIn(issue)).toEqual(asked(orgAdmin, jiraAdmin));
    expect(askedIn(work.edit(issue.id, { by, assignee: orgAdmin.accountId }))).toEqual(asked(jiraAdmin));
  });

  it('asks others when its field is edited, and keeps the answers it has', () => {
    const { work, raise } = visitDesk();
    const issue = work.raise({
      by: plainUser.accountId,
      requestTypeId: requestTypes.privilegedAccess.id,
      fields: { [fields.approvers.id]: [orgAdmin.accountId, jiraAdmin.accountId] },
    });
    work.answer(issue.id, { by: orgAdmin.accountId, decision: 'approved' });
    const edited = work.edit(issue.id, {
      by,
      fields: { [fields.approvers.id]: [userAccessAdmin.accountId] },
    });
    expect(edited.approvals).toHaveLength(1);
    expect(askedIn(edited)).toEqual([
      { accountId: orgAdmin.accountId, decision: 'approved' },
      ...asked(userAccessAdmin),
    ]);
    expect(raise().approvals[0]?.approvers).toEqual([]);
  });

  it('approves with the last consent that it needs, and not before', () => {
    const { work } = visitDesk();
    const issue = work.raise({
      by: plainUser.accountId,
      requestTypeId: requestTypes.privilegedAccess.id,
      fields: { [fields.approvers.id]: [orgAdmin.accountId, jiraAdmin.accountId] },
    });
    const once = work.answer(issue.id, { by: orgAdmin.accountId, decision: 'approved' });
    expect(once).toMatchObject({
      statusId: statuses.waitingForApproval.id,
      approvals: [{ finalDecision: 'pending', completedAt: null }],
    });
    const twice = work.answer(issue.id, { by: jiraAdmin.accountId, decision: 'approved' });
    expect(twice).toMatchObject({
      statusId: statuses.waitingForImplementation.id,
      approvals: [{ finalDecision: 'approved', completedAt: twice.updatedAt }],
    });
  });

  it('declines with one refusal', () => {
    const { work, raiseFor } = visitDesk();
    const { id } = raiseFor(orgAdmin, jiraAdmin);
    const issue = work.answer(id, { by: jiraAdmin.accountId, decision: 'declined' });
    expect(issue).toMatchObject({
      statusId: statuses.declined.id,
      resolved: true,
      approvals: [{ finalDecision: 'declined' }],
    });
  });

  it.each([
    [34, 2],
    [33, 1],
    [100, 3],
  ])('at %s percent of three needs %s', (conditionValue, needed) => {
    const { work, raiseFor, site } = visitDesk();
    const step = site.seed.work.workflows.find(({ id }) => id === 'wf-access')?.approvals[0];
    if (!step) throw new Error('The seeded workflow has no approval step.');
    work.setWorkflow('wf-access', { approvals: [{ ...step, conditionType: 'percent', conditionValue }] });
    const approvers = [orgAdmin, jiraAdmin, userAccessAdmin];
    const { id } = raiseFor(...approvers);
    const needs = approvers.findIndex(
      ({ accountId }) =>
        work.answer(id, { by: accountId, decision: 'approved' }).approvals[0]?.completedAt !== null,
    );
    expect(needs + 1).toBe(needed);
  });

  it('takes no answer of others, no second one, and none when it is over', () => {
    const { work, raiseFor } = visitDesk();
    const { id } = raiseFor(orgAdmin, jiraAdmin);
    const answer = (who: typeof orgAdmin) => () =>
      work.answer(id, { by: who.accountId, decision: 'approved' });
    expect(answer(plainUser)).toThrow('not-approver');
    answer(orgAdmin)();
    expect(answer(orgAdmin)).toThrow('over');
    expect(answer(jiraAdmin)).toThrow('over');
  });

  it('makes a new record with every entry into its status', () => {
    const { work, raiseFor } = visitDesk();
    const { id } = raiseFor(orgAdmin);
    work.answer(id, { by: orgAdmin.accountId, decision: 'declined' });
    const again = work.transition(id, { by, to: transitions.askAgain.id });
    expect(again.approvals.map(({ finalDecision }) => finalDecision)).toEqual(['declined', 'pending']);
    expect(askedIn(again)).toEqual(asked(orgAdmin));
  });

  it('keeps its two transitions to itself while it is pending, and no other one', () => {
    const { work, raiseFor } = visitDesk();
    const { id } = raiseFor(orgAdmin);
    expect(() => work.transition(id, { by, to: transitions.approve.id })).toThrow(
      'cannot take the transition',
    );
    const past = work.transition(id, { by, to: transitions.implement.id });
    expect(past).toMatchObject({ statusId: statuses.waitingForImplementation.id });
    expect(past.approvals).toMatchObject([{ finalDecision: 'pending' }]);
    expect(() => work.answer(id, { by: orgAdmin.accountId, decision: 'approved' })).toThrow('over');
  });

  it('is not answered from the step of another status', () => {
    const { work, raiseFor } = visitDesk({ variants: { approvalWithoutApprover: 'none' } });
    const { approvals } = work.workflow('wf-access');
    const other = { status: statuses.needsAttention.id, fieldId: fields.approverGroups.id };
    work.setWorkflow('wf-access', { approvals: approvals.flatMap((step) => [step, { ...step, ...other }]) });
    const { id } = raiseFor(orgAdmin);
    work.transition(id, { by, to: transitions.needAttention.id });
    expect(() => work.answer(id, { by: orgAdmin.accountId, decision: 'approved' })).toThrow('over');
  });
});

describe('what is not known of approvals', () => {
  it('whether a bypassed one vanishes', () => {
    const { work, raiseFor } = visitDesk({ variants: { approvalAfterBypass: 'vanishes' } });
    const { id } = raiseFor(orgAdmin);
    expect(work.transition(id, { by, to: transitions.implement.id }).approvals).toEqual([]);
  });

  it('whether there is one when nobody can approve; as soon as somebody can, there is', () => {
    const { work, raise } = visitDesk({ variants: { approvalWithoutApprover: 'none' } });
    const issue = raise();
    expect(issue.approvals).toEqual([]);
    const edited = work.edit(issue.id, { by, fields: { [fields.approvers.id]: [orgAdmin.accountId] } });
    expect(askedIn(edited)).toEqual(asked(orgAdmin));
  });

  it.each([
    ['approver', orgAdmin.accountId],
    ['app-account', people.automation.accountId],
  ] as const)('whose the status change is: %s', (approvalTransitionAuthor, author) => {
    const { work, raiseFor, told } = visitDesk({ variants: { approvalTransitionAuthor } });
    const { id } = raiseFor(orgAdmin);
    const issue = work.answer(id, { by: orgAdmin.accountId, decision: 'approved' });
    expect(issue.changelog.at(-1)).toMatchObject({ author });
    expect(told.at(-1)).toMatchObject({ by: author, byApp: false, payload: { atlassianId: author } });
  });

  it.each([
    ['stays-pending', 'pending'],
    ['all-of-them', 'approved'],
  ] as const)('whether fewer approvers than are needed can approve: %s', (approvalFewApprovers, decision) => {
    const { work } = visitDesk({ variants: { approvalFewApprovers } });
    const { id } = work.raise({
      by: plainUser.accountId,
      requestTypeId: requestTypes.privilegedAccess.id,
      fields: { [fields.approvers.id]: [orgAdmin.accountId] },
    });
    const issue = work.answer(id, { by: orgAdmin.accountId, decision: 'approved' });
    expect(issue.approvals).toMatchObject([{ finalDecision: decision }]);
  });
});
