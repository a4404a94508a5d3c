import { screen, waitFor, within } from '@testing-library/react';
import type { AuditEventView, ConnectionView } from '@contract/views';
import { bridge, type Replies } from './bridge-stand-in';
import { aConnection, aLine, anOption } from './builders';
import { address, never, no, openAt, yes } from './stage';

const user = (id: string) => ({ kind: 'user', id }) as const;
const anEvent = (event: Partial<AuditEventView>): AuditEventView => ({
  id: `e-${event.what ?? 'x'}`,
  what: 'connection.created',
  at: '2026-01-05T11:00:00.000Z',
  by: user('ada'),
  detail: {},
  ...event,
});

const openDetail = (replies: Replies = {}) => {
  bridge.people = { ada: 'Ada Admin' };
  return openAt('/connections/c-1', {
    'connection.read': yes(aConnection()),
    'connection.history': yes({ items: [anEvent({})] }),
    'option.describe': ({ ids }) => yes(ids.map((id) => anOption(id))),
    'connection.list': yes([]),
    ...replies,
  });
};

describe('the page of a connection', () => {
  it('says that it is loading', async () => {
    await openDetail({ 'connection.read': never });
    expect(await screen.findByText('Loading the connection…')).toBeTruthy();
  });

  it('says that the connection is gone, and leads back', async () => {
    await openDetail({
      'connection.read': no({ code: 'not-found', message: 'It does not exist any more.' }),
    });
    expect(await screen.findByText('This connection is gone')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Go to App Connections' })).toBeTruthy();
  });

  it('says what failed, and asks again when told to', async () => {
    const admin = await openDetail({ 'connection.read': no({ message: 'The store is slow.' }) });
    expect(await screen.findByText('The store is slow.')).toBeTruthy();
    bridge.replies['connection.read'] = yes(aConnection());
    await admin.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Team wiki' })).toBeTruthy();
    await screen.findByText('Name of g-1');
  });

  it('shows a connection as broken as soon as reading the names was refused', async () => {
    let isBroken = false;
    const broken: ConnectionView['health'] = { state: 'broken', cause: 'The site refused it.', lines: [] };
    await openDetail({
      'connection.read': () => yes(aConnection(isBroken ? { health: broken } : {})),
      'option.describe': () => {
        isBroken = true;
        return no({ code: 'target-unauthorized', message: 'The site refused it.' });
      },
    });
    expect(await screen.findByText('This connection is not working')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Replace the token' })).toBeTruthy();
  });

  it('shows the cause of bad health, its remedy, and each line of the last check', async () => {
    const failed = aLine({
      key: 'groups',
      label: 'May change groups',
      outcome: 'failed',
      finding: 'It may not.',
    });
    const health = {
      state: 'broken',
      cause: 'It may not.',
      remedy: 'Use an admin.',
      lines: [failed],
    } as const;
    await openDetail({ 'connection.read': yes(aConnection({ health: { ...health, lines: [failed] } })) });
    expect(await screen.findByText('This connection is not working')).toBeTruthy();
    expect(screen.getByText('Use an admin.')).toBeTruthy();
    expect(
      within(screen.getByRole('list', { name: 'Last check' })).getByText('May change groups'),
    ).toBeTruthy();
    await screen.findByText('Name of g-1');
  });

  it('shows the names of what was chosen, and says what is gone', async () => {
    const connection = aConnection({ defaultGroups: ['g-1', 'g-2'] });
    await openDetail({
      'connection.read': yes(connection),
      'option.describe': ({ kind }) => yes(kind === 'groups' ? [anOption('g-2')] : []),
    });
    expect(await screen.findByText('Name of g-2')).toBeTruthy();
    expect(screen.getByText('This group is gone from the site.')).toBeTruthy();
    expect(await screen.findByText('This person no longer has access to the application.')).toBeTruthy();
    expect(bridge.payloads('option.describe')).toContainEqual({
      source: { connection: 'c-1' },
      kind: 'groups',
      ids: ['g-1', 'g-2'],
    });
  });

  it('says that names could not be read, and reads them when told to', async () => {
    const admin = await openDetail({ 'option.describe': no({ message: 'The site is away.' }) });
    await waitFor(() => expect(screen.getAllByText(/The site is away/)).toHaveLength(2));
    bridge.replies['option.describe'] = ({ ids }) => yes(ids.map((id) => anOption(id)));
    for (const button of screen.getAllByRole('button', { name: 'Read the names again' }))
      await admin.click(button);
    expect(await screen.findByText('Name of g-1')).toBeTruthy();
  });

  it('tests the connection now, and shows what came of it', async () => {
    const admin = await openDetail();
    const broken = { state: 'broken', cause: 'The token was revoked.', lines: [] } as const;
    bridge.replies['connection.test'] = yes(aConnection({ health: { ...broken, lines: [] } }));
    await admin.click(await screen.findByRole('button', { name: 'Test now' }));
    expect(await screen.findByText('The token was revoked.')).toBeTruthy();
    expect(bridge.payloads('connection.test')).toEqual([{ id: 'c-1' }]);
  });

  it('says why it could not be tested', async () => {
    const admin = await openDetail({ 'connection.test': no({ message: 'Jira is busy.' }) });
    await admin.click(await screen.findByRole('button', { name: 'Test now' }));
    expect(await screen.findByText('Jira is busy.')).toBeTruthy();
  });
});

describe('the history of a connection', () => {
  it('tells in plain words what happened and who did it, page by page', async () => {
    const admin = await openDetail({
      'connection.history': ({ cursor }) =>
        cursor === undefined
          ? yes({
              items: [
                anEvent({
                  what: 'connection.checked',
                  by: { kind: 'schedule' },
                  detail: { health: 'broken', failed: ['a'] },
                }),
                anEvent({ what: 'connection.updated', detail: { changed: ['name', 'defaultGroups'] } }),
                anEvent({ what: 'connection.invented' }),
              ],
              next: 'p1',
            })
          : yes({ items: [anEvent({ what: 'connection.created' })] }),
    });
    const history = within(await screen.findByRole('list', { name: 'History, newest first' }));
    expect(await history.findByText('Checked: Broken, 1 check failed')).toBeTruthy();
    expect(history.getByText('The app, by schedule')).toBeTruthy();
    expect(history.getByText('Changed: name and default groups')).toBeTruthy();
    expect(history.getByText('connection.invented')).toBeTruthy();
    expect(await history.findAllByText('Ada Admin')).toHaveLength(2);
    await admin.click(screen.getByRole('button', { name: 'Show older events' }));
    expect(await history.findByText('Connected')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show older events' })).toBeNull();
  });

  it('says that it is empty, and what failed', async () => {
    await openDetail({ 'connection.history': yes({ items: [] }) });
    expect(await screen.findByText('Nothing has happened yet.')).toBeTruthy();
  });

  it('says what failed', async () => {
    await openDetail({ 'connection.history': no({ message: 'The trail is away.' }) });
    expect(await screen.findByText('The trail is away.')).toBeTruthy();
  });
});

describe('disconnecting', () => {
  const rule = { kind: 'rule', id: 'r-1', name: 'Readers of the wiki' } as const;
  const ask = async (replies: Replies = {}) => {
    const admin = await openDetail({ 'connection.read': yes(aConnection({ usedBy: [rule] })), ...replies });
    await admin.click(await screen.findByRole('button', { name: 'Disconnect' }));
    return { admin, dialog: within(await screen.findByRole('dialog')) };
  };

  it('says what depends on the connection and what will happen, and starts on the way out', async () => {
    const { admin, dialog } = await ask();
    expect(dialog.getByText('Readers of the wiki')).toBeTruthy();
    expect(dialog.getByText(/API token are deleted/)).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'));
    await admin.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.payloads('connection.disconnect')).toEqual([]);
  });

  it('ends what was seen, and goes back to the list', async () => {
    const { admin, dialog } = await ask({ 'connection.disconnect': yes({ id: 'c-1' }) });
    await admin.click(dialog.getByRole('button', { name: 'Disconnect' }));
    await waitFor(() => expect(address()).toBe('/connections'));
    expect(bridge.payloads('connection.disconnect')).toEqual([{ id: 'c-1', version: 3 }]);
    await screen.findByText('No application is connected yet');
  });

  it('tells that somebody else changed the connection, and loads that on demand', async () => {
    const conflict = no({ code: 'conflict', message: 'Somebody else changed it.' });
    const { admin, dialog } = await ask({ 'connection.disconnect': conflict });
    await admin.click(dialog.getByRole('button', { name: 'Disconnect' }));
    expect(await dialog.findByText('Somebody else changed it.')).toBeTruthy();
    bridge.replies['connection.read'] = yes(aConnection({ name: 'Renamed wiki', version: 4 }));
    bridge.replies['connection.disconnect'] = yes({ id: 'c-1' });
    await admin.click(dialog.getByRole('button', { name: 'Load what is saved now' }));
    expect(await dialog.findByText('Disconnect Renamed wiki?')).toBeTruthy();
    await admin.click(dialog.getByRole('button', { name: 'Disconnect' }));
    await waitFor(() => expect(address()).toBe('/connections'));
    expect(bridge.payloads('connection.disconnect').at(-1)).toEqual({ id: 'c-1', version: 4 });
  });

  it('says that people still hold access through it, and leads to who they are', async () => {
    const { admin, dialog } = await ask({
      'connection.disconnect': no({
        code: 'conflict',
        message: 'People still hold access.',
        remedy: 'Withdraw that access first.',
      }),
      'request.list': yes({ items: [] }),
      'request.alerts': no({}),
      'rule.list': yes([]),
    });
    await admin.click(dialog.getByRole('button', { name: 'Disconnect' }));
    expect(await dialog.findByText('People still hold access.')).toBeTruthy();
    expect(dialog.getByText('Withdraw that access first.')).toBeTruthy();
    await admin.click(dialog.getByRole('link', { name: 'See who was given access' }));
    await waitFor(() => expect(address()).toBe('/requests?state=fulfilled'));
    await screen.findByText('No request matches');
  });
});
