import { screen, waitFor, within } from '@testing-library/react';
import type { CountedAlerts } from '@contract/request-views';
import { bridge, type Replies } from './bridge-stand-in';
import { aRow, aRuleRow, noAlerts } from './request-builders';
import { no, openAt, yes } from './stage';

const open = (replies: Replies = {}) =>
  openAt('/requests', {
    'request.list': yes({ items: [aRow()] }),
    'request.alerts': yes(noAlerts),
    'rule.list': yes([aRuleRow()]),
    ...replies,
  });

const lists = () => bridge.payloads('request.list');

describe('the alerts above the list', () => {
  it('are not there when all is well', async () => {
    await open();
    await screen.findByRole('link', { name: 'IT-42' });
    await waitFor(() => expect(bridge.payloads('request.alerts')).toHaveLength(1));
    expect(screen.queryByRole('region', { name: 'Needs attention' })).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('say what needs attention, the most urgent first, and what is overdue is said aloud', async () => {
    const some = { overdue: 1, blocked: 2, unverified: 3, quarantined: 4 };
    await open({ 'request.alerts': yes({ ...some, stopped: 5, drifted: 6, waiting: 7, unasked: 8 }) });
    const alerts = within(await screen.findByRole('region', { name: 'Needs attention' }));
    expect(alerts.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      '1 access should have ended and has not been seen to be gone',
      '2 accesses are blocked',
      '7 requests are held up',
      '8 requests wait for an approval and nobody was asked for it',
      '5 removals were stopped because very many would have happened at once',
      '4 requests are quarantined',
      '3 changes were made but cannot be seen yet',
      '6 accesses were removed by other hands',
    ]);
    expect(within(screen.getByRole('alert')).getByText(/may still have access past its end/)).toBeTruthy();
  });

  it('say of a quarantined ticket what is possible where it stands, of one and of several', async () => {
    const remedy = 'Move the ticket back to its approval step, then have it approved, or close it.';
    await open({ 'request.alerts': yes({ ...noAlerts, quarantined: 1, stopped: 2 }) });
    expect((await screen.findByText(/^Its ticket was moved on/)).textContent).toContain(remedy);
    expect(screen.getByText(/^The people keep their access/).textContent).toContain(
      'choose Retry removal; if not, choose Change end.',
    );
  });

  it('say of more than were counted that there may be more', async () => {
    const counts: CountedAlerts = { ...noAlerts, quarantined: 50, blocked: 1, cut: ['quarantined'] };
    await open({ 'request.alerts': yes(counts) });
    expect(await screen.findByText('50 or more requests are quarantined')).toBeTruthy();
    expect(screen.getByText('1 access is blocked')).toBeTruthy();
  });

  it('lead to the requests that they are about', async () => {
    const admin = await open({ 'request.alerts': yes({ ...noAlerts, blocked: 1, quarantined: 1 }) });
    await admin.click(await screen.findByRole('link', { name: 'Show what is blocked' }));
    await waitFor(() => expect(lists().at(-1)).toEqual({ alert: 'blocked' }));
    expect(await screen.findByText('Only: Blocked')).toBeTruthy();
    await admin.click(screen.getByRole('link', { name: 'Show what is quarantined' }));
    await waitFor(() => expect(lists().at(-1)).toEqual({ state: 'quarantined' }));
  });

  it('say when it is not known whether anything needs attention', async () => {
    await open({ 'request.alerts': no({ message: 'The store is away.' }) });
    expect(await screen.findByText('It is not known whether anything needs attention')).toBeTruthy();
  });
});
