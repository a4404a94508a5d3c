import { screen } from '@testing-library/react';
import { next, pick, sayAccess, sayWhen, start } from './automation-stage';

describe('what stays empty', () => {
  it('is told as what it leads to: an option that stands for nothing refuses requests', async () => {
    const user = await start('/automation/new');
    await sayWhen(user);
    await next(user, 'Access Definition and Mapping');
    expect(await screen.findByText('Requests for an option without a group are refused.')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'After a time chosen on the form' }));
    await pick(user, 'Field with the length', 'Duration');
    expect(screen.getByText('Requests for an option without a length are refused.')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Application Access' }));
    await pick(user, 'Target Application', 'Access level');
    expect(screen.getByText(/Requests for an option without a connection are refused\.$/)).toBeTruthy();
  });

  it('leaves the ticket where it is, when it is the status for afterwards', async () => {
    const user = await start('/automation/new');
    await sayWhen(user);
    await next(user, 'Access Definition and Mapping');
    await sayAccess(user);
    await next(user, 'Approval');
    await next(user, 'Access Decision Mapping');
    await next(user, 'Outcome');
    expect(await screen.findAllByText(/If empty, the request stays where it is\.$/)).toHaveLength(2);
  });
});
