import { act, screen, waitFor, within } from '@testing-library/react';
import { bridge, type Replies } from './bridge-stand-in';
import { anOption } from './builders';
import { aRow, aRuleRow, noAlerts } from './request-builders';
import { address, never, no, openAt, yes } from './stage';

const open = (replies: Replies = {}, path = '/requests') => {
  bridge.people = { eve: 'Eve Employee', ada: 'Ada Admin' };
  return openAt(path, {
    'request.list': yes({ items: [aRow()] }),
    'request.alerts': yes(noAlerts),
    'rule.list': yes([aRuleRow()]),
    'directory.search': yes([anOption('eve', { name: 'Eve Employee' })]),
    'directory.describe': ({ ids }) => yes(ids.map((id) => anOption(id))),
    ...replies,
  });
};

const lists = () => bridge.payloads('request.list');

describe('the list of requests', () => {
  it('says that it is loading', async () => {
    await open({ 'request.list': never });
    expect(await screen.findByText('Loading the requests…')).toBeTruthy();
  });

  it('says to write a rule first where there is none', async () => {
    await open({ 'request.list': yes({ items: [] }), 'rule.list': yes([]) });
    expect(await screen.findByText('Write a rule first')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'New rule' })).toBeTruthy();
  });

  it('asks the directory for people once something is typed', async () => {
    const admin = await open();
    const picker = await screen.findByRole('combobox', { name: 'Person it is for' });
    await admin.click(picker);
    expect(await screen.findAllByText('Type a name.')).not.toHaveLength(0);
    await admin.type(picker, 'eve');
    expect(await screen.findByRole('option', { name: /Eve Employee/ })).toBeTruthy();
    expect(bridge.payloads('directory.search')).toEqual([{ kind: 'person', query: 'eve' }]);
  });

  it('says that nobody has asked yet where there are rules', async () => {
    await open({ 'request.list': yes({ items: [] }) });
    expect(await screen.findByText('No request yet')).toBeTruthy();
  });

  it('says what failed, and asks again when told to', async () => {
    const admin = await open({ 'request.list': no({ message: 'The store is away.', remedy: 'Wait.' }) });
    expect(await screen.findByText('The store is away.')).toBeTruthy();
    bridge.replies['request.list'] = yes({ items: [aRow()] });
    await admin.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'IT-42' })).toBeTruthy();
  });

  it('shows who asked for what, for whom, by which rule, where it stands and why', async () => {
    const failed = aRow({
      key: 'IT-43',
      issueId: '10043',
      state: 'failed',
      why: 'A group was deleted.',
      requester: 'ada',
      endsAt: '2026-01-06T11:00:00.000Z',
    });
    await open({ 'request.list': yes({ items: [failed, aRow()] }) });
    const row = within(await screen.findByRole('row', { name: /IT-43/ }));
    expect(row.getByText('Failed')).toBeTruthy();
    expect(row.getByText('A group was deleted.')).toBeTruthy();
    expect(await row.findByText('Ada Admin')).toBeTruthy();
    expect(row.getByText('Eve Employee')).toBeTruthy();
    expect(row.getByText('hr-readers')).toBeTruthy();
    expect(row.getByRole('link', { name: 'Readers' })).toBeTruthy();
    expect(row.getByTitle('2026-01-06 11:00:00 UTC')).toBeTruthy();
    const own = within(screen.getByRole('row', { name: /IT-42/ }));
    expect(own.getByText('Themselves')).toBeTruthy();
    expect(own.getByText('Permanent')).toBeTruthy();
  });

  it('calls what has ended by that name, with when, and finds it by it', async () => {
    const ended = aRow({ endsAt: '2026-01-09T11:00:00.000Z', endedAt: '2026-01-06T11:00:00.000Z' });
    const admin = await open({ 'request.list': yes({ items: [ended] }) });
    const row = within(await screen.findByRole('row', { name: /IT-42/ }));
    expect(row.getByText('Ended')).toBeTruthy();
    expect(row.queryByText('Fulfilled')).toBeNull();
    expect(row.getByTitle('2026-01-06 11:00:00 UTC')).toBeTruthy();
    await admin.click(screen.getByLabelText('State'));
    await admin.click(await screen.findByRole('option', { name: 'Ended' }));
    await waitFor(() => expect(lists().at(-1)).toEqual({ state: 'ended' }));
  });

  it('does not say of a refused request that its end is still to be fixed', async () => {
    const { beneficiary: _nobody, ...refused } = aRow({ state: 'refused' });
    await open({
      'request.list': yes({ items: [refused, aRow({ issueId: '1', key: 'IT-1', state: 'received' })] }),
    });
    const row = within(await screen.findByRole('row', { name: /IT-42/ }));
    expect(row.getByText('Not known')).toBeTruthy();
    expect(row.getByText('None')).toBeTruthy();
    expect(within(screen.getByRole('row', { name: /IT-1/ })).getByText('Not fixed yet')).toBeTruthy();
  });

  it('leads to the ticket through Jira, with an address that can be copied', async () => {
    const admin = await open();
    const ticket = await screen.findByRole('link', { name: 'Open in Jira (ticket IT-42)' });
    await waitFor(() => expect(ticket.getAttribute('href')).toBe('https://acme.atlassian.net/browse/IT-42'));
    await admin.click(ticket);
    expect(bridge.left).toEqual(['/browse/IT-42']);
  });

  it('loads older ones on demand', async () => {
    const admin = await open({
      'request.list': ({ cursor }) =>
        cursor === undefined
          ? yes({ items: [aRow()], next: 'p1' })
          : yes({ items: [aRow({ issueId: '1', key: 'IT-1' })] }),
    });
    await admin.click(await screen.findByRole('button', { name: 'Show older requests' }));
    expect(await screen.findByRole('link', { name: 'IT-1' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'IT-42' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show older requests' })).toBeNull();
  });

  it('keeps what is there when older ones could not be loaded', async () => {
    const admin = await open({
      'request.list': ({ cursor }) =>
        cursor === undefined ? yes({ items: [aRow()], next: 'p1' }) : no({ message: 'The store is away.' }),
    });
    await admin.click(await screen.findByRole('button', { name: 'Show older requests' }));
    expect(await screen.findByText('The store is away.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'IT-42' })).toBeTruthy();
  });

  it('looks further back when a page brings nothing and is not the last', async () => {
    await open({
      'request.list': ({ cursor }) =>
        cursor === 'p2' ? yes({ items: [aRow()] }) : yes({ items: [], next: cursor ? 'p2' : 'p1' }),
    });
    expect(await screen.findByRole('link', { name: 'IT-42' })).toBeTruthy();
    expect(lists()).toEqual([{}, { cursor: 'p1' }, { cursor: 'p2' }]);
  });
});

describe('the filters of the list', () => {
  it('are read from the address, whoever wrote it', async () => {
    await open({}, '/requests?state=failed&person=eve&rule=r-1');
    await screen.findByRole('link', { name: 'IT-42' });
    expect(lists()).toEqual([{ state: 'failed', person: 'eve', ruleId: 'r-1' }]);
  });

  it('ignore what makes no sense in the address', async () => {
    await open({}, '/requests?state=invented&alert=__proto__');
    await screen.findByRole('link', { name: 'IT-42' });
    expect(lists()).toEqual([{}]);
  });

  it('by state and by person are kept in the address', async () => {
    const admin = await open();
    await admin.click(await screen.findByLabelText('State'));
    await admin.click(await screen.findByRole('option', { name: 'Quarantined' }));
    await waitFor(() => expect(address()).toBe('/requests?state=quarantined'));
    await admin.type(screen.getByLabelText('Person it is for'), 'eve');
    await admin.click(await screen.findByRole('option', { name: /Eve Employee/ }));
    await waitFor(() => expect(address()).toBe('/requests?state=quarantined&person=eve'));
    expect(lists().at(-1)).toEqual({ state: 'quarantined', person: 'eve' });
    await admin.click(screen.getByRole('button', { name: 'Show all requests' }));
    await waitFor(() => expect(address()).toBe('/requests'));
  });

  it('find one request by the whole key of its ticket, and ask for no half of one', async () => {
    const admin = await open({ 'request.list': ({ key }) => yes({ items: key ? [] : [aRow()] }) });
    await admin.type(await screen.findByLabelText('Ticket'), 'it-');
    expect(await screen.findByText(/Enter the whole key/)).toBeTruthy();
    await admin.type(screen.getByLabelText('Ticket'), '99');
    expect(await screen.findByText('No rule has answered IT-99')).toBeTruthy();
    expect(lists()).toEqual([{}, { key: 'it-99' }]);
  });

  it('say that nothing matches', async () => {
    await open({ 'request.list': yes({ items: [] }) }, '/requests?state=failed');
    expect(await screen.findByText('No request matches')).toBeTruthy();
  });
});

describe('while something is under way', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('the list looks again by itself, and stops when all is settled', async () => {
    jest.useFakeTimers();
    await open({ 'request.list': yes({ items: [aRow({ state: 'provisioning' })] }) });
    await act(() => jest.advanceTimersByTimeAsync(100));
    expect(screen.getByText('Access being given', { selector: 'span' })).toBeTruthy();
    bridge.replies['request.list'] = yes({ items: [aRow()] });
    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(screen.getByText('Fulfilled')).toBeTruthy();
    const looks = lists().length;
    await act(() => jest.advanceTimersByTimeAsync(50_000));
    expect(lists()).toHaveLength(looks);
  });
});
