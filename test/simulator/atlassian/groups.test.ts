import { z } from 'zod';
import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { nobody, visit } from './visit';

const { people, groups } = acme;
const Named = z.looseObject({ name: z.string() });
const JiraPage = z.looseObject({
  isLast: z.boolean(),
  maxResults: z.number(),
  total: z.number(),
  values: z.array(Named),
});
const Page = z.looseObject({
  results: z.array(Named),
  limit: z.number(),
  size: z.number(),
  _links: z.looseObject({ base: z.string(), next: z.string().optional() }),
});
const Picked = z.looseObject({
  total: z.number(),
  header: z.string(),
  groups: z.array(z.looseObject({ name: z.string() })),
});

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

describe('group/bulk', () => {
  const list = async (query: string) =>
    JiraPage.parse((await visit().ask(`GET /rest/api/3/group/bulk${query}`)).json);

  it('pages by name and says when it is done', async () => {
    const first = await list('?maxResults=20');
    expect(first).toMatchObject({ isLast: false, total: acme.world.groups.length, startAt: 0 });
    const second = await list('?startAt=20&maxResults=20');
    expect(second.isLast).toBe(true);
    const all = names([...first.values, ...second.values]);
    expect(all).toEqual([...all].sort());
    expect(all).toHaveLength(acme.world.groups.length);
  });

  it('caps a page without a word, and echoes what it applied', async () => {
    expect((await list('?maxResults=1000')).maxResults).toBe(50);
  });

  it('knows access to Jira, and site admins, but not Confluence', async () => {
    expect(names((await list('?accessType=site-admin')).values)).toEqual(['org-admins', 'site-admins']);
    const users = names((await list('?accessType=user&applicationKey=jira-software')).values);
    expect(users).toEqual(['atlassian-addons', 'jira-users-acme', 'okta-engineering', 'project-phoenix']);
    const refused = await visit().ask('GET /rest/api/3/group/bulk?accessType=user&applicationKey=confluence');
    expect(refused.status).toBe(400);
  });

  it('is refused to whoever may not browse', async () => {
    const answer = await visit().ask('GET /rest/api/3/group/bulk', { as: people.contractor });
    const text = 'Browse users and groups permission is required to view groups.';
    expect(answer).toMatchObject({ status: 403, json: { errorMessages: [text] } });
  });
});

describe('groups/picker', () => {
  const pick = async (query: string, as = people.orgAdmin) =>
    Picked.parse((await visit().ask(`GET /rest/api/3/groups/picker${query}`, { as })).json);

  it('looks inside names, case by case, and marks what it found', async () => {
    const found = await pick('?query=users');
    expect(names(found.groups)).toContain('confluence-users-acme');
    expect(found.groups).toContainEqual(
      expect.objectContaining({ html: 'confluence-<strong>users</strong>-acme' }),
    );
    expect((await pick('?query=USERS')).total).toBe(0);
    expect((await pick('?query=USERS&caseInsensitive=true')).total).toBe(found.total);
  });

  it('shows at most 20, whatever is asked for', async () => {
    const found = await pick('?maxResults=500');
    expect(found.groups).toHaveLength(20);
    expect(found.header).toBe(`Showing 20 of ${acme.world.groups.length} matching groups`);
  });

  it('tells who manages a group', async () => {
    const [found] = (await pick('?query=okta-finance')).groups;
    expect(found).toMatchObject({
      managedBy: 'EXTERNAL',
      usageType: 'USERBASE_GROUP',
      groupId: groups.oktaFinance,
    });
  });

  it('finds exact names only for whoever may not browse, and nothing for nobody', async () => {
    expect((await pick('?query=hr', people.contractor)).total).toBe(0);
    expect((await pick('?query=hr-readers', people.contractor)).total).toBe(1);
    const anonymous = await visit().ask('GET /rest/api/3/groups/picker?query=hr-readers', { as: nobody });
    expect(anonymous).toMatchObject({ status: 200, json: { total: 0 } });
  });
});

describe('group/member', () => {
  it('leaves out the inactive unless asked for them', async () => {
    const list = async (more: string) => {
      const line = `GET /rest/api/3/group/member?groupId=${groups.jiraUsers}${more}`;
      return JSON.stringify((await visit().ask(line)).json);
    };
    expect(await list('')).not.toContain(people.suspended.accountId);
    const all = await list('&includeInactiveUsers=true');
    expect(all).toContain(people.suspended.accountId);
    expect(all).toContain(people.deactivated.accountId);
  });
});

describe("Confluence's groups", () => {
  const list = async (query: string, options = {}) =>
    Page.parse((await visit(options).ask(`GET /wiki/rest/api/group${query}`)).json);

  it('filters by access to Confluence', async () => {
    expect(names((await list('?accessType=admin')).results)).toEqual([
      'atlassian-addons-admin',
      'confluence-admins-acme',
    ]);
    const users = names((await list('?accessType=user')).results);
    expect(users).toContain('hr-readers');
    expect(users).not.toContain('confluence-guests-acme');
    expect(
      names((await list('?accessType=user', { variants: { guestGroupsAsUser: 'yes' } })).results),
    ).toContain('confluence-guests-acme');
  });

  it('shows groups of other sites when it is not filtered', async () => {
    expect(names((await list('')).results)).toContain('confluence-users-acme-emea');
  });

  it('links to the next page until there is none', async () => {
    const first = await list('?limit=20');
    expect(first._links.next).toBe('/rest/api/group?limit=20&start=20');
    const next = Page.parse((await visit().ask(`GET /wiki${first._links.next}`)).json);
    expect(next.size).toBe(acme.world.groups.length - 20);
    expect(next._links.next).toBeUndefined();
    expect((await list('?limit=5000')).limit).toBe(200);
  });

  it('shows no members of a group that does not exist, nor the suspended and deactivated ones', async () => {
    const { ask } = visit();
    const unknown = await ask('GET /wiki/rest/api/group/nope/membersByGroupId');
    expect(unknown).toMatchObject({ status: 200, json: { results: [], size: 0 } });
    const members = await ask(`GET /wiki/rest/api/group/${groups.confluenceUsers}/membersByGroupId`);
    expect(members.text).toContain(people.plainUser.accountId);
    expect(members.text).not.toContain(people.suspended.accountId);
    expect(members.text).not.toContain(people.deactivated.accountId);
    const tooMany = await ask(
      `GET /wiki/rest/api/group/${groups.confluenceUsers}/membersByGroupId?limit=201`,
    );
    expect(tooMany.status).toBe(400);
  });
});
