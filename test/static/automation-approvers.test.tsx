import { screen } from '@testing-library/react';
import {
  adminsInBrackets,
  approversText,
  connectionsIn,
} from '../../static/admin/src/features/automation/words/approval-words';
import { aRule } from './automation-builders';
import { next, sayAccess, sayWhen, start } from './automation-stage';
import { bridge } from './bridge-stand-in';

const names = {
  people: new Map([
    ['ada', 'Ada Admin'],
    ['bob', 'Bob Builder'],
  ]),
  connections: new Map([
    ['c-1', 'Team wiki'],
    ['c-2', 'Archive'],
  ]),
  admins: new Map([
    ['c-1', 'ada'],
    ['c-2', 'bob'],
    ['c-3', 'ada'],
    ['c-4', 'gone'],
  ]),
};

describe('who the application admin is', () => {
  it('is said in brackets, each person once, and left out where nobody knows', () => {
    expect(adminsInBrackets(['c-1'], names)).toBe(' (Ada Admin)');
    expect(adminsInBrackets(['c-1', 'c-2', 'c-3'], names)).toBe(' (Ada Admin or Bob Builder)');
    expect(adminsInBrackets(['c-4', 'c-9', ''], names)).toBe('');
  });

  it('is that of every connection through which the rule gives access', () => {
    const option = (id: string) => ({ id, label: id });
    const access = {
      kind: 'application-access',
      field: { id: 'f', name: 'F', kind: 'option' },
      applications: [
        { option: option('1'), connectionId: 'c-1' },
        { option: option('2'), connectionId: 'c-2' },
        { option: option('3'), connectionId: 'c-1' },
      ],
    } as const;
    const connectionIds = connectionsIn({ ...access, applications: [...access.applications] });
    expect(connectionIds).toEqual(['c-1', 'c-2']);
    expect(connectionsIn(aRule().access)).toEqual(['c-1']);
    const { approval } = aRule();
    expect(approversText({ approval, connectionIds }, names)).toBe(
      'the application admin (Ada Admin or Bob Builder)',
    );
  });
});

describe('the step Approval', () => {
  const open = async () => {
    bridge.people = { ada: 'Ada Admin', bob: 'Bob Builder' };
    const user = await start('/automation/new');
    await sayWhen(user);
    await next(user, 'Access Definition and Mapping');
    await sayAccess(user);
    return user;
  };

  it('names the application admin of the connection that was chosen', async () => {
    const user = await open();
    await next(user, 'Approval');
    const box = await screen.findByRole('checkbox', { name: /\(Ada Admin\)$/ });
    expect(box).toHaveProperty('checked', true);
  });

  it('says at once that two have to approve where one can, and no more once there are enough', async () => {
    const user = await open();
    await user.click(screen.getByRole('radio', { name: 'Privileged Access' }));
    await next(user, 'Approval');
    const warning = 'Fewer people than this can approve';
    expect(await screen.findByText(warning)).toBeTruthy();
    expect(screen.getByText('2 have to, and 1 person is named above. Name more of them.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Next/ }));
    expect(await screen.findByText(/^Fewer people than this can approve\. Name more/)).toBeTruthy();
    expect(screen.queryByText(warning)).toBeNull();
    await user.clear(screen.getByLabelText(/How many different people/));
    await user.type(screen.getByLabelText(/How many different people/), '1');
    expect(screen.queryByText(/Fewer people than this/)).toBeNull();
  });

  it('asks what counts as a decision only where there is a choice', async () => {
    const user = await open();
    await user.click(screen.getByRole('radio', { name: 'Privileged Access' }));
    await next(user, 'Approval');
    expect(screen.getByRole('heading', { name: 'What counts as a decision' })).toBeTruthy();
    expect(screen.getByText(/^The approval record of the request\. It names who/)).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
  });
});
