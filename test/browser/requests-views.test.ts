import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { adminPage } from './admin-page';
import { flawsOf } from './look';
import { desked, manyStates } from './requests';
import { holdBack } from './waiting';

const { site, visit, addressOf } = adminPage();

it('the list of requests is readable while it loads, without a rule, and without a request', async () => {
  await visit({ route: '/unknown' }, async (app) => {
    const release = await holdBack(app, 'request.list');
    await app.page.getByRole('link', { name: 'Requests' }).click();
    await app.app.getByText('Loading the requests…').waitFor({ state: 'attached' });
    expect(await flawsOf(app, 'requests loading')).toEqual([]);
    release();
    await app.app.getByRole('heading', { name: 'Write a rule first' }).waitFor();
    expect(await flawsOf(app, 'requests without rule')).toEqual([]);
  });
  await desked(site());
  await visit({ route: '/requests' }, async (app) => {
    await app.app.getByRole('heading', { name: 'No request yet' }).waitFor();
    expect(await flawsOf(app, 'requests empty')).toEqual([]);
  });
});

it('the list of requests is readable when it could not be loaded', async () => {
  const down = { kind: 'error', status: 503, body: '<html>Down</html>' } as const;
  site().faults.declare({ id: 'down', match: { service: 'bridge', key: 'request.list' }, effect: down });
  await visit({ route: '/requests' }, async (app) => {
    await app.app.getByText('The requests could not be loaded').waitFor();
    expect(await flawsOf(app, 'requests problem')).toEqual([]);
    expect(app.errors.splice(0)).toEqual([expect.stringContaining('503')]);
  });
});

it('the list of requests is readable with every look, and leads from an alert to what it is about', async () => {
  await manyStates(site());
  await visit({ route: '/requests' }, async (app) => {
    const table = app.app.getByRole('table', { name: 'Requests' });
    for (const state of ['Waiting for approval', 'Declined', 'Quarantined', 'Fulfilled'])
      await table.getByText(state, { exact: true }).first().waitFor();
    await app.app.getByRole('heading', { name: /should have ended/ }).waitFor();
    expect(await flawsOf(app, 'requests of every look')).toEqual([]);

    await app.app.getByRole('link', { name: 'Show what is overdue' }).click();
    await app.page.waitForURL(addressOf({ route: '/requests?alert=overdue' }));
    await app.app.getByText('2 requests are shown.').waitFor();
    expect(await table.getByRole('row').count()).toBe(3);
    expect(await flawsOf(app, 'requests overdue')).toEqual([]);
  });
});

it('a request is readable when its grant is overdue, and its dialogs are', async () => {
  const { overdue, blocked } = await manyStates(site());
  await visit({ route: `/requests/${overdue}` }, async (app) => {
    await app.app.getByText('Overdue', { exact: true }).waitFor();
    await app.app.getByText('Mei-Ling Chen').first().waitFor();
    expect(await flawsOf(app, 'request overdue')).toEqual([]);
  });
  await visit({ route: `/requests/${blocked}` }, async (app) => {
    await app.app.getByText('Blocked', { exact: true }).waitFor();
    await app.app.getByRole('button', { name: /^Withdraw now/ }).click();
    await app.app.getByText(/^Withdraw .* now\?/).waitFor();
    expect(await flawsOf(app, 'request withdraw')).toEqual([]);
  });
});

it('a request is readable when its access was removed by other hands, and when its end is changed', async () => {
  const { given } = await desked(site());
  const issueId = await given();
  site().site.directory.setMember(acme.groups.hrReaders, acme.people.contractor.accountId, false);
  await site().forge.runSchedule(site().installation, 'daily');
  await visit({ route: `/requests/${issueId}` }, async (app) => {
    await app.app.getByText('Gone by other hands').waitFor();
    expect(await flawsOf(app, 'request drifted')).toEqual([]);
    await app.app.getByRole('button', { name: /^Change end/ }).click();
    await app.app.getByLabel('New end').fill('2020-01-01T10:00');
    await app.app.getByRole('button', { name: 'Save the new end' }).click();
    await app.app.getByText(/still to come/).waitFor();
    expect(await flawsOf(app, 'request end wrong')).toEqual([]);
  });
});

it('a request is readable while it waits, and where nothing could be given for it', async () => {
  const { waiting, forged } = await manyStates(site());
  await visit({ route: `/requests/${waiting}` }, async (app) => {
    await app.app.getByText('Pending. Asked:').waitFor();
    expect(await flawsOf(app, 'request waiting')).toEqual([]);
  });
  await visit({ route: `/requests/${forged}` }, async (app) => {
    await app.app.getByText('Quarantined', { exact: true }).waitFor();
    expect(await flawsOf(app, 'request quarantined')).toEqual([]);
  });
  await visit({ route: '/requests/424242' }, async (app) => {
    await app.app.getByText('There is no such request').waitFor();
    expect(await flawsOf(app, 'request unknown')).toEqual([]);
  });
});
