import { screen, waitFor, within } from '@testing-library/react';
import { aRow, aRuleView } from './automation-builders';
import { bridge, type Replies } from './bridge-stand-in';
import { aConnection } from './builders';
import { address, never, no, openAt, yes } from './stage';

const readers = aRow();
const admins = aRow({
  id: 'r-2',
  name: 'Admins',
  state: 'disabled',
  kind: 'privileged-access',
  requestTypeName: 'Privileged access',
  conditions: ['Access level = Administrators'],
  groups: ['a', 'b', 'c', 'd', 'e'],
  approval: { ...aRow().approval, count: 2, sources: [{ kind: 'people', ids: ['bob', 'ada'] }] },
  lastUsedAt: '2026-01-05T11:00:00.000Z',
});
const old = aRow({ id: 'r-3', name: 'Legacy', approval: { ...aRow().approval, by: 'status' } });

const showList = (path = '/automation', replies: Replies = {}) => {
  bridge.people = { ada: 'Ada Admin', bob: 'Bob Builder' };
  return openAt(path, {
    'rule.list': yes([readers, admins, old]),
    'connection.list': yes([aConnection()]),
    ...replies,
  });
};
const rowOf = async (name: string) =>
  within(await screen.findByRole('row', { name: new RegExp(`^${name}`) }));
const namesShown = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('link')[0]?.textContent);

describe('the list of rules', () => {
  it('says that it is loading', async () => {
    await openAt('/automation', { 'rule.list': never });
    expect(await screen.findByText('Loading the rules…')).toBeTruthy();
  });

  it('says that a connection is needed first, and leads there', async () => {
    const user = await openAt('/automation', {
      'rule.list': yes([]),
      'connection.list': yes([]),
      'connector.list': yes([]),
    });
    expect(await screen.findByText('Connect an application first')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Add an integration' }));
    await waitFor(() => expect(address()).toBe('/connections/new'));
    await screen.findByText('There is nothing to add');
  });

  it('says what to do when there is a connection and no rule yet', async () => {
    await openAt('/automation', { 'rule.list': yes([]), 'connection.list': yes([aConnection()]) });
    expect(await screen.findByText('No rule yet')).toBeTruthy();
    expect(screen.getAllByRole('link', { name: 'New rule' })).toHaveLength(2);
  });

  it('says what went wrong, and asks again when told to', async () => {
    const user = await openAt('/automation', { 'rule.list': no({ message: 'The store did not answer.' }) });
    expect(await screen.findByText('The store did not answer.')).toBeTruthy();
    bridge.replies = { 'rule.list': yes([readers]), 'connection.list': yes([]) };
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Readers' })).toBeTruthy();
  });

  it('shows each rule with its state, trigger, access, approvers in words and last use', async () => {
    await showList();
    const row = await rowOf('Admins');
    expect(row.getByText('Disabled')).toBeTruthy();
    expect(row.getByText(/IT Help · Privileged access/)).toBeTruthy();
    expect(row.getByText('Access level = Administrators')).toBeTruthy();
    expect(row.getByText('Privileged Access')).toBeTruthy();
    expect(row.getByText('Team wiki')).toBeTruthy();
    expect(row.getByText('a, b, c and 2 more')).toBeTruthy();
    expect(await row.findByText('2 people out of Bob Builder or Ada Admin')).toBeTruthy();
    expect((await rowOf('Readers')).getByText('Never')).toBeTruthy();
    const links = row.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links).toContain('#/requests?rule=r-2');
    expect((await rowOf('Readers')).getByText('the application admin (Ada Admin)')).toBeTruthy();
  });

  it('marks a rule that a status alone decides', async () => {
    await showList();
    expect((await rowOf('Legacy')).getByText('By status alone')).toBeTruthy();
    expect((await rowOf('Readers')).queryByText('By status alone')).toBeNull();
  });

  it('sorts, searches also by approver, and filters by state, all in the address', async () => {
    const user = await showList();
    await screen.findByText(/Bob Builder/);
    await user.click(screen.getByRole('button', { name: 'Last used' }));
    await user.click(screen.getByRole('button', { name: 'Last used' }));
    expect(namesShown()[0]).toBe('Admins');
    expect(address()).toBe('/automation?sort=used&order=desc');
    await user.click(screen.getByRole('button', { name: 'Enabled (2)' }));
    expect(namesShown()).toEqual(['Legacy', 'Readers']);
    await user.click(screen.getByRole('button', { name: 'All (3)' }));
    await user.type(screen.getByRole('textbox'), 'builder');
    await waitFor(() => expect(namesShown()).toEqual(['Admins']));
    expect(address()).toBe('/automation?q=builder&sort=used&order=desc');
  });

  it('shows a page of what matches, and goes on to the next one', async () => {
    const many = Array.from({ length: 23 }, (_, index) => aRow({ id: `r-${index}`, name: `Rule ${index}` }));
    const user = await openAt('/automation', { 'rule.list': yes(many), 'connection.list': yes([]) });
    await screen.findByText('Page 1 of 2');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(namesShown()).toEqual(['Rule 20', 'Rule 21', 'Rule 22']);
    expect(address()).toBe('/automation?page=2');
  });
});

describe('acting on a rule', () => {
  it('disables it with the version that is shown, and shows what became of it', async () => {
    const user = await showList('/automation', {
      'rule.disable': () => {
        bridge.replies['rule.list'] = yes([aRow({ state: 'disabled', version: 4 }), admins, old]);
        return yes(aRuleView({ state: 'disabled', version: 4 }));
      },
    });
    await user.click((await rowOf('Readers')).getByRole('button', { name: 'Disable Readers' }));
    expect(await screen.findByRole('button', { name: 'Enable Readers' })).toBeTruthy();
    expect(bridge.payloads('rule.disable')).toEqual([{ id: 'r-1', version: 3 }]);
    expect(bridge.flags).toEqual(['Readers was disabled']);
  });

  it('says beside the rule why it could not be enabled', async () => {
    const message = 'The rule “Readers” answers the same requests.';
    const user = await showList('/automation', { 'rule.enable': no({ code: 'conflict', message }) });
    await user.click((await rowOf('Admins')).getByRole('button', { name: 'Enable Admins' }));
    expect(await (await rowOf('Admins')).findByText(message)).toBeTruthy();
    expect(screen.getByText('Nothing was changed')).toBeTruthy();
  });

  it('says what is in flight before it deletes, and that it keeps its version', async () => {
    const user = await showList('/automation', {
      'rule.read': yes(aRuleView({ version: 7, inFlight: { requests: 1, grants: 12 } })),
      'rule.delete': yes({ id: 'r-1' }),
    });
    await user.click((await rowOf('Readers')).getByRole('button', { name: 'Delete Readers' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('1 open request and 12 live grants')).toBeTruthy();
    expect(dialog.getByText(/They keep the version of the rule/)).toBeTruthy();
    bridge.replies['rule.list'] = yes([admins, old]);
    await user.click(dialog.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Readers' })).toBeNull());
    expect(bridge.payloads('rule.delete')).toEqual([{ id: 'r-1', version: 7 }]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('deletes nothing before it knows what is in flight', async () => {
    const user = await showList('/automation', { 'rule.read': never });
    await user.click((await rowOf('Readers')).getByRole('button', { name: 'Delete Readers' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('button', { name: 'Delete' })).toHaveProperty('disabled', true);
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
