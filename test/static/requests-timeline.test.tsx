import { screen, within } from '@testing-library/react';
import type { RequestView } from '@contract/request-views';
import { bridge } from './bridge-stand-in';
import { anEvent, aRequest, noAlerts } from './request-builders';
import { openAt, yes } from './stage';

const open = (request: Partial<RequestView>) => {
  bridge.people = { eve: 'Eve Employee', ada: 'Ada Admin' };
  return openAt('/requests/10042', {
    'request.read': yes(aRequest(request)),
    'request.alerts': yes(noAlerts),
  });
};

describe('what happened with a request', () => {
  it('is told in words, with the time once and in UTC on demand, and who did it if it was not the app', async () => {
    await open({
      timeline: [
        anEvent(),
        anEvent({
          what: 'request.approved',
          at: '2026-01-05T11:03:20.000Z',
          by: { kind: 'event' },
          detail: { by: 'record', approval: '17', approvers: ['ada'], until: 'never' },
        }),
        anEvent({
          what: 'grant.retried',
          by: { kind: 'user', id: 'ada' },
          detail: { grant: 'a'.repeat(40) },
        }),
        anEvent({ what: 'grant.overdue', by: { kind: 'schedule' }, detail: { grant: 'a'.repeat(40) } }),
        anEvent({ what: 'request.invented', detail: {} }),
      ],
    });
    const events = within(await screen.findByRole('list', { name: 'What happened, oldest first' }));
    expect(await events.findByText('Approved without an end by Ada Admin')).toBeTruthy();
    expect(events.getByText('Asked by Eve Employee. Rule Readers, version 3 applies')).toBeTruthy();
    expect(events.getByTitle('2026-01-05 11:03:20 UTC').textContent).toMatch(/:03:20/);
    expect(events.queryByText(/UTC/)).toBeNull();
    const [first, , third, fourth] = events.getAllByRole('listitem');
    expect(first?.textContent).toMatch(/version 3 applies$/);
    expect(third?.textContent).toContain('hr-readers was tried again by handAda Admin');
    expect(fourth?.textContent).toMatch(/still seen in hr-readers$/);
    expect(events.getByText('request.invented')).toBeTruthy();
  });
});

it('attempts that say the same again and again are folded, and are there on demand', async () => {
  const detail = { grant: 'a'.repeat(40) };
  const attempts = Array.from({ length: 5 }, (_, at) => [
    anEvent({ id: `w${at}`, what: 'grant.withdrawing', detail: { ...detail, why: 'expired' } }),
    anEvent({
      id: `b${at}`,
      what: 'grant.blocked',
      detail: { ...detail, code: 'x' },
      at: `2026-01-05T12:0${at}:00Z`,
    }),
  ]).flat();
  await open({ timeline: [anEvent(), ...attempts, anEvent({ id: 'o', what: 'grant.overdue', detail })] });
  const list = await screen.findByRole('list', { name: 'What happened, oldest first' });
  expect(screen.getByText(/^The same again, 8 more events until .*12:04/)).toBeTruthy();
  expect([...list.children].map(({ tagName }) => tagName)).toHaveLength(5);
  expect(within(list).getAllByText(/^hr-readers is blocked/)).toHaveLength(5);
});
