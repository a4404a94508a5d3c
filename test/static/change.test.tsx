import { screen, waitFor } from '@testing-library/react';
import { bridge, type Replies } from './bridge-stand-in';
import { accepted, aConnection, anOption, wiki } from './builders';
import { address, no, openAt, yes } from './stage';

const conflict = no({ code: 'conflict', message: 'Somebody else changed this connection.' });
const renamed = aConnection({ name: 'Renamed wiki', version: 4 });

const open = (page: 'edit' | 'rotate', replies: Replies = {}) =>
  openAt(`/connections/c-1/${page}`, {
    'connection.read': yes(aConnection({ tokenExpiry: { on: '2026-03-01', daysLeft: 55, level: 'none' } })),
    'connector.list': yes([wiki]),
    'option.describe': ({ ids }) => yes(ids.map((id) => anOption(id))),
    'option.search': yes({ items: [anOption('bob')] }),
    'connection.history': yes({ items: [] }),
    'credential.check': yes(accepted),
    ...replies,
  });

describe('editing a connection', () => {
  it('starts from what is saved, and asks for no credential', async () => {
    await open('edit');
    expect(await screen.findByLabelText('Connection Name')).toHaveProperty('value', 'Team wiki');
    expect(screen.getByLabelText(/Token Expiry Date/)).toHaveProperty('value', '2026-03-01');
    expect(await screen.findByText('Name of g-1')).toBeTruthy();
    expect(await screen.findByText('Name of ada')).toBeTruthy();
    expect(screen.queryByLabelText('API Token')).toBeNull();
  });

  it('sends what the form says with the version that was opened, and goes back to the connection', async () => {
    const admin = await open('edit', { 'connection.update': yes(renamed) });
    await screen.findByText('Name of g-1');
    await admin.clear(await screen.findByLabelText('Connection Name'));
    await admin.type(screen.getByLabelText('Connection Name'), 'Renamed wiki');
    await admin.clear(screen.getByLabelText(/Token Expiry Date/));
    await admin.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(address()).toBe('/connections/c-1'));
    expect(bridge.payloads('connection.update')).toEqual([
      {
        id: 'c-1',
        version: 3,
        values: { name: 'Renamed wiki', applicationAdmin: 'ada', defaultGroups: ['g-1'] },
      },
    ]);
    expect(await screen.findByRole('heading', { name: 'Renamed wiki' })).toBeTruthy();
    await screen.findByText('Nothing has happened yet.');
  });

  it('puts the focus on the first wrong field, again and again', async () => {
    const fields = { name: 'Another connection has this name already.' };
    const admin = await open('edit', { 'connection.update': no({ code: 'invalid', fields }) });
    await screen.findByText('Name of g-1');
    for (const _time of ['first', 'second']) {
      await admin.click(screen.getByRole('button', { name: 'Save' }));
      await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Connection Name')));
      expect(screen.getByText('Another connection has this name already.')).toBeTruthy();
    }
  });

  it('tells that somebody else changed it, keeps what was typed, and loads the other on demand', async () => {
    const admin = await open('edit', { 'connection.update': conflict });
    await screen.findByText('Name of g-1');
    await admin.type(await screen.findByLabelText('Connection Name'), ' 2');
    await admin.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Somebody else changed this connection.')).toBeTruthy();
    expect(screen.getByLabelText('Connection Name')).toHaveProperty('value', 'Team wiki 2');

    bridge.replies['connection.read'] = yes(renamed);
    bridge.replies['connection.update'] = yes(renamed);
    await admin.click(screen.getByRole('button', { name: 'Load what is saved now' }));
    await waitFor(() =>
      expect(screen.getByLabelText('Connection Name')).toHaveProperty('value', 'Renamed wiki'),
    );
    await admin.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(address()).toBe('/connections/c-1'));
    expect(bridge.payloads('connection.update').at(-1)).toMatchObject({ version: 4 });
    await screen.findByText('Nothing has happened yet.');
  });
});

describe('rotating the token', () => {
  const prove = async (replies: Replies) => {
    const admin = await open('rotate', replies);
    await admin.type(await screen.findByLabelText('Admin Email'), 'ada@acme.example');
    await admin.type(screen.getByLabelText('API Token'), 'canary{Enter}');
    await screen.findByText(/Token accepted for Ada Admin/);
    return admin;
  };

  it('proves the new token for this connection, then puts it in the place of the old one', async () => {
    const admin = await prove({ 'connection.rotate': yes(renamed) });
    expect(bridge.payloads('credential.check')).toEqual([
      {
        connector: 'wiki',
        connection: 'c-1',
        values: { adminEmail: 'ada@acme.example', apiToken: 'canary' },
      },
    ]);
    expect(document.body.innerHTML).not.toContain('canary');
    await admin.type(screen.getByLabelText(/Token Expiry Date/), '2026-12-31');
    await admin.click(screen.getByRole('button', { name: 'Replace token' }));
    await waitFor(() => expect(address()).toBe('/connections/c-1'));
    expect(bridge.payloads('connection.rotate')).toEqual([
      { id: 'c-1', version: 3, draft: 'd-1', values: { tokenExpiresOn: '2026-12-31' } },
    ]);
    await screen.findByText('Nothing has happened yet.');
  });

  it('goes on after a conflict with the credential that was proven', async () => {
    const admin = await prove({ 'connection.rotate': conflict });
    await admin.click(screen.getByRole('button', { name: 'Replace token' }));
    expect(await screen.findByText('Somebody else changed this connection.')).toBeTruthy();
    bridge.replies['connection.read'] = yes(renamed);
    bridge.replies['connection.rotate'] = yes(renamed);
    await admin.click(screen.getByRole('button', { name: 'Load what is saved now' }));
    await screen.findByText('Renamed wiki');
    await admin.click(screen.getByRole('button', { name: 'Replace token' }));
    await waitFor(() => expect(address()).toBe('/connections/c-1'));
    expect(bridge.payloads('connection.rotate').at(-1)).toMatchObject({ version: 4, draft: 'd-1' });
    await screen.findByText('Nothing has happened yet.');
  });
});
