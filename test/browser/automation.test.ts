import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { accessLevels } from '../../tools/simulator/atlassian/worlds/acme-desk-fields';
import { valueOf } from '../start';
import { adminPage } from './admin-page';
import { flawsOf } from './look';
import { ruleEditor } from './rule-editor';
import { oneOfEachRule } from './rules';

const { site, visit } = adminPage();
const { people } = acme;

it('an administrator writes a Group Membership rule, tries it, and finds it in the list', async () => {
  const connection = await site().connect();
  const { work } = site().site;
  const { id } = work.raise({
    by: people.contractor.accountId,
    requestTypeId: acme.desk.requestTypes.groupMembership.id,
    fields: { [acme.desk.fields.accessLevel.id]: acme.desk.fields.accessLevel.options[1]?.id },
  });
  await visit({ route: '/automation' }, async (app) => {
    const editor = ruleEditor(app);
    await app.app.getByRole('heading', { name: 'No rule yet' }).waitFor();
    await app.app.getByRole('link', { name: 'New rule' }).first().click();
    await editor.when('IT Help', 'Group membership');
    await editor.next('Access Definition and Mapping');
    await editor.search('HR readers', accessLevels['HR readers'].name);
    await editor.radio('After a fixed time').check();
    await app.app.getByLabel('Length', { exact: true }).fill('8');
    await editor.next('Approval');
    await editor.next('Access Decision Mapping');
    await editor.next('Outcome');
    await editor.next('Try and save');

    await app.app.getByLabel(/^Key of a ticket/).fill(work.issue(id).key);
    await app.app.getByRole('button', { name: 'Try it' }).click();
    await app.app.getByText('Would wait', { exact: true }).waitFor();
    expect(valueOf(await site().call('rule.list'))).toEqual([]);

    await app.app.getByRole('button', { name: 'Create rule' }).click();
    await app.app.getByRole('heading', { name: 'IT Help: Group membership' }).waitFor();
    await app.app.getByText('Version 1: Created').waitFor();
    await app.app.getByRole('link', { name: 'Automation' }).click();
    await app.app.getByRole('link', { name: 'IT Help: Group membership', exact: true }).waitFor();
  });
  const [row] = valueOf(await site().call('rule.list'));
  expect(row).toMatchObject({
    state: 'enabled',
    connections: [{ id: connection.id }],
    groups: [accessLevels['HR readers'].name],
  });
});

it('a reload in the middle loses nothing of what was said', async () => {
  await site().connect();
  await visit({ route: '/automation/new' }, async (app) => {
    const editor = ruleEditor(app);
    await editor.when('IT Help', 'Group membership');
    await editor.next('Access Definition and Mapping');
    await editor.search('HR readers', accessLevels['HR readers'].name);
    await app.app.getByText('1 of 7 options are mapped.').waitFor();
    await app.page.reload();
    await app.app.getByText('Your unsaved changes are back').waitFor();
    await app.app.getByText('1 of 7 options are mapped.').waitFor();
    await app.app.getByRole('heading', { name: 'Access Definition and Mapping' }).waitFor();
  });
});

it('a second rule for the same requests is refused at its conditions, and a condition settles it', async () => {
  const { readers } = await oneOfEachRule(site());
  await visit({ route: `/automation/${readers.id}/copy?step=save` }, async (app) => {
    const editor = ruleEditor(app);
    await app.app.getByRole('button', { name: 'Create rule' }).click();
    await app.app.getByText(/A request could be for this rule and for “Readers of HR”/).waitFor();
    await app.app.getByRole('heading', { name: 'When' }).waitFor();
    await app.app.getByRole('button', { name: 'Clear Options of condition 1' }).click();
    await editor.pick(/^Is one of/, 'Security team');
    await editor.picker(/^Is one of/).press('Escape');
    await editor.step('Try and save');
    await app.app.getByRole('button', { name: 'Create rule' }).click();
    await app.app.getByRole('heading', { name: 'Copy of Readers of HR' }).waitFor();
  });
  expect(valueOf(await site().call('rule.list'))).toHaveLength(4);
});

it('of two administrators who save at once, the second sees what the first saved before saving over it', async () => {
  const { readers } = await oneOfEachRule(site());
  const { id, version, rule } = readers;
  await visit({ route: `/automation/${id}/edit?step=save` }, async (app) => {
    const name = app.app.getByLabel('Name', { exact: true });
    await name.fill('Mine');
    valueOf(await site().call('rule.update', { id, version, rule: { ...rule, name: 'Theirs' } }));
    await app.app.getByRole('button', { name: 'Save', exact: true }).click();
    await app.app.getByRole('button', { name: 'Show what is saved now' }).click();
    await app.app.getByText('Theirs', { exact: true }).first().waitFor();
    expect(await name.inputValue()).toBe('Mine');
    expect(await flawsOf(app, 'editor conflict')).toEqual([]);
    await app.app.getByRole('button', { name: 'Keep mine, to save over it' }).click();
    await app.app.getByRole('button', { name: 'Save', exact: true }).click();
    await app.app.getByRole('heading', { name: 'Mine' }).waitFor();
  });
  const { items } = valueOf(await site().call('rule.versions', { id }));
  expect(items.map((one) => one.rule.name)).toEqual(['Mine', 'Theirs', 'Readers of HR']);
});
