import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { accessLevels } from '../../tools/simulator/atlassian/worlds/acme-desk-fields';
import { valueOf } from '../start';
import { adminPage } from './admin-page';
import { ruleEditor } from './rule-editor';

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
    await app.app.getByRole('link', { name: 'New rule' }).click();
    await editor.when('IT Help', 'Group membership');
    await editor.next('Access Definition and Mapping');
    await editor.search('HR readers', accessLevels['HR readers'].name);
    await editor.radio('After a fixed time').check();
    await app.app.getByLabel('Length', { exact: true }).fill('8');
    await editor.next('Approval');
    await editor.next('Access Decision Mapping');
    await editor.next('Outcome');
    await editor.next('Try and save');

    await app.app.getByLabel(/^Key of a request/).fill(work.issue(id).key);
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
