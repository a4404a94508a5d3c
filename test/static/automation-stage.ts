import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { aRuleView, form, itHelp } from './automation-builders';
import type { Replies } from './bridge-stand-in';
import { aConnection, anOption } from './builders';
import { openAt, yes } from './stage';

/** Opens the page Automation over a server that has one desk, one connection and one rule. */
export const start = (path: string, replies: Replies = {}) =>
  openAt(path, {
    'desk.list': yes([itHelp]),
    'desk.form': yes(form),
    'connection.list': yes([aConnection()]),
    'option.search': yes({ items: [anOption('g-1'), anOption('g-2')] }),
    'option.describe': ({ ids }) => yes(ids.map((id) => anOption(id))),
    'directory.search': yes([anOption('bob')]),
    'directory.describe': ({ ids }) => yes(ids.map((id) => anOption(id))),
    'rule.create': yes(aRuleView()),
    'rule.versions': yes({ items: [] }),
    'rule.read': yes(aRuleView()),
    ...replies,
  });

export const pick = async (user: UserEvent, label: string | RegExp, option: string) => {
  await user.click(await screen.findByRole('combobox', { name: label }));
  await user.click(await screen.findByRole('option', { name: new RegExp(`^${option}`) }));
};
export const next = async (user: UserEvent, title: string) => {
  await user.click(screen.getByRole('button', { name: `Next: ${title}` }));
  await screen.findByRole('heading', { name: title });
};

export const sayWhen = async (user: UserEvent) => {
  await pick(user, 'Service project', 'IT Help');
  await pick(user, 'Request type', 'Group membership');
  await screen.findByRole('button', { name: 'Add a condition' });
};
export const sayAccess = async (user: UserEvent) => {
  await pick(user, /^Readers/, 'Name of g-1');
  await user.click(screen.getByRole('radio', { name: 'After a fixed time' }));
  await user.type(screen.getByLabelText('Length'), '8');
};
/** Writes a whole rule, up to its last step. */
export const write = async (user: UserEvent) => {
  await sayWhen(user);
  await next(user, 'Access Definition and Mapping');
  await sayAccess(user);
  await next(user, 'Approval');
  await next(user, 'Access Decision Mapping');
  await next(user, 'Outcome');
  await next(user, 'Try and save');
};
