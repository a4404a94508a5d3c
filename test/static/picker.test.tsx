import { screen, waitFor, within } from '@testing-library/react';
import { bridge, type Replies } from './bridge-stand-in';
import { aConnection, anOption, wiki } from './builders';
import { no, openAt, yes } from './stage';

/** The pickers, on the page where a connection is edited: there they work without a check. */
const openPicker = (search: Replies['option.search']) =>
  openAt('/connections/c-1/edit', {
    'connection.read': yes(aConnection({ defaultGroups: [] })),
    'connector.list': yes([wiki]),
    'option.describe': ({ ids }) => yes(ids.map((id) => anOption(id))),
    ...(search && { 'option.search': search }),
  });

const groups = () => screen.findByLabelText('Default Groups');
const list = () => screen.findByRole('listbox');

describe('picking people and groups', () => {
  it('searches on the server, once for what was typed quickly', async () => {
    const user = await openPicker(({ query }) => yes({ items: [anOption(`g-${query}`)] }));
    await user.click(await groups());
    await screen.findByRole('option', { name: /g-$/ });
    await user.keyboard('read');
    await screen.findByRole('option', { name: /g-read/ });
    expect(bridge.payloads('option.search')).toEqual([
      { source: { connection: 'c-1' }, kind: 'groups', query: '' },
      { source: { connection: 'c-1' }, kind: 'groups', query: 'read' },
    ]);
  });

  it('offers nothing that an earlier text found', async () => {
    const user = await openPicker(({ query }) => yes({ items: [anOption(`g-${query}`)] }));
    await user.click(await groups());
    await screen.findByRole('option', { name: /g-$/ });
    await user.keyboard('x');
    expect(screen.queryByRole('option', { name: /Name of/ })).toBeNull();
    await user.keyboard('{Enter}');
    await screen.findByRole('option', { name: /g-x/ });
  });

  it('shows what cannot be chosen, says why, and does not choose it', async () => {
    const synced = anOption('synced', { blocked: 'It is managed by your identity provider.' });
    const user = await openPicker(yes({ items: [synced, anOption('free', { detail: '12 members' })] }));
    await user.click(await groups());
    const option = await screen.findByRole('option', { name: /Name of synced/ });
    expect(option.getAttribute('aria-disabled')).toBe('true');
    expect(within(option).getByText(/managed by your identity provider/)).toBeTruthy();
    expect(screen.getByText('12 members')).toBeTruthy();
    await user.click(option);
    expect(screen.getByText(/^Name of synced cannot be chosen/)).toBeTruthy();
    await user.keyboard('{ArrowDown}{ArrowUp}{Enter}{Escape}');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(bridge.payloads('connection.update')).toHaveLength(1));
    expect(bridge.payloads('connection.update')).toMatchObject([{ values: { defaultGroups: [] } }]);
  });

  it('goes on while pages bring nothing, and says how far it is', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const user = await openPicker(async ({ cursor }) => {
      if (cursor === 'p3') await gate;
      const page = Number(cursor?.slice(1) ?? 0);
      return page < 4 ? yes({ items: [], next: `p${page + 1}` }) : yes({ items: [anOption('deep')] });
    });
    await user.click(await groups());
    expect((await screen.findAllByText(/looked at 3 pages of groups so far/)).length).toBeGreaterThan(0);
    release();
    expect(await screen.findByRole('option', { name: /deep/ })).toBeTruthy();
  });

  it('loads more when somebody walks down the list with the keyboard', async () => {
    const user = await openPicker(({ cursor }) =>
      cursor === undefined
        ? yes({ items: ['a', 'b', 'c', 'd'].map((id) => anOption(id)), next: 'p1' })
        : yes({ items: [anOption('e')] }),
    );
    await user.click(await groups());
    await screen.findByRole('option', { name: /of d/ });
    expect(bridge.payloads('option.search')).toHaveLength(1);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(await screen.findByRole('option', { name: /of e/ })).toBeTruthy();
    expect(bridge.payloads('option.search')).toHaveLength(2);
  });

  it('says that nothing matches', async () => {
    const user = await openPicker(yes({ items: [] }));
    await user.click(await groups());
    expect(await screen.findAllByText('No group matches.')).not.toHaveLength(0);
  });

  it('says why the list could not be loaded, and loads it when told to', async () => {
    const user = await openPicker(no({ message: 'The site is away.', remedy: 'Wait a minute.' }));
    await user.click(await groups());
    expect(await screen.findByText('Wait a minute.')).toBeTruthy();
    expect(screen.getByText('Reference: t-1')).toBeTruthy();
    bridge.replies['option.search'] = yes({ items: [anOption('back')] });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await user.click(await groups());
    expect(within(await list()).getByText('Name of back')).toBeTruthy();
  });

  it('shows a choice that is gone, so that it can be removed', async () => {
    const user = await openAt('/connections/c-1/edit', {
      'connection.read': yes(aConnection()),
      'connector.list': yes([wiki]),
      'option.describe': ({ kind }) => yes(kind === 'groups' ? [] : [anOption('ada')]),
      'option.search': yes({ items: [] }),
      'connection.update': no({}),
    });
    expect(await screen.findByText('No longer available')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /No longer available/ }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Nothing was saved');
    expect(bridge.payloads('connection.update')).toMatchObject([{ values: { defaultGroups: [] } }]);
  });
});
