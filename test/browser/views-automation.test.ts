import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { accessLevels } from '../../tools/simulator/atlassian/worlds/acme-desk-fields';
import { adminPage } from './admin-page';
import { flawsOf } from './look';
import { ruleEditor } from './rule-editor';
import { oneOfEachRule } from './rules';
import { holdBack } from './waiting';

const { site, visit } = adminPage();
const { desk, people } = acme;

/** A request that a rule can be tried on. */
function aRequest() {
  const { work } = site().site;
  const { id } = work.raise({
    by: people.contractor.accountId,
    requestTypeId: desk.requestTypes.groupMembership.id,
    fields: { [desk.fields.accessLevel.id]: desk.fields.accessLevel.options[1]?.id },
  });
  return work.issue(id).key;
}

it('the list of rules is readable while it loads, without a connection, and without a rule', async () => {
  await visit({ route: '/unknown' }, async (app) => {
    const release = await holdBack(app, 'rule.list');
    await app.page.getByRole('link', { name: 'Automation' }).click();
    await app.app.getByText('Loading the rules…').waitFor({ state: 'attached' });
    expect(await flawsOf(app, 'rules loading')).toEqual([]);
    release();
    await app.app.getByRole('heading', { name: 'Connect an application first' }).waitFor();
    expect(await flawsOf(app, 'rules without connection')).toEqual([]);
  });
  await site().connect();
  await visit({ route: '/automation' }, async (app) => {
    await app.app.getByRole('heading', { name: 'No rule yet' }).waitFor();
    expect(await flawsOf(app, 'rules empty')).toEqual([]);
  });
});

it('the list of rules is readable with rules of every look, and when it is asked what to delete', async () => {
  await oneOfEachRule(site());
  await visit({ route: '/automation' }, async (app) => {
    const table = app.app.getByRole('table', { name: 'Rules' });
    await table.getByText('Disabled', { exact: true }).waitFor();
    await table
      .getByText(/Mei-Ling Chen/)
      .first()
      .waitFor();
    expect(await flawsOf(app, 'rules of every look')).toEqual([]);
    await app.app.getByRole('button', { name: 'Delete Readers of HR' }).click();
    await app.app.getByText('Nothing: no open requests and no live grants.').waitFor();
    expect(await flawsOf(app, 'rule delete')).toEqual([]);
  });
});

/** How each thing that can be done with the first rule looks, and how far down it stands. */
const looksOfActions = (row: Element) =>
  [...row.querySelectorAll('.row-actions :is(a, button)')].map((control) => {
    const { color, textDecorationLine, fontSize } = getComputedStyle(control);
    return [color, textDecorationLine, fontSize, control.getBoundingClientRect().top].join();
  });

it('all that can be done with a rule looks alike and stands in one row, however narrow the screen', async () => {
  const { readers } = await oneOfEachRule(site());
  await visit({ route: '/automation' }, async (app) => {
    const row = app.app.getByRole('row').filter({ hasText: readers.rule.name });
    await row.getByRole('button', { name: /^Delete/ }).waitFor();
    for (const width of [1280, 320]) {
      await app.setWidth(width);
      const looks = await row.evaluate(looksOfActions);
      expect(looks).toHaveLength(4);
      expect(new Set(looks).size).toBe(1);
    }
  });
});

it('a rule is readable in words, with its versions, a trial, and the question whether to delete it', async () => {
  const { readers } = await oneOfEachRule(site());
  await site().call('rule.disable', { id: readers.id, version: 1 });
  await site().call('rule.update', {
    id: readers.id,
    version: 2,
    rule: { ...readers.rule, end: { kind: 'never' } },
  });
  const key = aRequest();
  await visit({ route: `/automation/${readers.id}` }, async (app) => {
    await app.app.getByText('Version 3: Changed').waitFor();
    await app.app.getByLabel(/^Key of a ticket/).fill(key);
    await app.app.getByRole('button', { name: 'Try it' }).click();
    await app.app.getByText('Would wait', { exact: true }).waitFor();
    expect(await flawsOf(app, 'rule')).toEqual([]);
    await app.app.getByRole('button', { name: 'Delete', exact: true }).click();
    await app.app.getByRole('dialog').getByText('Under way by this rule:').waitFor();
    expect(await flawsOf(app, 'rule delete from its page')).toEqual([]);
  });
});

it('every step of the editor is readable, filled in and with what is wrong', async () => {
  await site().connect();
  await visit({ route: '/automation/new' }, async (app) => {
    const editor = ruleEditor(app);
    await editor.picker('Service project').waitFor();
    await app.app.getByRole('button', { name: /^Next/ }).click();
    await app.app.getByText('Choose a request type.').waitFor();
    expect(await flawsOf(app, 'editor when wrong')).toEqual([]);
    await editor.when('IT Help', 'Group membership');
    await app.app.getByRole('button', { name: 'Add a condition' }).click();
    await editor.pick('Field of condition 1', 'Duration');
    await editor.pick(/^Is one of/, '8 hours');
    await editor.picker(/^Is one of/).press('Escape');
    expect(await flawsOf(app, 'editor when')).toEqual([]);

    await editor.next('Access Definition and Mapping');
    await editor.search('HR readers', accessLevels['HR readers'].name);
    await editor.radio('After a time chosen on the form').check();
    await editor.pick('Field with the length', 'Duration');
    expect(await flawsOf(app, 'editor access')).toEqual([]);

    await editor.next('Approval');
    for (const source of ['Named people', 'Members of groups', 'Whom a field on the form names'])
      await app.app.getByLabel(source, { exact: true }).check();
    await editor.radio('The status of the request alone').check();
    await app.app.getByRole('button', { name: /^Next/ }).click();
    await app.app.getByText('Choose at least one person.').waitFor();
    expect(await flawsOf(app, 'editor approval')).toEqual([]);

    await editor.step('Access Decision Mapping');
    await app.app.getByText('Waiting for implementation').waitFor();
    expect(await flawsOf(app, 'editor decision')).toEqual([]);
    await editor.step('Outcome');
    await app.app.getByText('Needs attention').waitFor();
    expect(await flawsOf(app, 'editor outcome')).toEqual([]);
    await editor.step('Try and save');
    await app.app.getByText('Not everything is said yet').waitFor();
    expect(await flawsOf(app, 'editor not whole')).toEqual([]);
  });
});

it('the kinds of access are readable: requested groups with their proposals, applications, privileged', async () => {
  await site().connect();
  await visit({ route: '/automation/new' }, async (app) => {
    const editor = ruleEditor(app);
    await editor.when('IT Help', 'Group membership');
    await editor.next('Access Definition and Mapping');
    await editor.radio('Requested Groups').check();
    await editor.pick('Requested Groups', 'Requested groups');
    await app.app.getByText(/options matched a group by exact name/).waitFor();
    expect(await flawsOf(app, 'editor requested groups')).toEqual([]);
    await editor.radio('Privileged Access').check();
    await app.app.getByText('From the field Reason, mandatory').click();
    await app.app.getByText(/Mandatory for privileged access/).waitFor();
    await app.app.getByText('Who gets the access').click();
    await editor.radio('A person named on the form').check();
    expect(await flawsOf(app, 'editor privileged')).toEqual([]);
    await editor.radio('Application Access').check();
    await app.app.getByText('No such field').first().waitFor({ state: 'detached' });
    expect(await flawsOf(app, 'editor application')).toEqual([]);
  });
});
