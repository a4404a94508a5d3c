import { z } from 'zod';
import { parseCql } from '../../../tools/simulator/atlassian/confluence/cql';
import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { nobody, visit } from './visit';

const { people, groups } = acme;
const People = z.array(
  z.looseObject({ accountId: z.string(), displayName: z.string(), active: z.boolean() }),
);
const Found = z.looseObject({
  totalSize: z.number(),
  results: z.array(
    z.looseObject({
      title: z.string(),
      user: z.looseObject({ accountId: z.string(), accountType: z.string() }),
    }),
  ),
});

describe('user/search', () => {
  const search = async (query: string, asked = {}) =>
    People.parse((await visit().ask(`GET /rest/api/3/user/search?${query}`, asked)).json);

  it('finds by the beginning of a name or an address, hidden ones too', async () => {
    expect(await search('query=ravi')).toMatchObject([{ displayName: 'Ravi Krishnan' }]);
    expect(await search('query=krishnan')).toEqual([]);
    expect(await search('query=siobhan.oconnor')).toMatchObject([
      { accountId: people.hiddenEmail.accountId },
    ]);
  });

  it('never shows the inactive, by id either', async () => {
    expect(await search('query=grace')).toEqual([]);
    expect(await search(`accountId=${people.deactivated.accountId}`)).toEqual([]);
  });

  it('finds nothing for whoever may not browse', async () => {
    expect(await search('query=ravi', { as: people.contractor })).toEqual([]);
    expect(await search('query=ravi', { as: nobody })).toEqual([]);
  });

  it.each(['', 'query=', 'query=ra&accountId=x'])('refuses to search for "%s"', async (query) => {
    expect(await visit().ask(`GET /rest/api/3/user/search?${query}`)).toMatchObject({ status: 400 });
  });
});

describe('users/search', () => {
  it('lists everybody, and pages come short', async () => {
    const listed = People.parse((await visit().ask('GET /rest/api/3/users/search?maxResults=1000')).json);
    const ids = listed.map(({ accountId }) => accountId);
    expect(ids).toEqual(
      expect.arrayContaining([people.suspended, people.customer, people.app].map((p) => p.accountId)),
    );
    expect(listed).toHaveLength(acme.world.people.length - 1);
  });
});

describe('an e-mail address', () => {
  const seenBy = async (as: typeof people.orgAdmin, who: typeof people.orgAdmin, variants = {}) => {
    const answer = await visit({ variants }).ask(`GET /rest/api/3/user?accountId=${who.accountId}`, { as });
    return z.looseObject({ emailAddress: z.string().nullish() }).parse(answer.json).emailAddress;
  };

  it('that is hidden is seen by its owner, and by an admin when the organisation manages it', async () => {
    const { hiddenEmail, unmanagedHidden, orgAdmin, plainUser } = people;
    expect(await seenBy(hiddenEmail, hiddenEmail)).toBe(hiddenEmail.email);
    expect(await seenBy(orgAdmin, hiddenEmail)).toBe(hiddenEmail.email);
    expect(await seenBy(plainUser, hiddenEmail)).toBeUndefined();
    expect(await seenBy(orgAdmin, unmanagedHidden)).toBeUndefined();
  });

  it('that is hidden may also be empty or null', async () => {
    expect(await seenBy(people.plainUser, people.hiddenEmail, { hiddenEmail: 'empty' })).toBe('');
    expect(await seenBy(people.plainUser, people.hiddenEmail, { hiddenEmail: 'null' })).toBeNull();
  });
});

describe('myself', () => {
  it('holds groups and applications only when expanded', async () => {
    const { ask } = visit();
    const plain = await ask('GET /rest/api/3/myself');
    expect(plain.json).toMatchObject({ groups: { size: 6, items: [] }, applicationRoles: { items: [] } });
    const expanded = await ask('GET /rest/api/3/myself?expand=groups,applicationRoles');
    expect(expanded.json).toMatchObject({
      groups: { items: expect.arrayContaining([expect.objectContaining({ name: 'org-admins' })]) },
      applicationRoles: {
        items: expect.arrayContaining([expect.objectContaining({ key: 'jira-software' })]),
      },
    });
  });
});

describe("Confluence's search for people", () => {
  const search = async (cql: string, more = '', visited = visit()) => {
    const answer = await visited.ask(
      `GET /wiki/rest/api/search/user?cql=${encodeURIComponent(cql)}&limit=200${more}`,
    );
    return Found.parse(answer.json);
  };
  const titles = async (cql: string) => (await search(cql)).results.map(({ title }) => title);

  it('shows licensed people, apps among them, and neither guests nor the suspended', async () => {
    const ids = (await search('type=user')).results.map(({ user }) => user.accountId);
    expect(ids).toEqual(expect.arrayContaining([people.plainUser.accountId, people.app.accountId]));
    for (const { accountId } of [people.guest, people.suspended, people.deactivated, people.contractor]) {
      expect(ids).not.toContain(accountId);
    }
  });

  it('shows guests when asked for them', async () => {
    const found = await search('type=user', '&sitePermissionTypeFilter=externalCollaborator');
    expect(found.results.map(({ title }) => title)).toEqual([people.guest.name]);
  });

  it('finds words of a name, and beginnings with a star', async () => {
    expect(await titles('user.fullname ~ "krishnan"')).toEqual(['Ravi Krishnan']);
    expect(await titles('user.fullname ~ "krish"')).toEqual([]);
    expect(await titles('type=user AND user.fullname ~ "krish*"')).toEqual(['Ravi Krishnan']);
    expect(await titles('user.fullname ~ "ravi kri*"')).toEqual(['Ravi Krishnan']);
  });

  it('finds accounts by id', async () => {
    const [one, two] = [people.plainUser, people.orgAdmin];
    expect(await titles(`user.accountid in ("${one.accountId}", "${two.accountId}")`)).toEqual([
      two.name,
      one.name,
    ]);
    expect(await titles(`user = "${one.accountId}"`)).toEqual([one.name]);
    expect(await titles(`user.fullname ~ "r*" and user != "${one.accountId}"`)).not.toContain(one.name);
  });

  it.each([
    '',
    'type=page',
    'space = HR',
    'user.fullname ~',
    'user in ("a"',
    'type=user or type=user',
    'type=user and',
  ])('cannot parse "%s"', (cql) => expect(parseCql(cql)).toBeUndefined());

  it('lags behind by its index', async () => {
    const visited = visit();
    visited.site.conditions.lagMs.membership = 1_000;
    visited.site.conditions.lagMs.index = 5_000;
    await visited.jiraAdd(groups.hrReaders, people.contractor.accountId);
    const sees = async () =>
      (await search(`user = "${people.contractor.accountId}"`, '', visited)).totalSize === 1;
    await visited.clock.advance(3_000);
    expect(await sees()).toBe(false);
    await visited.clock.advance(3_000);
    expect(await sees()).toBe(true);
  });
});
