import { act, screen, waitFor, within } from '@testing-library/react';
import type { RequestView } from '@contract/request-views';
import { bridge, type Replies } from './bridge-stand-in';
import { anOption } from './builders';
import { aGrant, anEvent, aRequest, noAlerts } from './request-builders';
import { never, no, openAt, yes } from './stage';

const open = (request: Partial<RequestView> = {}, replies: Replies = {}) => {
  bridge.people = { eve: 'Eve Employee', ada: 'Ada Admin' };
  return openAt('/requests/10042', {
    'request.read': yes(aRequest(request)),
    'request.alerts': yes(noAlerts),
    'directory.describe': ({ ids }) => yes(ids.map((id) => anOption(id))),
    ...replies,
  });
};

/** The value beside a fact's name. */
const fact = async (name: string) => {
  const title = await screen.findByText(name, { selector: 'dt' });
  if (!(title.nextElementSibling instanceof HTMLElement)) throw new Error(`There is no value of ${name}.`);
  return within(title.nextElementSibling);
};

describe('the page of a request', () => {
  it('says that it is loading', async () => {
    await open({}, { 'request.read': never });
    expect(await screen.findByText('Loading the request…')).toBeTruthy();
  });

  it('says that there is no such request, and leads back', async () => {
    await open({}, { 'request.read': no({ code: 'not-found', message: 'This app knows no such request.' }) });
    expect(await screen.findByText('There is no such request')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Go to Requests' })).toBeTruthy();
  });

  it('says what failed, and asks again when told to', async () => {
    const admin = await open({}, { 'request.read': no({ message: 'The store is slow.' }) });
    expect(await screen.findByText('The store is slow.')).toBeTruthy();
    bridge.replies['request.read'] = yes(aRequest());
    await admin.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'IT-42' })).toBeTruthy();
  });

  it('says who asked for what, for whom and until which exact instant', async () => {
    await open({ requester: 'ada', why: 'Because.', state: 'failed' });
    expect(await (await fact('Asked by')).findByText('Ada Admin')).toBeTruthy();
    expect(await (await fact('For')).findByText('Eve Employee')).toBeTruthy();
    expect((await fact('Groups')).getByText('hr-readers')).toBeTruthy();
    expect((await fact('State')).getByText('Because.')).toBeTruthy();
    const until = (await fact('Until')).getByTitle('2099-01-05 20:00:00 UTC');
    expect(until.textContent).toMatch(/2099.*GMT/);
    expect((await fact('Rule')).getByText(/version 3/)).toBeTruthy();
    expect((await fact('Rule')).getByRole('link', { name: 'Readers' })).toBeTruthy();
  });

  it('leads to its ticket in Jira, and says so', async () => {
    const admin = await open();
    await admin.click(await screen.findByRole('link', { name: 'Open in Jira (ticket IT-42)' }));
    expect(bridge.left).toEqual(['/browse/IT-42']);
  });

  it('leads to the reason on the ticket, for only its digest is kept', async () => {
    const admin = await open();
    expect((await fact('Reason')).getByText(/keeps only their digest/)).toBeTruthy();
    await admin.click((await fact('Reason')).getByRole('link', { name: 'On the ticket IT-42 in Jira' }));
    expect(bridge.left).toEqual(['/browse/IT-42']);
  });

  it('does not pretend that a reason was read where the rule read none', async () => {
    await open({ hasReason: false });
    expect((await fact('Reason')).getByText(/the rule reads none/)).toBeTruthy();
  });

  it('says which record of the service desk approved it, and by whom', async () => {
    await open();
    const approval = await fact('Approval');
    expect(await approval.findByText('Ada Admin')).toBeTruthy();
    expect(approval.getByText(/On the service desk/)).toBeTruthy();
    expect(approval.queryByText(/17/)).toBeNull();
  });

  it('keeps for auditors, folded away, what only they compare', async () => {
    const admin = await open();
    const fold = await screen.findByRole('group');
    expect(fold).toHaveProperty('open', false);
    await admin.click(within(fold).getByText('For audit'));
    expect(fold).toHaveProperty('open', true);
    expect((await fact('Fingerprint')).getByText('f00dfeed'.repeat(8))).toBeTruthy();
    expect(within(fold).getByText('17')).toBeTruthy();
    expect(screen.getAllByText(/f00dfeed/)).toHaveLength(1);
  });

  it('marks an approval by status alone as weaker', async () => {
    await open({ approval: { kind: 'status', by: 'ada', at: '2026-01-05T11:03:00.000Z' } });
    const approval = await fact('Approval');
    expect(approval.getByText('By status alone')).toBeTruthy();
    expect(approval.getByText(/This is weaker than an approval/)).toBeTruthy();
  });

  it('names the group that needs no approval', async () => {
    await open({ approval: { kind: 'exempt', groupId: 'g-9' } });
    expect(await (await fact('Approval')).findByText(/exempt group Name of g-9/)).toBeTruthy();
  });

  it('says who is asked while it waits, and that the end is not fixed yet', async () => {
    const {
      approval: _none,
      endsAt: _end,
      ...waiting
    } = aRequest({ state: 'awaiting-approval', grants: [] });
    await open({}, { 'request.read': yes(waiting) });
    const approval = await fact('Approval');
    expect(approval.getByText('Pending. Asked:')).toBeTruthy();
    expect(await approval.findByText('Ada Admin')).toBeTruthy();
    expect((await fact('Until')).getByText('Fixed when it is approved')).toBeTruthy();
    expect(screen.getByText('Nothing so far.')).toBeTruthy();
  });

  it('says that nobody is asked, why, and what to do about it', async () => {
    const { approval: _none, ...waiting } = aRequest({ state: 'awaiting-approval', grants: [], asked: [] });
    const unasked = { ...waiting, why: 'The field cannot be filled in.', unasked: { remedy: 'Mend it.' } };
    await open({}, { 'request.read': yes(unasked) });
    expect((await fact('Approval')).getByText('Pending: nobody who may approve it is asked')).toBeTruthy();
    const state = await fact('State');
    expect(state.getByText('The field cannot be filled in.')).toBeTruthy();
    expect(state.getByText('What to do:').parentElement?.textContent).toContain('Mend it.');
  });

  it('says by whom a quarantined ticket was moved, so that somebody can ask', async () => {
    const moved = anEvent({ what: 'request.quarantined', detail: { why: 'no-record', by: 'ada' } });
    await open({ state: 'quarantined', grants: [], timeline: [anEvent(), moved] });
    expect(await (await fact('State')).findByText('Ada Admin')).toBeTruthy();
    expect((await fact('State')).getByText(/It was moved by/)).toBeTruthy();
  });

  it('says what to do about a quarantined ticket, and whose approval is still missing', async () => {
    const { approval: _none, ...moved } = aRequest({ state: 'quarantined', grants: [] });
    await open({}, { 'request.read': yes(moved) });
    const remedy = 'Move the ticket back to its approval step, then have it approved, or close it.';
    expect((await fact('State')).getByText('What to do:').parentElement?.textContent).toContain(remedy);
    expect((await fact('Approval')).getByText('Pending. Asked:')).toBeTruthy();
    expect(await (await fact('Approval')).findByText('Ada Admin')).toBeTruthy();
    expect(screen.getByRole('group').textContent).not.toContain('record of the approval');
  });

  it('says who was asked in vain, once nothing can come of it', async () => {
    const { approval: _none, ...cancelled } = aRequest({ state: 'cancelled', grants: [] });
    await open({}, { 'request.read': yes(cancelled) });
    expect((await fact('Approval')).getByText('None. Asked:')).toBeTruthy();
    expect((await fact('State')).queryByText('What to do:')).toBeNull();
  });

  it('says that what was given has ended, and when', async () => {
    await open({ endedAt: '2026-01-05T19:00:00.000Z' });
    expect((await fact('State')).getByText('Ended')).toBeTruthy();
    expect((await fact('State')).queryByText('Fulfilled')).toBeNull();
    expect((await fact('Until')).getByTitle('2026-01-05 19:00:00 UTC')).toBeTruthy();
  });

  it('does not promise an end to a request that gives nothing', async () => {
    const { endsAt: _end, approval: _none, ...refused } = aRequest({ state: 'refused', grants: [] });
    await open({}, { 'request.read': yes(refused) });
    expect((await fact('Until')).getByText('None')).toBeTruthy();
  });

  it('looks at the ticket again when told to, and shows what came of it', async () => {
    const admin = await open({ state: 'quarantined', retryable: true });
    bridge.replies['request.retry'] = yes(aRequest({ state: 'cancelled' }));
    await admin.click(await screen.findByRole('button', { name: 'Read the ticket again now' }));
    expect(await screen.findByText('Cancelled')).toBeTruthy();
    expect(bridge.payloads('request.retry')).toEqual([{ issueId: '10042' }]);
    expect(bridge.flags).toEqual(['Ticket IT-42 was read again']);
    expect(screen.queryByRole('button', { name: 'Read the ticket again now' })).toBeNull();
  });

  it('says why it could not be looked at again', async () => {
    const admin = await open({ retryable: true }, { 'request.retry': no({ message: 'Jira is busy.' }) });
    await admin.click(await screen.findByRole('button', { name: 'Read the ticket again now' }));
    expect(await screen.findByText('Jira is busy.')).toBeTruthy();
  });
});

describe('while a request is under way', () => {
  afterEach(() => {
    jest.useRealTimers();
  });
  const looks = () => bridge.payloads('request.read').length;

  it('the page looks again by itself, and stops when it is settled', async () => {
    jest.useFakeTimers();
    await open({ grants: [aGrant({ state: 'revoking' })] });
    await act(() => jest.advanceTimersByTimeAsync(100));
    expect(screen.getByText('Being taken back')).toBeTruthy();
    bridge.replies['request.read'] = yes(aRequest({ grants: [aGrant({ state: 'revoked', actions: [] })] }));
    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(screen.getByText('Taken back')).toBeTruthy();
    const settled = looks();
    await act(() => jest.advanceTimersByTimeAsync(120_000));
    expect(looks()).toBe(settled);
  });

  it('the page says when what it shows may be out of date', async () => {
    jest.useFakeTimers();
    await open({ state: 'provisioning' });
    await act(() => jest.advanceTimersByTimeAsync(100));
    bridge.replies['request.read'] = no({ message: 'The store is away.' });
    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(screen.getByText('This may be out of date: it could not be loaded again')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'IT-42' })).toBeTruthy();
  });

  it('the page waits longer where a person has to decide', async () => {
    jest.useFakeTimers();
    await open({ state: 'awaiting-approval', grants: [] });
    await act(() => jest.advanceTimersByTimeAsync(20_000));
    expect(looks()).toBe(1);
    await act(() => jest.advanceTimersByTimeAsync(20_000));
    expect(looks()).toBe(2);
  });
});

it('a request that is gone is not asked for again and again', async () => {
  await open({}, { 'request.read': no({ code: 'not-found' }) });
  await screen.findByText('There is no such request');
  await waitFor(() => expect(bridge.payloads('request.read')).toHaveLength(1));
});
