import { screen } from '@testing-library/react';
import { next, pick, sayAccess, sayWhen, start, write } from './automation-stage';

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
    await write(user);
    await user.click(screen.getByRole('link', { name: 'Outcome' }));
    expect(await screen.findAllByText(/If empty, the request stays where it is\.$/)).toHaveLength(2);
  });
});

describe('what a part of the editor means', () => {
  const toAccess = async () => {
    const user = await start('/automation/new');
    await sayWhen(user);
    await next(user, 'Access Definition and Mapping');
    return user;
  };

  it('is said of a date without a time: in whose time zone its day ends', async () => {
    await toAccess();
    const zone =
      'A date without a time ends at the end of that day, in the time zone of whoever gets the access.';
    expect(await screen.findByText(zone)).toBeTruthy();
  });

  it('is said of a reason: what an approval has to do with it, and where its text is', async () => {
    const user = await toAccess();
    await user.click(await screen.findByText('Reason', { selector: '.part' }));
    const help = 'An approval counts only for this reason. The text stays on the ticket.';
    expect(await screen.findByText(help)).toBeTruthy();
  });

  it('is said of a length of nothing: that it has to be more than that', async () => {
    const user = await toAccess();
    await user.click(await screen.findByRole('radio', { name: 'After a fixed time' }));
    await user.type(screen.getByLabelText('Length'), '0');
    await user.click(screen.getByRole('button', { name: /^Next/ }));
    expect(await screen.findByText('Enter a number greater than 0.')).toBeTruthy();
  });

  it('is said of approvers from groups, of which there may be several, and of statuses beside a record', async () => {
    const user = await toAccess();
    await sayAccess(user);
    await next(user, 'Approval');
    await user.click(screen.getByRole('checkbox', { name: 'Members of groups' }));
    await user.click(screen.getByRole('button', { name: /^Next/ }));
    expect(await screen.findByText('Choose at least one group.')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Access Decision Mapping' }));
    expect(await screen.findByText('No status gives access: the approval record decides')).toBeTruthy();
  });
});

it('what was lacking, and what the form of the request type has filled in since, is lacking no more', async () => {
  const user = await start('/automation/new?step=save');
  await user.click(await screen.findByRole('button', { name: 'Create rule' }));
  expect(await screen.findByText('Choose a service project.')).toBeTruthy();
  await sayWhen(user);
  await user.click(screen.getByRole('link', { name: /^Access Definition and Mapping/ }));
  await screen.findByRole('heading', { name: 'Access Definition and Mapping' });
  expect(screen.queryByText('Choose a field.')).toBeNull();
  expect(screen.getByText('Say what at least one option gives.')).toBeTruthy();
});
