import type { Locator } from 'playwright-core';
import { accessLevels } from '../../tools/simulator/atlassian/worlds/acme-desk-fields';
import { valueOf } from '../start';
import { adminPage } from './admin-page';
import { keyboardOf } from './keyboard';

const { site, visit } = adminPage();

it('a rule is written with the keyboard alone, and each step begins where reading goes on', async () => {
  await site().connect();
  await visit({ route: '/automation' }, async (app) => {
    const keyboard = keyboardOf(app);
    const picker = (label: string | RegExp) => app.app.getByRole('combobox', { name: label });
    const button = (name: string) => app.app.getByRole('button', { name });
    const radio = (name: string) => app.app.getByRole('radio', { name, exact: true });
    const take = async (field: Locator, text: string) => {
      await keyboard.tabTo(field);
      await keyboard.type(text);
      await app.app.getByRole('option', { name: text }).first().waitFor();
      await keyboard.press('Enter');
    };
    const goOn = async (title: string) => {
      await keyboard.tabTo(button(`Next: ${title}`));
      await keyboard.press('Enter');
      await keyboard.landsAtHeading(title);
    };
    await app.app.getByRole('heading', { name: 'No rule yet' }).waitFor();
    await keyboard.tabTo(app.app.getByRole('link', { name: 'New rule' }).first());
    await keyboard.press('Enter');
    await keyboard.landsAtHeading('New rule');

    // What is missing is where the focus goes.
    await picker('Service project').waitFor();
    await keyboard.tabTo(button('Next: Access Definition and Mapping'));
    await keyboard.press('Enter');
    await keyboard.landsOn(picker('Service project'));
    await take(picker('Service project'), 'IT Help');
    await take(picker('Request type'), 'Group membership');
    await button('Add a condition').waitFor();
    await goOn('Access Definition and Mapping');

    await take(picker(/^HR readers/), accessLevels['HR readers'].name);
    await keyboard.press('Escape');
    await keyboard.tabTo(radio('It has no end'));
    await keyboard.press('ArrowDown');
    await keyboard.landsOn(radio('After a fixed time'));
    await keyboard.tabTo(app.app.getByLabel('Length', { exact: true }));
    await keyboard.type('8');
    await goOn('Approval');
    await goOn('Access Decision Mapping');
    await goOn('Outcome');
    await goOn('Try and save');
    await keyboard.tabTo(button('Create rule'));
    await keyboard.press('Enter');
    await keyboard.landsAtHeading('IT Help: Group membership');
  });
  expect(valueOf(await site().call('rule.list'))).toMatchObject([
    { name: 'IT Help: Group membership', state: 'enabled' },
  ]);
});
