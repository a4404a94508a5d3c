import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import type { Replies } from './bridge-stand-in';
import { bridge } from './bridge-stand-in';
import { accepted, aConnection, anOption, refusedCredential, wiki } from './builders';
import { address, never, no, openAt, yes } from './stage';

const TOKEN = 'ATATT3xFfGF0-canary';

const openPanel = (replies: Replies = {}) =>
  openAt('/connections/new/wiki', {
    'connector.list': yes([wiki]),
    'credential.check': yes(accepted),
    'option.search': ({ kind }) => yes({ items: [anOption(kind === 'person' ? 'bob' : 'g-1')] }),
    'connection.create': yes(aConnection()),
    'connection.read': yes(aConnection()),
    'connection.history': yes({ items: [] }),
    'option.describe': ({ ids }) => yes(ids.map((id) => anOption(id))),
    ...replies,
  });

const field = (label: string) => screen.getByLabelText(label, { exact: false });

async function typeCredential(user: UserEvent) {
  await user.type(await screen.findByLabelText('Connection Name'), 'Team wiki');
  await user.type(field('Admin Email'), 'ada@acme.example');
  await user.type(field('API Token'), TOKEN);
}

async function prove(user: UserEvent) {
  await typeCredential(user);
  await user.click(screen.getByRole('button', { name: 'Check credential' }));
  await screen.findByText(/Token accepted for Ada Admin/);
}

async function pick(user: UserEvent, label: string, name: string) {
  await user.click(field(label));
  await user.click(await screen.findByRole('option', { name: new RegExp(name) }));
}

describe('the chooser', () => {
  it('shows the integrations that work, and nothing else', async () => {
    const user = await openAt('/connections/new', { 'connector.list': yes([wiki]) });
    await user.click(await screen.findByRole('link', { name: 'Connect Acme Wiki' }));
    expect(address()).toBe('/connections/new/wiki');
  });

  it('says when it is loading, when there is nothing and when something failed', async () => {
    await openAt('/connections/new', { 'connector.list': never });
    expect(await screen.findByText('Loading the integrations…')).toBeTruthy();
  });

  it('says when there is nothing to add', async () => {
    await openAt('/connections/new', { 'connector.list': yes([]) });
    expect(await screen.findByText('There is nothing to add')).toBeTruthy();
  });

  it('says what failed', async () => {
    await openAt('/connections/new', { 'connector.list': no({}) });
    expect(await screen.findByText('The integrations could not be loaded')).toBeTruthy();
  });
});

describe('the connect panel', () => {
  it('draws the fields of the connector, in its order, with its help', async () => {
    await openPanel();
    const form = within(await screen.findByRole('form', { name: 'Connect Acme Wiki' }));
    const labels = form.getAllByText((_, element) => element?.tagName === 'LABEL');
    expect(labels.map(({ textContent }) => textContent)).toEqual([
      'Connection Name',
      'Admin Email',
      'API Token',
      'Token Expiry Date (optional)',
      'Application Admin',
      'Default Groups',
    ]);
    expect(form.getByText('Help for API Token.')).toBeTruthy();
    expect(field('API Token').getAttribute('type')).toBe('password');
  });

  it('says that a connector does not exist', async () => {
    await openAt('/connections/new/unknown', { 'connector.list': yes([wiki]) });
    expect(await screen.findByText('There is no such page here')).toBeTruthy();
  });

  it('says that the credential is being checked', async () => {
    const user = await openPanel({ 'credential.check': never });
    await typeCredential(user);
    await user.click(screen.getByRole('button', { name: 'Check credential' }));
    expect(await screen.findByText('Checking the credential with the site…')).toBeTruthy();
  });

  it('checks the credential alone, with the connector that asks for it', async () => {
    const user = await openPanel();
    await prove(user);
    expect(bridge.payloads('credential.check')).toEqual([
      { connector: 'wiki', values: { adminEmail: 'ada@acme.example', apiToken: TOKEN } },
    ]);
  });

  it('shows each check with its outcome, and the remedy of the failed one at its field', async () => {
    const user = await openPanel({ 'credential.check': yes(refusedCredential) });
    await typeCredential(user);
    await user.click(screen.getByRole('button', { name: 'Check credential' }));
    const lines = within(await screen.findByRole('list', { name: 'Checks of the credential' }));
    expect(lines.getByText('Passed')).toBeTruthy();
    expect(lines.getByText('Failed')).toBeTruthy();
    expect(lines.getByText(/Enter the email of the account/)).toBeTruthy();
    expect(document.activeElement).toBe(field('Admin Email'));
    expect(field('Admin Email').getAttribute('aria-invalid')).toBe('true');
    expect(field('API Token')).toHaveProperty('value', TOKEN);
  });

  it('keeps no trace of the token once it was accepted', async () => {
    const user = await openPanel();
    await prove(user);
    expect(document.body.innerHTML).not.toContain(TOKEN);
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain(TOKEN);
    expect(screen.queryByLabelText('API Token', { selector: 'input' })).toBeNull();
  });

  it('never stores the token, not even while it is typed', async () => {
    const user = await openPanel();
    await typeCredential(user);
    expect(sessionStorage.getItem('connect:wiki')).toContain('ada@acme.example');
    expect(sessionStorage.getItem('connect:wiki')).not.toContain(TOKEN);
  });

  it('lets another token be typed', async () => {
    const user = await openPanel();
    await prove(user);
    await user.click(screen.getByRole('button', { name: 'Use another token' }));
    expect(field('API Token')).toHaveProperty('value', '');
    await waitFor(() => expect(document.activeElement).toBe(field('API Token')));
  });

  it('saves what was chosen with the draft that stands for the credential, and opens the connection', async () => {
    const user = await openPanel();
    await prove(user);
    await pick(user, 'Application Admin', 'bob');
    await pick(user, 'Default Groups', 'g-1');
    await user.click(screen.getByRole('button', { name: 'Connect Acme Wiki' }));
    await waitFor(() => expect(address()).toBe('/connections/c-1'));
    expect(bridge.payloads('connection.create')).toEqual([
      { draft: 'd-1', values: { name: 'Team wiki', applicationAdmin: 'bob', defaultGroups: ['g-1'] } },
    ]);
    await screen.findByText('Nothing has happened yet.');
    expect(bridge.flags).toEqual(['Team wiki is connected']);
    expect(sessionStorage.getItem('connect:wiki')).toBeNull();
  });

  it('shows what is wrong at each field, goes to the first of them, and keeps what was typed', async () => {
    const fields = {
      applicationAdmin: 'Choose somebody.',
      name: 'Another connection has this name already.',
    };
    const user = await openPanel({ 'connection.create': no({ code: 'invalid', fields }) });
    await prove(user);
    await user.click(screen.getByRole('button', { name: 'Connect Acme Wiki' }));
    expect(await screen.findByText('Another connection has this name already.')).toBeTruthy();
    expect(screen.getByText('Choose somebody.')).toBeTruthy();
    expect(document.activeElement).toBe(field('Connection Name'));
    expect(field('Connection Name')).toHaveProperty('value', 'Team wiki');
    expect(screen.getByText(/Token accepted/)).toBeTruthy();
  });

  it('asks for the token again when the server has forgotten it, and keeps the rest', async () => {
    const fields = { apiToken: 'Enter the token and check it again.' };
    const user = await openPanel({ 'connection.create': no({ code: 'not-found', fields }) });
    await prove(user);
    await pick(user, 'Default Groups', 'g-1');
    await user.click(screen.getByRole('button', { name: 'Connect Acme Wiki' }));
    expect(await screen.findByText('Enter the token and check it again.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(field('API Token')));
    expect(field('Connection Name')).toHaveProperty('value', 'Team wiki');
    expect(screen.getByText('Name of g-1')).toBeTruthy();
  });

  it('finds out while searching, too, that the server has forgotten the token', async () => {
    const fields = { apiToken: 'Enter the token and check it again.' };
    const user = await openPanel({ 'option.search': no({ code: 'not-found', fields }) });
    await prove(user);
    await user.click(field('Application Admin'));
    expect(await screen.findByText('Enter the token and check it again.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Check credential' })).toBeTruthy();
  });

  it('brings back after a reload what was typed and the proven credential, but not the token', async () => {
    const user = await openPanel();
    await prove(user);
    await pick(user, 'Application Admin', 'bob');
    const kept = sessionStorage.getItem('connect:wiki') ?? '';
    document.body.innerHTML = '';
    sessionStorage.setItem('connect:wiki', kept);
    await openPanel();
    expect(await screen.findByText(/Token accepted for Ada Admin/)).toBeTruthy();
    expect(field('Connection Name')).toHaveProperty('value', 'Team wiki');
    expect(await screen.findByText('Name of bob')).toBeTruthy();
    expect(bridge.payloads('credential.check')).toHaveLength(1);
  });

  it('survives a browser whose storage holds nonsense', async () => {
    sessionStorage.setItem('connect:wiki', '{"values":{"name":7,"__proto__":[]},"proof":{"draft":1}}');
    await openPanel();
    expect(await screen.findByLabelText('Connection Name')).toHaveProperty('value', '');
  });

  it('shows a problem that belongs to no field, with its remedy and reference', async () => {
    const problem = { code: 'target-unavailable', message: 'The site is away.', remedy: 'Try later.' };
    const user = await openPanel({ 'credential.check': no(problem) });
    await typeCredential(user);
    await user.click(screen.getByRole('button', { name: 'Check credential' }));
    expect(await screen.findByText('The site is away.')).toBeTruthy();
    expect(screen.getByText('Try later.')).toBeTruthy();
    expect(screen.getByText('Reference: t-1')).toBeTruthy();
    expect(field('API Token')).toHaveProperty('value', TOKEN);
  });

  it('can be gone through with the keyboard alone', async () => {
    const user = await openPanel();
    await screen.findByLabelText('Connection Name');
    const tabTo = async (label: string) => {
      for (let step = 0; step < 12 && document.activeElement !== field(label); step += 1) await user.tab();
      expect(document.activeElement).toBe(field(label));
    };
    await tabTo('Connection Name');
    await user.keyboard('Team wiki');
    await tabTo('Admin Email');
    await user.keyboard('ada@acme.example');
    await tabTo('API Token');
    await user.keyboard(`${TOKEN}{Enter}`);
    await screen.findByText(/Token accepted/);
    expect(document.activeElement?.textContent).toBe('The credential was accepted');
    await tabTo('Application Admin');
    await user.keyboard('{ArrowDown}');
    await screen.findByRole('option', { name: /bob/ });
    await user.keyboard('{Enter}');
    await tabTo('Default Groups');
    await user.keyboard('{ArrowDown}');
    await screen.findByRole('option', { name: /g-1/ });
    await user.keyboard('{Enter}{Escape}');
    screen.getByRole('button', { name: 'Connect Acme Wiki' }).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(address()).toBe('/connections/c-1'));
    await screen.findByText('Nothing has happened yet.');
  });
});
