import type { RuleInput } from '../../src/contract/rule';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { aPolicy, fieldRef, optionRef } from './rules';
import { agent, approver, employee, govern, type Stage } from './stage';

const { desk, groups, people } = acme;
const forWhom: Partial<RuleInput> = { beneficiary: { kind: 'person', field: fieldRef('forWhom', 'person') } };
const ask = (stage: Stage, id: string) => stage.ask({ fields: { [desk.fields.forWhom.id]: id } });

it.each([
  ['a customer of the portal', people.customer, 'The person has only a customer account of the portal.'],
  ['an app', people.automation, 'The access was asked for an app.'],
  ['this app', people.app, 'The access was asked for an app.'],
  ['somebody deactivated', people.deactivated, 'The account of the person is deactivated.'],
  ['somebody suspended', people.suspended, 'The account of the person is deactivated.'],
  [
    'somebody whose account was deleted',
    people.closed,
    'The site does not know the person that the access is for.',
  ],
] as const)('asked for %s, nothing is given and nobody is bothered', async (_who, { accountId }, why) => {
  const stage = await govern(forWhom);
  const before = stage.site.directory.groupsOf(accountId).length;
  const id = await ask(stage, accountId);
  const view = await stage.view(id);
  expect(view).toMatchObject({ state: 'refused', grants: [], asked: [] });
  expect(view.why).toBe(why);
  expect(stage.said(id)).toHaveLength(1);
  expect(stage.said(id)[0]).toMatch(/^Nothing can be given for this request:/);
  expect(stage.site.directory.groupsOf(accountId)).toHaveLength(before);
  expect(await stage.restless(id)).toEqual([]);
  stage.close();
});

it('asked on behalf of oneself, it is a request like any other: somebody else has to approve', async () => {
  const stage = await govern({
    ...forWhom,
    approval: aPolicy({ sources: [{ kind: 'people', ids: [approver, employee] }] }),
  });
  const id = await ask(stage, employee);
  expect((await stage.view(id)).asked).toEqual([approver]);
  stage.site.work.edit(id, { by: agent, fields: { [desk.fields.approvers.id]: [employee] } });
  await stage.approve(id, employee);
  expect(await stage.view(id)).toMatchObject({ state: 'refused', grants: [] });
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  stage.close();
});

it('asked for the only approver, nobody may approve it, and that is said at once', async () => {
  const stage = await govern(forWhom);
  const id = await ask(stage, approver);
  expect(await stage.view(id)).toMatchObject({
    state: 'refused',
    why: 'Nobody is left who could approve this request.',
    beneficiary: approver,
    groups: [{ id: groups.hrReaders }],
  });
  expect(stage.said(id)).toEqual([
    expect.stringContaining('nobody is left who could approve it'),
    expect.stringMatching(/^\(internal\) .*add another approver to the rule “/),
  ]);
  stage.site.work.edit(id, { by: agent, fields: { [desk.fields.approvers.id]: [approver] } });
  await stage.move(id, 'Ask for approval again');
  await stage.approve(id);
  expect(stage.isIn(groups.hrReaders, approver)).toBe(false);
  stage.close();
});

describe('by address', () => {
  const unknown = 'The site does not know the person that the access is for.';
  const ambiguous = 'Several accounts could belong to the address.';
  const byAddress = (connectionId: string, invite = false): Partial<RuleInput> => ({
    trigger: {
      deskId: desk.it.desk.id,
      projectId: desk.it.id,
      projectName: desk.it.name,
      requestTypeId: desk.requestTypes.groupMembership.id,
      requestTypeName: desk.requestTypes.groupMembership.name,
      conditions: [],
    },
    access: {
      kind: 'application-access',
      field: fieldRef('accessLevel', 'option'),
      applications: [{ option: optionRef('accessLevel', 'HR readers'), connectionId }],
    },
    reason: fieldRef('manager', 'person'),
    beneficiary: { kind: 'email', field: fieldRef('reason', 'text'), invite },
  });
  const start = async (invite = false) => {
    const stage = await govern();
    const { reason: _reason, ...rule } = byAddress(stage.connection.id, invite);
    await stage.change(stage.rule, rule);
    return stage;
  };
  const text = (words: string) => ({
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  });
  const askFor = (stage: Stage, address: string) =>
    stage.ask({ fields: { [desk.fields.reason.id]: text(address) } });

  it.each([
    ['unknown', 'nobody@acme.example', unknown],
    ['that of somebody deactivated', people.deactivated.email, unknown],
    ['that of somebody suspended', people.suspended.email, unknown],
    ['that of a customer', people.customer.email, unknown],
    ['that of somebody who hides it', people.unmanagedHidden.email, ambiguous],
    ['two addresses', 'a@acme.example, b@acme.example', 'What should be an e-mail address is none. (Reason)'],
    ['a search', '*@acme.example OR 1=1', 'What should be an e-mail address is none. (Reason)'],
    ['hidden markup', '<b>ravi</b>@acme.example', 'What should be an e-mail address is none. (Reason)'],
  ])('an address that is %s gives nothing and is not repeated', async (_how, address, why) => {
    const stage = await start();
    const members = stage.site.directory.membersOf(groups.confluenceUsers).length;
    const id = await askFor(stage, address);
    expect(await stage.stateOf(id)).toBe('refused');
    expect((await stage.view(id)).why).toBe(why);
    expect(stage.said(id).join()).not.toContain(address);
    expect(stage.site.directory.membersOf(groups.confluenceUsers)).toHaveLength(members);
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });

  it('an address that two people share is refused as ambiguous, and nobody is guessed', async () => {
    const stage = await start();
    const { directory } = stage.site;
    const email = people.projectAdmin.email;
    directory.setPerson(people.plainUser.accountId, { email });
    const members = directory.membersOf(groups.confluenceUsers);
    const id = await askFor(stage, email);
    const { state, why, timeline } = await stage.view(id);
    expect({ state, why }).toEqual({ state: 'refused', why: ambiguous });
    const refused = timeline.find(({ what }) => what === 'request.refused');
    expect(refused?.detail['why']).toBe('person-ambiguous');
    expect(stage.said(id)).toEqual([
      'Nothing can be given for this request:\n' +
        'Several accounts could belong to this address. Name the person instead.\n' +
        'Please raise a new request in which this is put right.',
    ]);
    expect(directory.membersOf(groups.confluenceUsers)).toEqual(members);
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });

  it('the address of the approver is the approver', async () => {
    const stage = await start();
    const id = await askFor(stage, people.confluenceAdmin.email.toUpperCase());
    expect(await stage.view(id)).toMatchObject({
      state: 'refused',
      why: 'Nobody is left who could approve this request.',
    });
    stage.close();
  });
});
