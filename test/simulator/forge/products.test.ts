import { forgeApi, inApp } from './stage';

const scopes = ['storage:app', 'read:jira-user'];

it('sends asApp and asUser calls to the site with the manifest scopes', async () => {
  const { site, last } = await inApp(async () => {
    const { asApp, asUser, route } = forgeApi();
    await asApp().requestJira(route`/rest/api/3/myself?expand=${'groups'}`);
    await asUser().requestJira(route`/rest/api/3/myself`);
  });
  expect(site.asked.map(({ caller, url }) => [caller, url.href])).toEqual([
    [{ kind: 'app', scopes }, 'https://acme.atlassian.net/rest/api/3/myself?expand=groups'],
    [{ kind: 'user', accountId: 'ann', scopes }, 'https://acme.atlassian.net/rest/api/3/myself'],
  ]);
  expect(last()?.siteCalls).toEqual([
    { service: 'jira', operation: 'GET /rest/api/3/myself', via: 'asApp', status: 200 },
    { service: 'jira', operation: 'GET /rest/api/3/myself', via: 'asUser', status: 200 },
  ]);
});
