import { screen, waitFor } from '@testing-library/react';
import { bridge, type Replies } from './bridge-stand-in';
import { never, no, openAt, yes } from './stage';

const saved = { version: 0, adminGroups: ['org-admins', 'site-admins'], strict: false };
const open = (replies: Replies = {}) =>
  openAt('/connections/settings', { 'settings.read': yes(saved), ...replies });

describe('the check settings', () => {
  it('say that they are loading', async () => {
    await open({ 'settings.read': never });
    expect(await screen.findByText('Loading the settings…')).toBeTruthy();
  });

  it('say what failed', async () => {
    await open({ 'settings.read': no({ message: 'The store is away.' }) });
    expect(await screen.findByText('The store is away.')).toBeTruthy();
  });

  it('save the names and the rule with the version that was read', async () => {
    const after = { version: 1, adminGroups: ['org-admins', 'it-admins'], strict: true };
    const admin = await open({ 'settings.update': yes(after) });
    await admin.click(await screen.findByRole('button', { name: 'Remove group name 2' }));
    await admin.click(screen.getByRole('button', { name: 'Add a name' }));
    await admin.type(screen.getByLabelText('Group name 2'), 'it-admins');
    await admin.click(screen.getByLabelText('Accept only members of these groups'));
    await admin.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/^Saved/)).toBeTruthy();
    expect(bridge.payloads('settings.update')).toEqual([{ ...after, version: 0 }]);
  });

  it('show what is wrong at each name', async () => {
    const fields = { 'adminGroups.1': 'A group name cannot be empty.' };
    const admin = await open({ 'settings.update': no({ code: 'invalid', fields }) });
    await admin.clear(await screen.findByLabelText('Group name 2'));
    await admin.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('A group name cannot be empty.')).toBeTruthy();
    expect(screen.getByLabelText('Group name 2').getAttribute('aria-invalid')).toBe('true');
  });

  it('tell that somebody else changed them, keep what was typed, and load the other on demand', async () => {
    const conflict = no({ code: 'conflict', message: 'Somebody else changed these settings.' });
    const admin = await open({ 'settings.update': conflict });
    await admin.type(await screen.findByLabelText('Group name 1'), '-of-acme');
    await admin.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Somebody else changed these settings.')).toBeTruthy();
    expect(screen.getByLabelText('Group name 1')).toHaveProperty('value', 'org-admins-of-acme');
    bridge.replies['settings.read'] = yes({ version: 5, adminGroups: ['theirs'], strict: true });
    await admin.click(screen.getByRole('button', { name: 'Load what is saved now' }));
    await waitFor(() => expect(screen.getByLabelText('Group name 1')).toHaveProperty('value', 'theirs'));
    bridge.replies['settings.update'] = yes({ version: 6, adminGroups: ['theirs'], strict: true });
    await admin.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/^Saved/);
    expect(bridge.payloads('settings.update').at(-1)).toMatchObject({ version: 5 });
  });
});
