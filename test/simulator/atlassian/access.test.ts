import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { visit } from './visit';

const { people, groups } = acme;
const { plainUser } = people;
const CURRENT = 'GET /wiki/rest/api/user/current';

describe('access to Confluence', () => {
  it('ends with the last group that gives it', async () => {
    const { ask, jiraRemove } = visit();
    await jiraRemove(groups.confluenceUsers, plainUser.accountId);
    expect(await ask(CURRENT, { as: plainUser })).toMatchObject({ status: 200 });
    await jiraRemove(groups.phoenix, plainUser.accountId);
    expect(await ask(CURRENT, { as: plainUser })).toMatchObject({ status: 403 });
  });

  it('is not brought by administering the organisation', async () => {
    const answer = await visit().ask(CURRENT, { as: people.orgAdminWithoutConfluence });
    expect(answer).toMatchObject({ status: 403, json: { statusCode: 403, data: { authorized: false } } });
  });

  it('comes back with its groups when a suspension ends', async () => {
    const { site, ask } = visit();
    const { accountId } = plainUser;
    site.directory.setPerson(accountId, { membershipStatus: 'suspended' });
    expect(await ask(CURRENT, { as: plainUser })).toMatchObject({ status: 401 });
    expect(site.directory.isMember(groups.confluenceUsers, accountId)).toBe(true);
    site.directory.setPerson(accountId, { membershipStatus: 'active' });
    expect(await ask(CURRENT, { as: plainUser })).toMatchObject({ status: 200 });
  });

  it('ends for everybody when their group loses its role', async () => {
    const { site } = visit();
    expect(site.directory.canUseConfluence(people.confluenceOnly.accountId)).toBe(true);
    site.directory.setGroup(groups.confluenceUsers, { roles: [] });
    expect(site.directory.canUseConfluence(people.confluenceOnly.accountId)).toBe(false);
  });
});

describe('invitations', () => {
  const CHECK = 'POST /wiki/api/v2/user/access/check-access-by-email';
  const INVITE = 'POST /wiki/api/v2/user/access/invite-by-email';
  const emails = ['new@partner.example'];

  it('are answered at once and carried out later', async () => {
    const { ask, clock, site } = visit();
    expect(await ask(INVITE, { body: { emails } })).toMatchObject({ status: 200, text: '' });
    expect(await ask(CHECK, { body: { emails } })).toMatchObject({ json: { emailsWithoutAccess: emails } });
    expect(await ask('GET /rest/api/3/user/search?query=new@partner')).toMatchObject({ json: [] });
    await clock.advance(site.conditions.lagMs.invitation);
    expect(await ask(CHECK, { body: { emails } })).toMatchObject({ json: { emailsWithoutAccess: [] } });
    expect(await ask('GET /rest/api/3/user/search?query=new@partner')).toMatchObject({
      json: [{ active: true }],
    });
  });

  it('pass over bad addresses and people with access', async () => {
    const { ask, site } = visit();
    const before = site.directory.people().length;
    await ask(INVITE, { body: { emails: ['no address', plainUser.email] } });
    expect(site.directory.people()).toHaveLength(before);
    const checked = await ask(CHECK, { body: { emails: ['no address', plainUser.email] } });
    expect(checked.json).toEqual({ emailsWithoutAccess: [], invalidEmails: ['no address'] });
  });

  it('bring one account, however often they are sent', async () => {
    const { ask, site } = visit();
    const before = site.directory.people().length;
    await ask(INVITE, { body: { emails } });
    await ask(INVITE, { body: { emails: ['NEW@partner.example'] } });
    expect(site.directory.people()).toHaveLength(before + 1);
  });

  it('do not bring back whoever was suspended', async () => {
    const { ask, site, clock } = visit();
    const { accountId, email } = people.suspended;
    site.directory.setMember(groups.confluenceUsers, accountId, false);
    await ask(INVITE, { body: { emails: [email] } });
    await clock.advance(60_000);
    expect(site.directory.isMember(groups.confluenceUsers, accountId)).toBe(false);
  });

  it('by Jira join the default groups of the product, and need both rights', async () => {
    const { ask, site } = visit();
    const body = { emailAddress: 'joiner@acme.example', products: ['jira-software'] };
    expect(await ask('POST /rest/api/3/user', { body, as: people.siteAdmin })).toMatchObject({ status: 403 });
    expect(await ask('POST /rest/api/3/user', { body })).toMatchObject({ status: 201 });
    const joiner = site.directory.people().find(({ email }) => email === body.emailAddress);
    const names = site.directory.groupsOf(joiner?.accountId ?? '').map(({ name }) => name);
    expect(names).toEqual(['jira-users-acme']);
  });

  it('name an account again for somebody who has Jira, and refuse whoever has not', async () => {
    const { ask } = visit();
    const invite = (emailAddress: string, products: readonly string[]) =>
      ask('POST /rest/api/3/user', { body: { emailAddress, products } });
    const withJira = await invite('with.jira@acme.example', ['jira-software']);
    expect(withJira).toMatchObject({ status: 201 });
    expect((await invite('with.jira@acme.example', [])).json).toMatchObject({
      accountId: (withJira.json as { accountId: string }).accountId,
    });
    expect(await invite('without@acme.example', [])).toMatchObject({ status: 201 });
    expect(await invite('without@acme.example', [])).toMatchObject({ status: 400 });
    expect(await invite(people.suspended.email, [])).toMatchObject({ status: 400 });
  });
});

describe('reads that lag', () => {
  it('see an addition, a removal and a suspension later than they are true', async () => {
    const { ask, site, clock, jiraAdd, jiraRemove } = visit();
    Object.assign(site.conditions.lagMs, { membership: 3_000, status: 120_000 });
    const sees = async () =>
      (await ask(`GET /wiki/rest/api/group/${groups.hrReaders}/membersByGroupId`)).text.includes(
        plainUser.accountId,
      );

    await jiraAdd(groups.hrReaders, plainUser.accountId);
    expect(await sees()).toBe(false);
    expect(await jiraAdd(groups.hrReaders, plainUser.accountId)).toMatchObject({ status: 400 });
    await clock.advance(3_000);
    expect(await sees()).toBe(true);

    await jiraRemove(groups.hrReaders, plainUser.accountId);
    expect(await sees()).toBe(true);
    await jiraAdd(groups.hrReaders, plainUser.accountId);
    await clock.advance(3_000);
    expect(await sees()).toBe(true);

    site.directory.setPerson(plainUser.accountId, { membershipStatus: 'suspended' });
    expect(await sees()).toBe(true);
    await clock.advance(120_000);
    expect(await sees()).toBe(false);
  });

  it('do not know a new person yet, when they are added to a group', async () => {
    const { ask, site, clock, jiraAdd } = visit();
    site.conditions.lagMs.person = 4_000;
    const body = { emailAddress: 'joiner@acme.example', products: [] };
    await ask('POST /rest/api/3/user', { body });
    const { accountId } =
      site.directory.people().find(({ email }) => email === body.emailAddress) ?? plainUser;
    expect(await jiraAdd(groups.hrReaders, accountId)).toMatchObject({ status: 404 });
    await clock.advance(4_000);
    expect(await jiraAdd(groups.hrReaders, accountId)).toMatchObject({ status: 201 });
  });
});
