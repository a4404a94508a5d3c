import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { aRule, form } from './automation-builders';
import { next, pick, sayAccess, sayWhen, start, write } from './automation-stage';
import { bridge } from './bridge-stand-in';
import { anOption } from './builders';
import { address, never, no, yes } from './stage';

describe('writing a rule', () => {
  it('makes a Group Membership rule out of a few choices, and proposes the rest', async () => {
    const user = await start('/automation/new');
    await write(user);
    expect(screen.getByLabelText('Name')).toHaveProperty('value', 'IT Help: Group membership');
    await user.click(screen.getByRole('button', { name: 'Create rule' }));
    await waitFor(() => expect(address()).toBe('/automation/r-1'));
    expect(bridge.payloads('rule.create')).toEqual([{ rule: aRule() }]);
    expect(bridge.flags).toEqual(['The rule was created and is enabled']);
    await screen.findByRole('list', { name: 'Versions, newest first' });
  });

  it('tells what a step still lacks, with the focus on the first gap, and goes back without asking', async () => {
    const user = await start('/automation/new');
    await screen.findByLabelText('Service project');
    await user.click(screen.getByRole('button', { name: /^Next/ }));
    expect(await screen.findByText('Choose a service project.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Service project')));
    await user.click(screen.getByRole('link', { name: 'Approval' }));
    await screen.findByRole('heading', { name: 'Approval' });
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(await screen.findByText('Choose a request type first.')).toBeTruthy();
  });

  it('keeps what was said while going forth and back, and over a reload', async () => {
    const user = await start('/automation/new');
    await sayWhen(user);
    await next(user, 'Access Definition and Mapping');
    await sayAccess(user);
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(await screen.findByText('IT Help')).toBeTruthy();
    cleanup();

    await start('/automation/new?step=access');
    expect(await screen.findByText('Your unsaved changes are back')).toBeTruthy();
    expect(await screen.findByText('Name of g-1')).toBeTruthy();
    expect(screen.getByLabelText('Length')).toHaveProperty('value', '8');
  });

  it('discards what was brought back when told to', async () => {
    const user = await start('/automation/new');
    await sayWhen(user);
    cleanup();
    const again = await start('/automation/new');
    await again.click(await screen.findByRole('button', { name: 'Discard it and start afresh' }));
    expect(await screen.findByText('Choose a service project')).toBeTruthy();
    expect(screen.queryByText('Your unsaved changes are back')).toBeNull();
    expect(user).toBeTruthy();
  });

  it('offers only fields of the right kind, and says how a missing one comes onto the form', async () => {
    const user = await start('/automation/new');
    await sayWhen(user);
    await next(user, 'Access Definition and Mapping');
    await user.click(await screen.findByRole('combobox', { name: 'Access level' }));
    const offered = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(offered).toEqual(['Access level', 'Duration']);
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('radio', { name: 'After a number of hours on the form' }));
    expect(screen.getByText('The form has no such field yet')).toBeTruthy();
    expect(screen.getByText(/Only fields of the kind Number Field/)).toBeTruthy();
    await user.click(
      within(screen.getByText(/Number Field/).closest('details') ?? document.body).getByRole('button'),
    );
    await waitFor(() => expect(bridge.payloads('desk.form')).toHaveLength(2));
  });

  it('leads to the step and the field that the server found wrong, and loses nothing', async () => {
    const fields = { 'access.choices.0.groups': 'Name of g-1: it is managed elsewhere.' };
    const user = await start('/automation/new', { 'rule.create': no({ code: 'invalid', fields }) });
    await write(user);
    await user.click(screen.getByRole('button', { name: 'Create rule' }));
    expect(await screen.findByText('Name of g-1: it is managed elsewhere.')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Access Definition and Mapping' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Readers/)));
    expect(screen.getByLabelText('Length')).toHaveProperty('value', '8');
  });

  it('matches Requested Groups to groups of exactly the same name, as a proposal', async () => {
    const user = await start('/automation/new', {
      'option.search': ({ query }) =>
        yes({
          items:
            query === 'hr'
              ? [anOption('g-x', { name: 'hr-old' }), anOption('g-hr', { name: 'hr' })]
              : [anOption('g-l', { name: 'legal', blocked: 'It is managed by Okta.' })],
        }),
    });
    await sayWhen(user);
    await next(user, 'Access Definition and Mapping');
    await user.click(await screen.findByRole('radio', { name: 'Requested Groups' }));
    await pick(user, 'Requested Groups', 'Requested groups');
    expect(await screen.findByText(/1 of 2 options matched a group by exact name/)).toBeTruthy();
    expect(screen.getByText('legal: cannot be given: It is managed by Okta.')).toBeTruthy();
    expect(screen.getByText('1 of 2 options are mapped.')).toBeTruthy();
    expect(screen.queryByText('hr-old')).toBeNull();
  });

  it('lets any group be picked, says what it does not open, and asks for more text where too many match', async () => {
    const note = 'Does not open Confluence by itself: people need access to it already';
    const user = await start('/automation/new', {
      'option.search': ({ query }) =>
        query === ''
          ? yes({ items: [anOption('g-1')] })
          : yes({ items: [anOption('g-9', { detail: note })], isCut: true }),
    });
    await sayWhen(user);
    await next(user, 'Access Definition and Mapping');
    await user.click(await screen.findByRole('combobox', { name: /^Readers/ }));
    await screen.findByRole('option', { name: /^Name of g-1/ });
    expect(screen.queryByText('More match: type more of the name.')).toBeNull();
    await user.keyboard('edit');
    const option = await screen.findByRole('option', { name: /^Name of g-9/ });
    expect(within(option).getByText(note)).toBeTruthy();
    expect(option.getAttribute('aria-disabled')).toBe('false');
    expect(screen.getByText('More match: type more of the name.')).toBeTruthy();
    expect(screen.getByText('1 shown. More match: type more of the name.')).toBeTruthy();
    expect(bridge.payloads('option.search')).toMatchObject([
      { kind: 'membership', query: '' },
      { kind: 'membership', query: 'edit' },
    ]);
    await user.click(option);
    expect(screen.getByText(/^1 of \d+ options/)).toBeTruthy();
  });

  it('matches no group by name where too many contain it, and says so', async () => {
    const user = await start('/automation/new', {
      'option.search': yes({ items: [anOption('g-x', { name: 'hr-old' })], isCut: true }),
    });
    await sayWhen(user);
    await next(user, 'Access Definition and Mapping');
    await user.click(await screen.findByRole('radio', { name: 'Requested Groups' }));
    await pick(user, 'Requested Groups', 'Requested groups');
    expect(
      await screen.findByText('hr: too many groups contain this name, so choose it yourself'),
    ).toBeTruthy();
  });

  it('asks for two approvers, an end and a reason where the access is privileged', async () => {
    const without = { ...form, fields: form.fields.filter(({ kind }) => kind !== 'text') };
    const user = await start('/automation/new', { 'desk.form': yes(without) });
    await sayWhen(user);
    await next(user, 'Access Definition and Mapping');
    await user.click(screen.getByRole('radio', { name: 'Privileged Access' }));
    expect(screen.queryByRole('radio', { name: 'It has no end' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Next: Approval' }));
    expect(await screen.findByText('Privileged access needs a field for the reason.')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Approval' }));
    expect(await screen.findByLabelText(/How many different people/)).toHaveProperty('value', '2');
    expect(screen.queryByRole('radio', { name: 'The status of the request alone' })).toBeNull();
  });

  it('shows what is seldom changed as one line each, and opens it where something is wrong in it', async () => {
    const user = await start('/automation/new');
    await sayWhen(user);
    await next(user, 'Access Definition and Mapping');
    const part = (await screen.findByText('Who gets the access', { selector: '.part' })).closest('details');
    expect(part?.open).toBe(false);
    expect(part?.querySelector('summary')?.textContent).toBe('Who gets the access: Whoever asks');
    await user.click(screen.getByText('Who gets the access', { selector: '.part' }));
    await user.click(screen.getByRole('radio', { name: 'A person named on the form' }));
    await user.click(screen.getByText('Who gets the access', { selector: '.part' }));
    expect(part?.querySelector('summary')?.textContent).toContain('a field that is not chosen yet');
    await user.click(screen.getByRole('button', { name: 'Next: Approval' }));
    await waitFor(() => expect(part?.open).toBe(true));
    expect(within(part ?? document.body).getByText('Choose a field.')).toBeTruthy();
  });

  it('reads lengths of time from the options of a field', async () => {
    const user = await start('/automation/new');
    await sayWhen(user);
    await next(user, 'Access Definition and Mapping');
    await user.click(await screen.findByRole('radio', { name: 'After a time chosen on the form' }));
    await pick(user, 'Field with the length', 'Duration');
    expect(await screen.findByLabelText(/^8 hours/)).toHaveProperty('value', '8');
    expect(screen.getByLabelText(/^2 days/)).toHaveProperty('value', '2');
    expect(screen.getByLabelText(/^long/)).toHaveProperty('value', '');
  });

  it('explains that deciding by status alone is weaker, and does not start with it', async () => {
    const user = await start('/automation/new?step=approval');
    const status = await screen.findByRole('radio', { name: 'The status of the request alone' });
    expect(status).toHaveProperty('checked', false);
    await user.click(status);
    expect(screen.getByText('A status is weak proof')).toBeTruthy();
  });

  it('tries the rule as it is on the screen, before it is saved', async () => {
    const user = await start('/automation/new', { 'rule.try': never });
    await write(user);
    await user.type(screen.getByLabelText(/^Key of a ticket/), 'IT-42{Enter}');
    await waitFor(() => expect(bridge.payloads('rule.try')).toEqual([{ rule: aRule(), issueKey: 'IT-42' }]));
    expect(bridge.payloads('rule.create')).toEqual([]);
  });
});
