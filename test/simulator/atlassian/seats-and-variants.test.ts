import { variantTable } from '../../../tools/simulator/atlassian/variants';
import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { visit } from './visit';

const { people, groups } = acme;
const { plainUser, suspended, customer, contractor } = people;

describe('seats', () => {
  const full = (variants = {}) => {
    const visited = visit({ variants });
    visited.site.directory.setSeats('confluence', visited.site.directory.seatsTaken('confluence'));
    return visited;
  };

  it('run out for somebody new, not for somebody who has one', async () => {
    const { jiraAdd } = full();
    const answer = await jiraAdd(groups.hrReaders, contractor.accountId);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(`Licence exceeded for: ari:cloud:confluence::site/${acme.world.cloudId}`);
    expect(await jiraAdd(groups.hrReaders, plainUser.accountId)).toMatchObject({ status: 201 });
  });

  it('run out in Confluence with an exception', async () => {
    const answer = await full().confluenceAdd(groups.hrReaders, contractor.accountId);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('HystrixRuntimeException');
  });

  it('may be told of in Jira by a membership that opens nothing', async () => {
    const { site, jiraAdd } = full({ jiraAddConfluenceFull: '201-without-access' });
    expect(await jiraAdd(groups.hrReaders, contractor.accountId)).toMatchObject({ status: 201 });
    expect(site.directory.isMember(groups.hrReaders, contractor.accountId)).toBe(true);
    expect(site.directory.canUseConfluence(contractor.accountId)).toBe(false);
  });

  it('are not taken by guests, apps and suspended people', () => {
    const { directory } = visit().site;
    const before = directory.seatsTaken('confluence');
    directory.setMember(groups.confluenceGuests, customer.accountId, true);
    const anotherApp = { ...directory.person(people.app.accountId), accountId: 'another-app' };
    directory.addPerson(anotherApp);
    directory.setMember(groups.hrReaders, anotherApp.accountId, true);
    directory.setMember(groups.hrReaders, suspended.accountId, true);
    expect(directory.seatsTaken('confluence')).toBe(before);
  });
});

describe('what is not documented', () => {
  it.each(variantTable.confluenceAddMember)('Confluence answers %s to a second addition', async (variant) => {
    const { confluenceAdd } = visit({ variants: { confluenceAddMember: variant } });
    expect((await confluenceAdd(groups.confluenceUsers, plainUser.accountId)).status).toBe(Number(variant));
  });

  it.each([
    ['400', 400],
    ['403', 403],
  ] as const)('an external group is refused with %s', async (externalGroupWrite, status) => {
    const { site, jiraAdd, confluenceAdd } = visit({ variants: { externalGroupWrite } });
    expect(await jiraAdd(groups.oktaFinance, plainUser.accountId)).toMatchObject({ status });
    expect(await confluenceAdd(groups.oktaFinance, plainUser.accountId)).toMatchObject({ status });
    expect(site.directory.isMember(groups.oktaFinance, plainUser.accountId)).toBe(false);
  });

  it('an external group may be changed, until the next sync undoes it', async () => {
    const { site, clock, jiraAdd } = visit({ variants: { externalGroupWrite: '201-undone' } });
    expect(await jiraAdd(groups.oktaFinance, plainUser.accountId)).toMatchObject({ status: 201 });
    expect(site.directory.isMember(groups.oktaFinance, plainUser.accountId)).toBe(true);
    await clock.advance(60_000);
    expect(site.directory.isMember(groups.oktaFinance, plainUser.accountId)).toBe(false);
  });

  it.each([
    ['201-without-effect', 201],
    ['400', 400],
    ['403', 403],
  ] as const)('org-admins takes nobody in: %s', async (addToOrgAdmins, status) => {
    const { site, jiraAdd, confluenceAdd } = visit({ variants: { addToOrgAdmins } });
    expect(await jiraAdd(groups.orgAdmins, plainUser.accountId)).toMatchObject({ status });
    expect(await confluenceAdd(groups.orgAdmins, plainUser.accountId)).toMatchObject({ status });
    expect(site.directory.isMember(groups.orgAdmins, plainUser.accountId)).toBe(false);
  });

  it('a user access admin may be let into the groups of their product, default groups excepted', async () => {
    const { jiraAdd } = visit({ variants: { userAccessAdminWrite: 'allowed' } });
    const as = people.userAccessAdmin;
    expect(await jiraAdd(groups.hrReaders, contractor.accountId, { as })).toMatchObject({ status: 201 });
    expect(await jiraAdd(groups.confluenceUsers, contractor.accountId, { as })).toMatchObject({
      status: 403,
    });
    expect(await jiraAdd(groups.phoenix, contractor.accountId, { as })).toMatchObject({ status: 403 });
    expect(await jiraAdd(groups.confluenceAdmins, contractor.accountId, { as })).toMatchObject({
      status: 403,
    });
  });

  it.each(variantTable.jiraRemoveNonMember)(
    'Jira answers %s when there is nobody to remove',
    async (variant) => {
      const { jiraRemove } = visit({ variants: { jiraRemoveNonMember: variant } });
      expect((await jiraRemove(groups.hrReaders, plainUser.accountId)).status).toBe(Number(variant));
    },
  );

  it.each([
    ['204', false],
    ['404', true],
  ] as const)('Confluence answers %s when a suspended member is removed', async (variant, stays) => {
    const { site, confluenceRemove } = visit({ variants: { confluenceRemoveSuspended: variant } });
    const answer = await confluenceRemove(groups.confluenceUsers, suspended.accountId);
    expect(answer.status).toBe(Number(variant));
    expect(site.directory.isMember(groups.confluenceUsers, suspended.accountId)).toBe(stays);
  });

  it.each([
    ['by-name', ["The group named 'nope' does not exist."]],
    ['by-id', ["The group with the id 'nope' does not exist."]],
    ['none', []],
  ] as const)('an unknown group is told %s', async (unknownGroupText, errorMessages) => {
    const { jiraAdd } = visit({ variants: { unknownGroupText } });
    const answer = await jiraAdd('nope', plainUser.accountId);
    expect(answer).toMatchObject({ status: 404, json: { errorMessages } });
  });
});
