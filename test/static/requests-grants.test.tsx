import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { GrantView } from '@contract/request-views';
import { bridge, type Replies } from './bridge-stand-in';
import { aGrant, aRequest, GRANT, noAlerts } from './request-builders';
import { no, openAt, yes } from './stage';

const conflict = no({ code: 'conflict', message: 'This grant has moved on.' });

/** Opens a request with one grant. The server answers later reads with the same grant until told otherwise. */
const open = async (grant: Partial<GrantView> = {}, replies: Replies = {}) => {
  bridge.people = { eve: 'Eve Employee', ada: 'Ada Admin' };
  const admin = await openAt('/requests/10042', {
    'request.read': yes(aRequest({ grants: [aGrant(grant)] })),
    'request.alerts': yes(noAlerts),
    ...replies,
  });
  return { admin, row: within(await screen.findByRole('row', { name: /hr-readers/ })) };
};
const nowIs = (grant: Partial<GrantView>) => {
  bridge.replies['request.read'] = yes(aRequest({ grants: [aGrant(grant)] }));
};

describe('a grant', () => {
  it('says where it stands, what is in its way and what to do', async () => {
    const { row } = await open({
      state: 'blocked',
      overdue: true,
      problem: { code: 'credential', message: 'The token was revoked.', remedy: 'Replace it.' },
      driftedAt: '2026-01-05T12:00:00.000Z',
      acknowledgedBy: 'ada',
      actions: [],
    });
    expect(row.getByText('Blocked')).toBeTruthy();
    expect(row.getByText('Overdue')).toBeTruthy();
    expect(row.getByText('The token was revoked.')).toBeTruthy();
    expect(row.getByText('Replace it.')).toBeTruthy();
    expect(row.getByText('Gone by other hands')).toBeTruthy();
    expect(await row.findByText('Ada Admin')).toBeTruthy();
    expect(row.queryByRole('button')).toBeNull();
  });

  it('that is held up on its way out says that the access is still there, and leads to what is broken', async () => {
    const problem = { code: 'credential', message: 'The token was revoked.', remedy: 'Replace it.' };
    const { row } = await open({ state: 'blocked', way: 'out', problem, actions: ['retry'] });
    expect(row.getByText('Removal blocked')).toBeTruthy();
    expect(row.getByText('The person still has the access.')).toBeTruthy();
    expect(row.getByRole('link', { name: 'Open the connection' }).getAttribute('href')).toContain(
      '/connections/c-1',
    );
    const state = within(screen.getByText('State', { selector: 'dt' }).parentElement ?? document.body);
    expect(state.getByText('Fulfilled')).toBeTruthy();
    expect(state.getByText('Needs attention')).toBeTruthy();
    expect(state.getByText('See hr-readers below.')).toBeTruthy();
  });

  it('that is held up on its way in says nothing of access that is there', async () => {
    const problem = { code: 'no-seat', message: 'No seat is free.', remedy: 'Free one.' };
    const { row } = await open({ state: 'blocked', problem });
    expect(row.getByText('Blocked')).toBeTruthy();
    expect(row.queryByText(/still ha/)).toBeNull();
    expect(row.queryByRole('link', { name: 'Open the connection' })).toBeNull();
  });

  it('that was never seen to be given is not said to be still there', async () => {
    const problem = { code: 'credential', message: 'The token was revoked.', remedy: 'Replace it.' };
    const { verifiedAt: _never, ...unseen } = aGrant({ state: 'blocked', way: 'out', problem });
    await open({}, { 'request.read': yes(aRequest({ grants: [unseen] })) });
    expect(await screen.findByText('Removal blocked')).toBeTruthy();
    expect(screen.queryByText(/still ha/)).toBeNull();
  });

  it('that somebody has acknowledged needs no attention any more', async () => {
    const problem = { code: 'refused', message: 'No.', remedy: 'Test the connection.' };
    await open({ state: 'failed', problem, acknowledgedBy: 'ada' });
    expect(screen.queryByText('Needs attention')).toBeNull();
  });

  it('offers what the server allows, and nothing else', async () => {
    const { row } = await open({ actions: ['retry', 'acknowledge'] });
    expect(row.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Retry hr-readers',
      'Acknowledge hr-readers',
    ]);
  });

  it('is tried again at once, and shows what came of it', async () => {
    const { admin, row } = await open({ state: 'blocked', actions: ['retry'] });
    bridge.replies['grant.retry'] = yes(aGrant({ actions: [] }));
    nowIs({ actions: [] });
    await admin.click(row.getByRole('button', { name: 'Retry hr-readers' }));
    expect(await row.findByText('Active')).toBeTruthy();
    expect(bridge.payloads('grant.retry')).toEqual([{ grantId: GRANT }]);
    expect(bridge.flags).toEqual(['hr-readers was tried again']);
  });

  it('is acknowledged', async () => {
    const { admin, row } = await open({ driftedAt: '2026-01-05T12:00:00.000Z', actions: ['acknowledge'] });
    bridge.replies['grant.acknowledge'] = yes(aGrant({ acknowledgedBy: 'ada', actions: [] }));
    nowIs({ acknowledgedBy: 'ada', actions: [] });
    await admin.click(row.getByRole('button', { name: 'Acknowledge hr-readers' }));
    expect(await row.findByText(/Acknowledged by/)).toBeTruthy();
    expect(bridge.payloads('grant.acknowledge')).toEqual([{ grantId: GRANT }]);
  });

  it('that moved on meanwhile is shown as it is now, with what was refused', async () => {
    const { admin, row } = await open({ state: 'blocked', actions: ['retry'] }, { 'grant.retry': conflict });
    nowIs({ state: 'revoked', actions: [] });
    await admin.click(row.getByRole('button', { name: 'Retry hr-readers' }));
    expect(await row.findByText('This grant has moved on.')).toBeTruthy();
    expect(await row.findByText('Taken back')).toBeTruthy();
  });
});

describe('withdrawing', () => {
  const ask = async (grant: Partial<GrantView> = {}, replies: Replies = {}) => {
    const { admin, row } = await open(grant, replies);
    await admin.click(row.getByRole('button', { name: 'Withdraw now hr-readers' }));
    return { admin, row, dialog: within(await screen.findByRole('dialog')) };
  };

  it('says first who loses what, and starts on the way out', async () => {
    const { admin, dialog } = await ask();
    expect(dialog.getByText('Withdraw hr-readers now?')).toBeTruthy();
    expect(await dialog.findByText('Eve Employee')).toBeTruthy();
    expect(dialog.getByTitle('2099-01-05 20:00:00 UTC')).toBeTruthy();
    expect(dialog.getByText(/Only what this app gave is taken/)).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'));
    await admin.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.payloads('grant.withdraw')).toEqual([]);
  });

  it('takes it back, closes and says so', async () => {
    const { admin, row, dialog } = await ask();
    bridge.replies['grant.withdraw'] = yes(aGrant({ state: 'revoked', actions: [] }));
    nowIs({ state: 'revoked', actions: [] });
    await admin.click(dialog.getByRole('button', { name: 'Withdraw now' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.payloads('grant.withdraw')).toEqual([{ grantId: GRANT }]);
    expect(bridge.flags).toEqual(['hr-readers was taken back']);
    expect(await row.findByText('Taken back')).toBeTruthy();
  });

  it('that did not get through is told as a warning, never as a success', async () => {
    const { admin, row, dialog } = await ask();
    const problem = { code: 'credential', message: 'The token was revoked.', remedy: 'Replace it.' };
    bridge.replies['grant.withdraw'] = yes(aGrant({ state: 'blocked', way: 'out', problem, actions: [] }));
    nowIs({ state: 'blocked', way: 'out', problem, actions: [] });
    await admin.click(dialog.getByRole('button', { name: 'Withdraw now' }));
    expect(await row.findByText('Removal blocked')).toBeTruthy();
    expect(bridge.warnings).toEqual(['hr-readers could not be taken back yet']);
    expect(bridge.flags).toEqual(bridge.warnings);
  });

  it('stays open with the reason when it was refused, and offers no second press when it is over', async () => {
    const { admin, dialog } = await ask({}, { 'grant.withdraw': conflict });
    nowIs({ state: 'revoked', actions: [] });
    await admin.click(dialog.getByRole('button', { name: 'Withdraw now' }));
    expect(await dialog.findByText('This grant has moved on.')).toBeTruthy();
    expect(await dialog.findByText('This cannot be done any more')).toBeTruthy();
    expect(dialog.getByRole('button', { name: 'Withdraw now' })).toHaveProperty('disabled', true);
  });

  it('also asks before a stopped removal is let go on', async () => {
    const problem = { code: 'brake', message: '30 people would leave at once.', remedy: 'Choose Retry.' };
    const { admin, row } = await open({ state: 'due', problem, actions: ['retry', 'extend'] });
    await admin.click(row.getByRole('button', { name: 'Retry removal from hr-readers' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(bridge.payloads('grant.retry')).toEqual([]);
    expect(dialog.getByText('Retry the removal from hr-readers?')).toBeTruthy();
    expect(dialog.getByText(/Its end came on/)).toBeTruthy();
    bridge.replies['grant.retry'] = yes(aGrant({ state: 'revoked', actions: [] }));
    nowIs({ state: 'revoked', actions: [] });
    await admin.click(dialog.getByRole('button', { name: 'Retry removal' }));
    expect(await row.findByText('Taken back')).toBeTruthy();
    expect(bridge.payloads('grant.retry')).toEqual([{ grantId: GRANT }]);
    expect(bridge.payloads('grant.withdraw')).toEqual([]);
  });
});

describe('changing the end', () => {
  const ask = async (replies: Replies = {}) => {
    const { admin, row } = await open({}, replies);
    await admin.click(row.getByRole('button', { name: 'Change end of hr-readers' }));
    const dialog = within(await screen.findByRole('dialog'));
    const type = (value: string) => fireEvent.change(dialog.getByLabelText('New end'), { target: { value } });
    const save = () => admin.click(dialog.getByRole('button', { name: 'Save the new end' }));
    return { admin, row, dialog, type, save };
  };

  it('says the old end and the new one, and how far apart they are', async () => {
    const { dialog, type } = await ask();
    expect(dialog.getByTitle('2099-01-05 20:00:00 UTC')).toBeTruthy();
    const wanted = new Date('2099-01-08T20:00:00.000Z');
    type(localText(wanted));
    expect(await dialog.findByText(/That is 3 days later/)).toBeTruthy();
    expect(dialog.getByTitle('2099-01-08 20:00:00 UTC')).toBeTruthy();
  });

  it('sends the instant that was meant, and shows the grant with it', async () => {
    const { row, dialog, type, save } = await ask();
    const until = '2099-01-08T20:00:00.000Z';
    bridge.replies['grant.extend'] = yes(aGrant({ until }));
    nowIs({ until });
    type(localText(new Date(until)));
    await save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.payloads('grant.extend')).toEqual([{ grantId: GRANT, until }]);
    expect(await row.findByTitle('2099-01-08 20:00:00 UTC')).toBeTruthy();
    expect(dialog).toBeTruthy();
  });

  it.each([
    ['', 'Enter a date and a time.'],
    [localText(new Date('2099-01-05T20:00:00.000Z')), 'This is the end that it has already.'],
  ])('refuses %p beside the field, and asks the server nothing', async (typed, sentence) => {
    const { dialog, type, save } = await ask();
    type(typed);
    await save();
    expect(await dialog.findByText(sentence)).toBeTruthy();
    expect(dialog.getByLabelText('New end').getAttribute('aria-invalid')).toBe('true');
    expect(bridge.payloads('grant.extend')).toEqual([]);
  });

  it('shows beside the field what the server finds wrong with it, and keeps what was typed', async () => {
    const fields = { until: 'Choose a time that is still to come.' };
    const { dialog, type, save } = await ask({ 'grant.extend': no({ code: 'invalid', fields }) });
    type('2099-02-01T10:00');
    await save();
    expect(await dialog.findByText('Choose a time that is still to come.')).toBeTruthy();
    expect(dialog.getByLabelText('New end')).toHaveProperty('value', '2099-02-01T10:00');
  });

  it('keeps what was typed when the grant moved on, and can be tried again when that is still possible', async () => {
    const { dialog, type, save } = await ask({ 'grant.extend': conflict });
    type('2099-02-01T10:00');
    await save();
    expect(await dialog.findByText('This grant has moved on.')).toBeTruthy();
    expect(dialog.getByLabelText('New end')).toHaveProperty('value', '2099-02-01T10:00');
    bridge.replies['grant.extend'] = yes(aGrant());
    await save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.payloads('grant.extend')).toHaveLength(2);
  });
});

function localText(at: Date): string {
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
