import { adfOf } from '../../../../tools/simulator/atlassian/work/adf';
import { fields, namesOf, people, theApp, visitDesk } from './desk';

const { orgAdmin, jiraAdmin, userAccessAdmin } = people;
const by = userAccessAdmin.accountId;

describe('the changelog', () => {
  it('says what was and what is, by id and by name, and who did it', async () => {
    const { ask, raise, work } = visitDesk();
    const { key } = raise({ [fields.accessLevel.id]: '100511' });
    const body = {
      fields: {
        summary: 'Another',
        assignee: { accountId: orgAdmin.accountId },
        [fields.accessLevel.id]: { value: 'Legal reviewers' },
        [fields.requestedGroups.id]: [{ id: '100520' }, { value: 'legal-reviewers' }],
        [fields.approvers.id]: [{ accountId: orgAdmin.accountId }, { accountId: jiraAdmin.accountId }],
        [fields.expiresOn.id]: '2026-02-28',
        [fields.reason.id]: adfOf('The quarterly report'),
      },
    };
    expect(await ask(`PUT /rest/api/3/issue/${key}`, { as: theApp, body })).toMatchObject({ status: 204 });
    const [history] = work.issue(key).changelog;
    expect(history?.author).toBe(people.app.accountId);
    const custom = (fieldId: string, field: string, item: object) => ({
      ...{ field, fieldtype: 'custom', fieldId, from: null, fromString: null },
      ...item,
    });
    const approvers = [orgAdmin, jiraAdmin];
    expect(history?.items).toEqual(
      expect.arrayContaining([
        {
          ...{ field: 'summary', fieldtype: 'jira', fieldId: 'summary', from: null },
          ...{ fromString: 'Group membership', to: null, toString: 'Another' },
        },
        expect.objectContaining({ fieldId: 'assignee', to: orgAdmin.accountId, toString: 'Priya Raman' }),
        custom(fields.accessLevel.id, 'Access level', {
          ...{ from: '100511', fromString: 'HR readers' },
          ...{ to: '100512', toString: 'Legal reviewers' },
        }),
        custom(fields.requestedGroups.id, 'Requested groups', {
          to: '[100520, 100521]',
          toString: 'hr-readers,legal-reviewers',
        }),
        custom(fields.approvers.id, 'Approvers', {
          to: `[${approvers.map(({ accountId }) => accountId).join(', ')}]`,
          toString: '[Priya Raman, Oluwaseun Adeyemi]',
        }),
        custom(fields.expiresOn.id, 'Access expires on', { to: '2026-02-28', toString: '2026-02-28' }),
        custom(fields.reason.id, 'Reason', { to: null, toString: 'The quarterly report' }),
      ]),
    );
  });

  it('comes oldest first on its own, and newest first with the issue', async () => {
    const { ask, raise, work } = visitDesk();
    const { key } = raise();
    for (const summary of ['One', 'Two', 'Three']) work.edit(key, { by, fields: { summary } });
    const alone = await ask(`GET /rest/api/3/issue/${key}/changelog?maxResults=2`);
    expect(alone.json).toMatchObject({
      total: 3,
      isLast: false,
      values: [{ items: [{ toString: 'One' }] }, { items: [{ toString: 'Two' }] }],
    });
    const whole = await ask(`GET /rest/api/3/issue/${key}?expand=changelog&fields=id`);
    expect(whole.json).toMatchObject({
      changelog: { total: 3, histories: [{ items: [{ toString: 'Three' }] }, {}, {}] },
    });
  });

  it('says nothing where nothing has changed, and no event is told', () => {
    const { raise, work, told } = visitDesk();
    const { key } = raise({ [fields.hours.id]: 8 });
    work.edit(key, { by, fields: { [fields.hours.id]: 8, [fields.expiresOn.id]: null } });
    expect(work.issue(key).changelog).toEqual([]);
    expect(namesOf(told)).toEqual(['avi:jira:created:issue']);
  });
});

describe('an edit that is refused', () => {
  const sent = (id: string, value: unknown) => ({ fields: { summary: 'Another', [id]: value } });
  it.each([
    ['an option that is not offered', sent(fields.accessLevel.id, { value: 'Everything' })],
    ['an option of another field', sent(fields.accessLevel.id, { id: '100520' })],
    ['a day that does not exist', sent(fields.expiresOn.id, '2026-02-30')],
    ['a moment without an offset', sent(fields.expiresAt.id, '2026-02-28T12:00:00')],
    ['a number as text', sent(fields.hours.id, '8')],
    ['a text where a document belongs', sent(fields.reason.id, 'Because')],
    ['a document that is too long', sent(fields.reason.id, adfOf('x'.repeat(33_000)))],
    ['a person who does not exist', sent(fields.forWhom.id, { accountId: 'nobody' })],
    ['one person where a list belongs', sent(fields.approvers.id, { accountId: orgAdmin.accountId })],
    ['a field that nobody can set', sent('status', { id: '10104' })],
    ['the approvals themselves', sent('customfield_10031', [])],
    ['a summary of nothing', { fields: { summary: '' } }],
  ])('%s: and nothing else of it is done', async (_, body) => {
    const { ask, raise, work } = visitDesk();
    const { key } = raise();
    const answer = await ask(`PUT /rest/api/3/issue/${key}`, { as: theApp, body });
    expect(answer).toMatchObject({ status: 400, json: { errorMessages: [] } });
    expect(work.issue(key).fields['summary']).toBe('Group membership');
  });

  it('an option that was switched off, where another one is renamed in place', async () => {
    const { ask, raise, work } = visitDesk();
    const { key } = raise({ [fields.accessLevel.id]: '100511' });
    work.setField(fields.accessLevel.id, {
      options: [
        { id: '100510', value: 'Marketing', disabled: true },
        { id: '100511', value: 'People files', disabled: false },
      ],
    });
    const body = { fields: { [fields.accessLevel.id]: { id: '100510' } } };
    expect(await ask(`PUT /rest/api/3/issue/${key}`, { as: theApp, body })).toMatchObject({ status: 400 });
    expect(await ask(`GET /rest/api/3/issue/${key}`)).toMatchObject({
      json: { fields: { [fields.accessLevel.id]: { id: '100511', value: 'People files' } } },
    });
  });

  it('a field that was deleted: it is on no issue any more', async () => {
    const { ask, raise, work } = visitDesk();
    const { key } = raise({ [fields.hours.id]: 8 });
    work.setField(fields.hours.id, { deleted: true });
    const body = { fields: { [fields.hours.id]: 4 } };
    expect(await ask(`PUT /rest/api/3/issue/${key}`, { as: theApp, body })).toMatchObject({ status: 400 });
    const { json } = await ask(`GET /rest/api/3/issue/${key}`);
    expect(json).not.toHaveProperty(`fields.${fields.hours.id}`);
    expect((await ask('GET /rest/api/3/field')).text).not.toContain(fields.hours.id);
  });

  it('a field of another type shows nothing of what does not fit it', async () => {
    const { ask, raise, work } = visitDesk();
    const { key } = raise({ [fields.hours.id]: 8 });
    work.setField(fields.hours.id, { type: 'multi-user-picker' });
    expect(await ask(`GET /rest/api/3/issue/${key}`)).toMatchObject({
      json: { fields: { [fields.hours.id]: null } },
    });
  });
});
