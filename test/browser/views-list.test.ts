import { adminPage } from './admin-page';
import { flawsOf } from './look';
import { connectionNamed, inDays, manyConnections, oneOfEachHealth } from './seeds';
import { holdBack } from './waiting';

const { site, visit, addressOf } = adminPage();
const LIST = { route: '/connections' };

it('the list is readable for everyone while it loads, and when it is empty', () =>
  visit({ route: '/unknown' }, async (app) => {
    const release = await holdBack(app, 'connection.list');
    await app.app.getByRole('link', { name: 'Go to App Connections' }).click();
    await app.app.getByText('Loading the connections…').waitFor({ state: 'attached' });
    expect(await flawsOf(app, 'list loading')).toEqual([]);
    release();
    await app.app.getByRole('heading', { name: 'No application is connected yet' }).waitFor();
    expect(await flawsOf(app, 'list empty')).toEqual([]);
  }));

it('the list is readable when it could not be loaded', () => {
  const down = { kind: 'error', status: 503, body: '<html>Down</html>' } as const;
  site().faults.declare({
    id: 'down',
    match: { service: 'bridge', key: 'connection.list' },
    effect: down,
  });
  return visit(LIST, async (app) => {
    await app.app.getByText('The connections could not be loaded').waitFor();
    expect(await flawsOf(app, 'list problem')).toEqual([]);
    expect(app.errors.splice(0)).toEqual([expect.stringContaining('503')]);
  });
});

it('the list is readable with connections of every health, and says what needs attention', async () => {
  await oneOfEachHealth(site());
  await visit(LIST, async (app) => {
    const table = app.app.getByRole('table', { name: 'Connections' });
    for (const health of ['Healthy', 'Needs attention', 'Broken', 'Out of reach'])
      await table.getByText(health, { exact: true }).waitFor();
    await table.getByText('Ravi Krishnan').first().waitFor();
    expect(await flawsOf(app, 'list of every health')).toEqual([]);
  });
});

it('the list is readable with tokens that end in 30, 14, 7 and 1 days, and one that has ended', async () => {
  // Recorded three days ago: a day that has passed already cannot be recorded.
  for (const days of [93, 33, 17, 10, 4, 0])
    await connectionNamed(site(), `Confluence ${days}`, { tokenExpiresOn: inDays(site(), days) });
  site().clock.elapse(3 * 24 * 60 * 60_000);
  await visit(LIST, async (app) => {
    await app.app.getByRole('button', { name: 'Show 2 more' }).click();
    for (const text of ['in 90 days', 'in 30 days', 'in 14 days', 'in 7 days', 'tomorrow', '3 days ago'])
      await app.app.getByRole('table').getByText(text).waitFor();
    expect(await flawsOf(app, 'list of ending tokens')).toEqual([]);
  });
});

it('the list is readable over several pages, and when the filter matches nothing', async () => {
  await manyConnections(site(), 23);
  await visit({ route: '/connections?page=2' }, async (app) => {
    await app.app.getByText('Page 2 of 2').waitFor();
    expect(await app.app.getByRole('table').getByRole('row').count()).toBe(4);
    expect(await flawsOf(app, 'list page 2')).toEqual([]);

    await app.app.getByLabel('Filter by name, application or admin').fill('no such thing');
    await app.app.getByRole('heading', { name: 'No connection matches the filter' }).waitFor();
    await app.page.waitForURL(addressOf({ route: '/connections?q=no+such+thing' }));
    expect(await flawsOf(app, 'list filter without hits')).toEqual([]);
  });
});
