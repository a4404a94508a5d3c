import { screen, waitFor } from '@testing-library/react';
import { aRule, aRuleView, form } from './automation-builders';
import { start } from './automation-stage';
import { bridge } from './bridge-stand-in';
import { address, no, yes } from './stage';

describe('changing a rule', () => {
  it('starts from what is saved and sends the version that was opened', async () => {
    const user = await start('/automation/r-1/edit?step=save', {
      'rule.update': yes(aRuleView({ version: 4 })),
    });
    await user.type(await screen.findByLabelText('Name'), ' 2');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(address()).toBe('/automation/r-1'));
    const rule = aRule({ name: 'IT Help: Group membership 2' });
    expect(bridge.payloads('rule.update')).toEqual([{ id: 'r-1', version: 3, rule }]);
    await screen.findByRole('list', { name: 'Versions, newest first' });
  });

  it('shows what somebody else saved beside, and saves over it only after that', async () => {
    const conflict = no({ code: 'conflict', message: 'Somebody else changed this rule.' });
    const user = await start('/automation/r-1/edit?step=save', { 'rule.update': conflict });
    await user.type(await screen.findByLabelText('Name'), ' mine');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Somebody else changed this rule.')).toBeTruthy();
    bridge.replies['rule.read'] = yes(aRuleView({ version: 9, rule: aRule({ name: 'Theirs' }) }));
    bridge.replies['rule.update'] = yes(aRuleView({ version: 10 }));
    await user.click(screen.getByRole('button', { name: 'Show what is saved now' }));
    expect(await screen.findByText('Theirs', { selector: 'strong' })).toBeTruthy();
    expect(screen.getByLabelText('Name')).toHaveProperty('value', 'IT Help: Group membership mine');
    await user.click(screen.getByRole('button', { name: 'Keep mine, to save over it' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(address()).toBe('/automation/r-1'));
    const rule = aRule({ name: 'IT Help: Group membership mine' });
    expect(bridge.payloads('rule.update').at(-1)).toEqual({ id: 'r-1', version: 9, rule });
    await screen.findByRole('list', { name: 'Versions, newest first' });
  });

  it('begins a second rule with a copy', async () => {
    const user = await start('/automation/r-1/copy?step=save');
    expect(await screen.findByLabelText('Name')).toHaveProperty('value', 'Copy of IT Help: Group membership');
    await user.click(screen.getByRole('button', { name: 'Create rule' }));
    await waitFor(() => expect(bridge.payloads('rule.create')).toHaveLength(1));
    expect(bridge.payloads('rule.update')).toEqual([]);
    await screen.findByRole('list', { name: 'Versions, newest first' });
  });

  it('says that options were renamed, and takes their new names over when told to', async () => {
    const renamed = form.fields.map((field) =>
      field.id === 'f-level' ? { ...field, options: [{ id: 'o-Readers', label: 'HR readers' }] } : field,
    );
    const user = await start('/automation/r-1/edit?step=access', {
      'desk.form': yes({ ...form, fields: renamed }),
      'rule.update': no({}),
    });
    expect(await screen.findByText('HR readers (was “Readers”)')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Take over the new names' }));
    expect(await screen.findByText('HR readers')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Try and save' }));
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    await screen.findByText('Nothing was saved');
    expect(bridge.payloads('rule.update')).toMatchObject([
      { rule: { access: { choices: [{ option: { id: 'o-Readers', label: 'HR readers' } }] } } },
    ]);
  });

  it('shows a field that was taken off the form as such', async () => {
    const without = { ...form, fields: form.fields.filter(({ id }) => id !== 'f-level') };
    await start('/automation/r-1/edit?step=access', { 'desk.form': yes(without) });
    expect(await screen.findByText('Access level (not on the form any more)')).toBeTruthy();
    expect(screen.getByText('Readers (option is gone)')).toBeTruthy();
  });
});
