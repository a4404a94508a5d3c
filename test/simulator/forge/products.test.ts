import { forgeApi, inApp, stage } from './stage';

const scopes = ['storage:app', 'read:jira-user'];

it('sends asApp and asUser calls to the site with the manifest scopes', async () => {
  const { site, last } = await inApp(async () => {
    const { asApp, asUser, requestJira, route } = forgeApi();
    await asApp().requestJira(route`/rest/api/3/myself?expand=${'groups'}`);
    await asUser().requestJira(route`/rest/api/3/myself`);
    await requestJira(route`/rest/api/3/serverInfo`, { headers: { authorization: 'Basic forged' } });
  });
  expect(site.asked.map(({ caller, url }) => [caller, url.href])).toEqual([
    [{ kind: 'app', scopes }, 'https://acme.atlassian.net/rest/api/3/myself?expand=groups'],
    [{ kind: 'user', accountId: 'ann', scopes }, 'https://acme.atlassian.net/rest/api/3/myself'],
    [{ kind: 'header' }, 'https://acme.atlassian.net/rest/api/3/serverInfo'],
  ]);
  expect(site.asked[2]?.headers).not.toHaveProperty('authorization');
  expect(last()?.siteCalls).toEqual([
    { service: 'jira', operation: 'GET /rest/api/3/myself', via: 'asApp', status: 200 },
    { service: 'jira', operation: 'GET /rest/api/3/myself', via: 'asUser', status: 200 },
    { service: 'jira', operation: 'GET /rest/api/3/serverInfo', via: 'none', status: 200 },
  ]);
});

it('says application/json for a request that does not say what it sends', async () => {
  const { site } = await inApp(async () => {
    const { asUser, route } = forgeApi();
    const post = (headers = {}) =>
      asUser().requestJira(route`/rest/api/3/x`, { method: 'POST', body: '{"a":1}', headers });
    await post();
    await post({ 'Content-Type': 'text/xml' });
  });
  expect(site.asked.map(({ headers, body }) => [headers['content-type'], body])).toEqual([
    ['application/json', '{"a":1}'],
    ['text/xml', '{"a":1}'],
  ]);
});

const failing = (ask: () => Promise<unknown>) => async () => {
  const error: unknown = await ask().then(
    () => 'went through',
    (failure: unknown) => failure,
  );
  return error instanceof Error ? `${error.name}: ${error.message}` : error;
};

it('does not ask the site as a user when nobody is there', async () => {
  const asUser = failing(() =>
    forgeApi()
      .asUser()
      .requestJira(forgeApi().route`/rest/api/3/myself`),
  );
  const answers: unknown[] = [];
  const { host, installation, site, call } = stage({
    calls: { asUser },
    onDay: async () => answers.push(await asUser()),
  });
  await host.runSchedule(installation, 'daily');
  answers.push(await call('asUser', undefined, { accountId: 'x', accountType: 'anonymous' }));
  expect(answers).toEqual(Array(2).fill('NEEDS_AUTHENTICATION_ERR: Authentication Required'));
  expect(site.asked).toEqual([]);
});

it('lets the app be somebody else only with scopes that allow impersonation', async () => {
  const asBob = failing(() =>
    forgeApi()
      .asUser('bob')
      .requestJira(forgeApi().route`/rest/api/3/myself`),
  );
  const { result, site } = await inApp(asBob);
  expect(result).toContain('403 - AUTH_TYPE_UNAVAILABLE');
  expect(site.asked).toEqual([]);

  const { site: asked } = await inApp(asBob, { manifestPath: `${__dirname}/impersonating-app.yml` });
  expect(asked.asked.map(({ caller }) => caller)).toEqual([
    { kind: 'user', accountId: 'bob', scopes: ['read:jira-user'] },
  ]);
});

it('does not reach a product that the manifest does not name, nor one product through the other', async () => {
  const { result, site } = await inApp(async () => {
    const { asApp, route } = forgeApi();
    const other = await failing(() => asApp().requestConfluence(route`/wiki/rest/api/group`))();
    const through = await asApp().requestJira(route`/wiki/rest/api/group`);
    return [other, through.status];
  });
  expect(result).toEqual([expect.stringContaining('REQUEST_PRODUCT_NOT_ALLOWED'), 404]);
  expect(site.asked).toEqual([]);
});

it('says clearly when the app needs what is not played', async () => {
  const { last } = await inApp(async () => {
    await forgeApi()
      .asApp()
      .requestGraph('{}')
      .catch((error: unknown) => console.log(String(error)));
  });
  expect(last()?.logs).toEqual(['LOG Error: The simulated platform does not reach stargate yet.']);
});

it('asks a product for a page as its user, and as nobody for a visitor', async () => {
  const { host, installation, site } = stage();
  const fetch = {
    product: 'jira',
    restPath: '/rest/api/3/myself?x=1',
    fetchRequestInit: { headers: [['accept', 'application/json']] },
  } as const;
  const answer = await host.fetchProduct(installation, { accountId: 'bob', accountType: 'licensed' }, fetch);
  await host.fetchProduct(installation, { accountId: 'unidentified', accountType: 'anonymous' }, fetch);
  expect(answer).toMatchObject({
    status: 200,
    statusText: 'OK',
    body: expect.stringContaining('cloud-a') as string,
  });
  expect(site.asked.map(({ caller }) => caller)).toEqual([
    { kind: 'user', accountId: 'bob', scopes },
    { kind: 'header' },
  ]);
  expect(site.asked[0]?.headers).toMatchObject({
    accept: 'application/json',
    'x-atlassian-token': 'no-check',
  });
});
