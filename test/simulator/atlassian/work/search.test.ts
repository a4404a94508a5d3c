import { z } from 'zod';
import { fields, people, requestTypes, theApp, transitions, visitDesk } from './desk';

const { plainUser, orgAdmin, userAccessAdmin } = people;
const Found = z.object({
  issues: z.array(z.looseObject({ id: z.string(), key: z.string().optional() })),
  isLast: z.boolean(),
  nextPageToken: z.string().optional(),
});
const HOUR = 3_600_000;

/** IT-1 a day old, IT-2 approved an hour ago, IT-3 for privileged access now, OPS-1 of another project. */
async function someRequests() {
  const visited = visitDesk();
  const { work, clock, ask } = visited;
  const by = plainUser.accountId;
  const raise = (requestTypeId: string, values: Readonly<Record<string, unknown>> = {}) =>
    work.raise({ by, requestTypeId, fields: { [fields.approvers.id]: [orgAdmin.accountId], ...values } });
  raise(requestTypes.groupMembership.id, { [fields.accessLevel.id]: '100511' });
  await clock.advance(23 * HOUR);
  const approved = raise(requestTypes.groupMembership.id, {
    [fields.expiresOn.id]: '2026-02-28',
    [fields.hours.id]: 8,
  });
  work.answer(approved.id, { by: orgAdmin.accountId, decision: 'approved' });
  await clock.advance(HOUR);
  raise(requestTypes.privilegedAccess.id, {
    summary: 'Firewall rules',
    [fields.forWhom.id]: orgAdmin.accountId,
  });
  raise(requestTypes.productionAccess.id);

  const search = async (jql: string, more = '', as: Parameters<typeof ask>[1] = { as: theApp }) =>
    ask(`GET /rest/api/3/search/jql?jql=${encodeURIComponent(jql)}${more}`, as);
  const keys = async (jql: string) =>
    Found.parse((await search(jql, '&fields=key')).json).issues.map(({ key }) => key);
  return { ...visited, search, keys };
}

describe('a search', () => {
  it.each([
    ['project = IT ORDER BY key', ['IT-1', 'IT-2', 'IT-3']],
    ['project in (IT, "Operations") order by created asc, key desc', ['IT-1', 'IT-2', 'OPS-1', 'IT-3']],
    ['project = 10001 and status = "Waiting for implementation"', ['IT-2']],
    ['status not in ("Waiting for approval")', ['IT-2']],
    ['statusCategory = "In Progress" AND NOT project = OPS ORDER BY id', ['IT-1', 'IT-2', 'IT-3']],
    ['updated >= -10m order by key', ['IT-3', 'OPS-1']],
    ['updated >= "-2h" AND updated < "-10m"', ['IT-2']],
    ['created <= "2026-01-05 13:00"', ['IT-1']],
    ['created <= "2026-01-05 12:59"', []],
    ['created >= 2026/01/06 and (key = IT-2 or issuekey in (IT-1, it-3)) order by key', ['IT-2', 'IT-3']],
    ['"Request Type" = "Group membership" order by key', ['IT-1', 'IT-2']],
    ['"Request Type" = "Privileged access (IT)"', ['IT-3']],
    ['cf[10010] in (103, 201) order by key', ['IT-3', 'OPS-1']],
    ['"Access level" = "HR readers"', ['IT-1']],
    ['cf[10051] is EMPTY order by key', ['IT-2', 'IT-3', 'OPS-1']],
    ['cf[10051] != "HR readers"', []],
    ['"Access expires on" <= 2026-02-28', ['IT-2']],
    ['Hours > 4', ['IT-2']],
    ['summary ~ firewall', ['IT-3']],
    ['"For whom" is not empty', ['IT-3']],
    ['reporter = currentUser()', []],
    ['assignee is null and project = OPS', ['OPS-1']],
    ['issuetype = "Access request" order by key', ['IT-1', 'IT-2']],
  ])('%s', async (jql, found) => {
    const { keys } = await someRequests();
    expect(await keys(jql)).toEqual(found);
  });

  it.each([
    ['', 'Unbounded JQL queries are not allowed here'],
    ['order by created', 'Unbounded JQL queries are not allowed here'],
    ['project = ', 'Expecting either a value, list or function but reached the end'],
    ['project = IT and', 'Expecting a field name'],
    ['project = IT status = Done', "got 'status'"],
    ['(project = IT', "Expecting ')'"],
    ['project ~ IT', "The operator '~' is not supported by the 'project' field."],
    ['project = NONE', "The value 'NONE' does not exist for the field 'project'."],
    ['key in (IT-1, IT-99)', "The value 'IT-99' does not exist for the field 'key'."],
    ['colour = red', "Field 'colour' does not exist"],
    ['updated >= yesterday', "Date value 'yesterday' for field 'updated' is invalid."],
    ['reporter in membersOf(admins)', "Expecting '('"],
    ['reporter = everybody()', "Unable to find JQL function 'everybody()'."],
    ['project = "IT', "The character '\"' is not expected"],
    [`project = IT order by ${'key, '.repeat(7)}key`, 'At most 7 fields'],
  ])('is refused: %s', async (jql, message) => {
    const { search } = await someRequests();
    const answer = await search(jql);
    expect(answer).toMatchObject({
      status: 400,
      json: { errorMessages: [expect.stringContaining(message)] },
    });
  });

  it('answers with ids alone, unless more is asked for', async () => {
    const { search } = await someRequests();
    const bare = await search('project = OPS');
    expect(bare.json).toEqual({ issues: [{ id: expect.any(String) }], isLast: true });
    const more = await search('project = OPS', '&fields=summary&expand=changelog');
    expect(more.json).toMatchObject({
      issues: [{ key: 'OPS-1', fields: { summary: 'Production access' }, changelog: { total: 0 } }],
    });
  });

  it('leads from page to page, each once', async () => {
    const { search } = await someRequests();
    const jql = 'project in (IT, OPS) ORDER BY created';
    const seen: string[] = [];
    let next: string | undefined = '';
    for (let pages = 0; next !== undefined && pages < 9; pages += 1) {
      const token: string = next === '' ? '' : `&nextPageToken=${next}`;
      const page = Found.parse((await search(jql, `&maxResults=3${token}`)).json);
      seen.push(...page.issues.map(({ id }) => id));
      expect(page.isLast).toBe(page.nextPageToken === undefined);
      next = page.nextPageToken;
    }
    expect(new Set(seen).size).toBe(4);
    expect(seen).toHaveLength(4);
    const stolen = Found.parse((await search(jql, '&maxResults=1')).json).nextPageToken ?? '';
    expect(await search('project = IT', `&nextPageToken=${stolen}`)).toMatchObject({ status: 400 });
  });

  it('finds for each caller what their projects hold, and no project that they cannot see', async () => {
    const { search } = await someRequests();
    const all = 'created >= -30d';
    const of = async (as: typeof orgAdmin) => Found.parse((await search(all, '', { as })).json).issues.length;
    expect(await of(orgAdmin)).toBe(4);
    expect(await of(people.projectAdmin)).toBe(3);
    expect(await of(plainUser)).toBe(0);
    expect(await search('project = IT', '', { as: plainUser })).toMatchObject({ status: 400 });
  });

  it('lags behind, except for the issues that are named to be reconciled', async () => {
    const { search, site, work, clock } = await someRequests();
    site.conditions.lagMs.issueIndex = 5_000;
    const jql = 'status = "Needs attention"';
    const issue = work.transition('IT-1', {
      by: userAccessAdmin.accountId,
      to: transitions.needAttention.id,
    });
    const count = async (more = '') => Found.parse((await search(jql, more)).json).issues.length;
    expect(await count()).toBe(0);
    expect(await count(`&reconcileIssues=${issue.id}`)).toBe(1);
    await clock.advance(5_000);
    expect(await count()).toBe(1);
    work.delete(issue.id, { by: orgAdmin.accountId });
    expect(await count()).toBe(1);
    expect(await count(`&reconcileIssues=${issue.id}`)).toBe(0);
    await clock.advance(5_000);
    expect(await count()).toBe(0);
  });

  it('gives whole issues in pages of a hundred, ids in pages of five thousand', async () => {
    const { raise, ask } = visitDesk();
    for (let count = 0; count < 130; count += 1) raise();
    const page = async (body: object) =>
      Found.parse(
        (await ask('POST /rest/api/3/search/jql', { body: { jql: 'project = IT', ...body } })).json,
      );
    expect((await page({ maxResults: 5_000 })).issues).toHaveLength(130);
    expect((await page({ maxResults: 5_000, fields: ['summary'] })).issues).toHaveLength(100);
    expect((await page({})).issues).toHaveLength(50);
  });
});
