import { screen, waitFor, within } from '@testing-library/react';
import { bridge } from './bridge-stand-in';
import { aConnection } from './builders';
import { address, never, no, openAt, yes } from './stage';

const team = aConnection();
const sales = aConnection({
  id: 'c-2',
  name: 'Sales wiki',
  applicationAdmin: 'bob',
  health: { state: 'broken', cause: 'The token was revoked.', remedy: 'Make a new token.', lines: [] },
  usedBy: [{ kind: 'rule', id: 'r-1', name: 'Readers' }],
});
const old = aConnection({
  id: 'c-3',
  name: 'Archive wiki',
  tokenExpiry: { on: '2026-01-12', daysLeft: 7, level: 'urgent' },
});

const showList = (path = '/connections') => {
  bridge.people = { ada: 'Ada Admin', bob: 'Bob Builder' };
  return openAt(path, { 'connection.list': yes([team, sales, old]) });
};
const namesShown = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getByRole('link').textContent);

describe('the list of connections', () => {
  it('says that it is loading', async () => {
    await openAt('/connections', { 'connection.list': never });
    expect(screen.getByText('Loading the connections…')).toBeTruthy();
  });

  it('is what the app opens with, wherever it is opened from', async () => {
    await openAt('/', { 'connection.list': yes([team]) });
    await screen.findByRole('link', { name: 'Team wiki' });
    expect(address()).toBe('/connections');
  });

  it('says what to do when there is no connection', async () => {
    await openAt('/connections', { 'connection.list': yes([]) });
    expect(await screen.findByText('No application is connected yet')).toBeTruthy();
    expect(screen.getByText(/Press \+ Add Integration/)).toBeTruthy();
  });

  it('says what went wrong, what to do and which reference to quote, and asks again when told to', async () => {
    const problem = { message: 'The store did not answer.', remedy: 'Wait a minute.' };
    const user = await openAt('/connections', { 'connection.list': no(problem) });
    expect(await screen.findByText('The store did not answer.')).toBeTruthy();
    expect(screen.getByText('Wait a minute.')).toBeTruthy();
    expect(screen.getByText('Reference: t-1')).toBeTruthy();
    bridge.replies = { 'connection.list': yes([team]) };
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Team wiki' })).toBeTruthy();
  });

  it('tells who is not allowed whom to ask, and offers no second try', async () => {
    await openAt('/connections', { 'connection.list': no({ code: 'not-allowed', message: 'Not for you.' }) });
    expect(await screen.findByText(/Ask a Jira administrator/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(bridge.payloads('connection.list')).toHaveLength(1);
  });

  it('waits as long as the site asked before it offers to try again', async () => {
    await openAt('/connections', { 'connection.list': no({ retryAfterSeconds: 40 }) });
    expect(await screen.findByText(/You can try again in 40 seconds/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toHaveProperty('disabled', true);
  });

  it('shows each connection with its application, admin, health, token and use', async () => {
    await showList();
    const row = within(await screen.findByRole('row', { name: /Sales wiki/ }));
    expect(await row.findByText('Bob Builder')).toBeTruthy();
    expect(row.getByText('Acme Wiki')).toBeTruthy();
    expect(row.getByText('Broken')).toBeTruthy();
    expect(row.getByText('Not recorded')).toBeTruthy();
    expect(row.getByText('Never')).toBeTruthy();
    expect(row.getByText('1 rule')).toBeTruthy();
  });

  it('asks for the names of all people at once', async () => {
    await showList();
    await screen.findByText('Bob Builder');
    expect(bridge.asked.filter(({ call }) => call === 'users')).toHaveLength(1);
  });

  it('shows somebody whom Jira does not show as an unknown person', async () => {
    await openAt('/connections', { 'connection.list': yes([team]) });
    expect(await screen.findByText('Unknown person')).toBeTruthy();
  });
});

describe('looking at the list', () => {
  it('sorts by a column, and keeps that in the address', async () => {
    const user = await showList();
    await screen.findByRole('link', { name: 'Team wiki' });
    expect(namesShown()).toEqual(['Archive wiki', 'Sales wiki', 'Team wiki']);
    await user.click(screen.getByRole('button', { name: 'Health' }));
    expect(namesShown()).toEqual(['Sales wiki', 'Archive wiki', 'Team wiki']);
    expect(address()).toBe('/connections?sort=health');
    await user.click(screen.getByRole('button', { name: 'Health' }));
    expect(address()).toBe('/connections?sort=health&order=desc');
    expect(screen.getByRole('columnheader', { name: 'Health' }).getAttribute('aria-sort')).toBe('descending');
  });

  it('filters by text, also by the name of the admin, and keeps that in the address', async () => {
    const user = await showList();
    await screen.findByText('Bob Builder');
    await user.type(screen.getByRole('textbox', { name: /Filter/ }), 'bob');
    await waitFor(() => expect(namesShown()).toEqual(['Sales wiki']));
    expect(address()).toBe('/connections?q=bob');
  });

  it('filters by health, and opens as the address says', async () => {
    const user = await showList('/connections?health=broken');
    await screen.findByRole('link', { name: 'Sales wiki' });
    expect(namesShown()).toEqual(['Sales wiki']);
    await user.click(screen.getByRole('button', { name: 'Healthy (2)' }));
    expect(namesShown()).toEqual(['Archive wiki', 'Team wiki']);
    expect(address()).toBe('/connections?health=healthy');
  });

  it('says when nothing matches, and clears the filter', async () => {
    const user = await showList('/connections?q=zebra');
    await user.click(await screen.findByRole('button', { name: 'Clear the filter' }));
    expect(namesShown()).toHaveLength(3);
    expect(screen.getByRole('textbox', { name: /Filter/ })).toHaveProperty('value', '');
  });

  it('shows twenty at a time', async () => {
    const many = Array.from({ length: 45 }, (_, index) =>
      aConnection({ id: `c-${index}`, name: `Wiki ${index}` }),
    );
    const user = await openAt('/connections?page=2', { 'connection.list': yes(many) });
    expect(await screen.findByText('Page 2 of 3')).toBeTruthy();
    expect(namesShown().at(0)).toBe('Wiki 20');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(namesShown()).toHaveLength(5);
    expect(address()).toBe('/connections?page=3');
  });
});

describe('what needs attention', () => {
  it('is said above the list, the worst first, with the remedy and the way to mend it', async () => {
    const user = await showList();
    const alerts = within(await screen.findByRole('region', { name: 'Needs attention' }));
    expect(alerts.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      'Sales wiki is not working',
      'The API token of Archive wiki ends in 7 days',
    ]);
    expect(alerts.getByText('The token was revoked. Make a new token.')).toBeTruthy();
    await user.click(alerts.getByRole('link', { name: 'Replace the token of Archive wiki' }));
    expect(address()).toBe('/connections/c-3/rotate');
  });

  it('is not said of a token that lasts, nor of one that nobody recorded', async () => {
    const lasting = aConnection({
      id: 'c-9',
      name: 'Lasting wiki',
      tokenExpiry: { on: '2026-06-01', daysLeft: 120, level: 'none' },
    });
    await openAt('/connections', { 'connection.list': yes([team, lasting]) });
    await screen.findByRole('link', { name: 'Lasting wiki' });
    expect(screen.queryByRole('region', { name: 'Needs attention' })).toBeNull();
  });
});
