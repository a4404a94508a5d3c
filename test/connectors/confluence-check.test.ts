import { confluence } from '../../src/connectors/confluence';
import { scopes } from '../../src/connectors/confluence/operations';
import { isAccepted, type CheckLine } from '../../src/domain/check';
import { confluenceWorld, idOf, policy, type WorldOptions } from './confluence-world';

interface Options extends WorldOptions {
  readonly known?: boolean;
  readonly strict?: boolean;
  readonly adminGroups?: readonly string[];
  readonly before?: (world: ReturnType<typeof confluenceWorld>) => void;
}

async function check({ known = false, strict = false, before, ...options }: Options) {
  const world = confluenceWorld(options);
  before?.(world);
  const credential = known ? world.credential : { ...world.credential, found: {} };
  const adminGroups = options.adminGroups ?? policy.adminGroups;
  const report = await confluence.open(credential, world.installation).check({ strict, adminGroups });
  const line = (key: string): CheckLine | undefined => report.lines.find((each) => each.key === key);
  return { ...world, ...report, line, outcomes: report.lines.map(({ outcome }) => outcome) };
}
const [ok, bad, unsure, not] = ['passed', 'failed', 'warned', 'skipped'];

it('shows the same six lines in the same order, whatever came of them', async () => {
  const keys = ['token-accepted', 'email-matches', 'account-active'].concat([
    'admin-group',
    'may-change-membership',
    'has-confluence',
  ]);
  for (const token of ['olga', 'scoped', 'revoked', 'no-wiki', 'lena']) {
    expect((await check({ token })).lines.map(({ key }) => key)).toEqual(keys);
  }
});

it.each([
  ['an organization admin', 'olga', [ok, ok, ok, ok, ok, ok]],
  ['an organization admin with a scoped token', 'scoped', [ok, ok, ok, ok, ok, ok]],
  ['a site admin in a group that was renamed', 'keeper', [ok, ok, ok, ok, ok, ok]],
  ['an organization admin who hides the address', 'hidden-admin', [ok, ok, ok, ok, ok, ok]],
  ['an organization admin by role alone', 'direct', [ok, ok, ok, unsure, ok, ok]],
])('accepts %s', async (_who, token, expected) => {
  const { lines, outcomes, account, found } = await check({ token });
  expect(outcomes).toEqual(expected);
  expect(isAccepted(lines)).toBe(true);
  expect(found).toEqual({ base: token === 'scoped' ? 'gateway' : 'site', accountId: account?.id });
});

it.each([
  ['an expired token', 'expired', [bad, not, not, not, not, not]],
  ['a revoked token', 'revoked', [bad, not, not, not, not, not]],
  ['an admin without Confluence', 'no-wiki', [ok, ok, ok, ok, not, bad]],
  ['an admin without Confluence, with a scoped token', 'no-wiki-scoped', [ok, ok, ok, ok, not, bad]],
  ['a product admin', 'product-admin', [ok, ok, ok, unsure, bad, ok]],
  ['a plain user', 'lena', [ok, ok, ok, unsure, bad, ok]],
  ['an admin in no group that can be tried', 'lonely', [ok, ok, ok, ok, bad, ok]],
  ['a token that may only read people', 'reading', [bad, ok, ok, ok, not, not]],
])('refuses %s, with a remedy at a field', async (_who, token, expected) => {
  const { lines, outcomes } = await check({ token });
  expect(outcomes).toEqual(expected);
  expect(isAccepted(lines)).toBe(false);
  const fields = confluence.fields.map(({ name }) => name);
  for (const { outcome, remedy = '', field = '' } of lines) {
    if (outcome === bad) expect([remedy !== '', fields.includes(field)]).toEqual([true, true]);
  }
});

it.each(scopes.slice(1))('names the scope %s when the token lacks it', async (scope) => {
  const { line } = await check({ token: `without ${scope}` });
  expect(line('token-accepted')).toMatchObject({ outcome: bad, field: 'apiToken' });
  expect(line('token-accepted')?.finding).toContain(scope);
});

it('names every scope that is needed when the token lacks even the first', async () => {
  const { line } = await check({ token: `without ${scopes[0]}` });
  for (const scope of scopes) expect(line('token-accepted')?.remedy).toContain(scope);
});

it('does not accept the token with the address of somebody else', async () => {
  const { installation, credential } = confluenceWorld();
  const other = { ...credential, adminEmail: 'lena@acme.example', found: {} };
  const { lines } = await confluence.open(other, installation).check(policy);
  expect(lines[0]).toMatchObject({ key: 'token-accepted', outcome: bad });
});

it('tells an address that has changed since, and goes no further', async () => {
  const { installation, credential } = confluenceWorld();
  const former = { ...credential, adminEmail: 'former@acme.example' };
  const http: typeof installation.http = (request) => {
    const basic = Buffer.from(`${credential.adminEmail}:${credential.apiToken.reveal()}`).toString('base64');
    return installation.http({
      ...request,
      headers: { ...request.headers, authorization: `Basic ${basic}` },
    });
  };
  const { lines } = await confluence.open(former, { ...installation, http }).check(policy);
  expect(lines.map(({ outcome }) => outcome)).toEqual([ok, bad, ok, not, not, not]);
  expect(lines[1]).toMatchObject({ field: 'adminEmail' });
});

it.each([
  ['escaped', encodeURIComponent(idOf('olga')), ok],
  ['of another account', idOf('lena'), bad],
])('compares the account with the one that the answer was given to (%s)', async (_how, caller, outcome) => {
  const { installation, credential } = confluenceWorld();
  const http: typeof installation.http = async (request) => {
    const response = await installation.http(request);
    return { ...response, headers: { ...response.headers, 'x-aaccountid': caller } };
  };
  const { lines } = await confluence.open(credential, { ...installation, http }).check(policy);
  expect(lines[1]).toMatchObject({ key: 'email-matches', outcome });
});

it('tells an account that is no ordinary one', async () => {
  const before = ({ site }: ReturnType<typeof confluenceWorld>) =>
    site.directory.setPerson(idOf('olga'), { accountType: 'app' });
  expect((await check({ before })).outcomes).toEqual([ok, ok, bad, not, not, not]);
});

it('wants a named group when the settings are strict', async () => {
  expect((await check({ token: 'keeper', strict: true })).line('admin-group')).toMatchObject({
    outcome: bad,
  });
  expect((await check({ token: 'direct', strict: true })).line('admin-group')).toMatchObject({
    outcome: bad,
  });
  expect((await check({ strict: true, adminGroups: [' ORG-Admins '] })).outcomes).not.toContain(bad);
});

it('asks Confluence for the admin groups when Jira cannot tell', async () => {
  const before = ({ site }: ReturnType<typeof confluenceWorld>) => {
    site.conditions.groupAccessFails = true;
  };
  const { line, site } = await check({ token: 'keeper', before });
  expect(line('admin-group')).toMatchObject({ outcome: ok });
  expect(site.calls.length).toBeLessThanOrEqual(7);
});

it('names the allowlist among the causes when the site keeps it out', async () => {
  const before = ({ site }: ReturnType<typeof confluenceWorld>) => {
    site.conditions.ipRejected = true;
  };
  const { line } = await check({ before });
  expect(line('token-accepted')).toMatchObject({ outcome: bad });
  expect(line('token-accepted')?.remedy).toContain('IP allowlist');
});
