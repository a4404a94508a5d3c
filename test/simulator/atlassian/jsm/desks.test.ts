import { nobody } from '../visit';
import { desk, deskVisit, fields, people, requestTypes, theApp } from './desk-visit';

const { customer, orgAdmin, plainUser, contractor, userAccessAdmin } = people;
const names = (json: unknown) =>
  (json as { values: { projectKey: string }[] }).values.map((each) => each.projectKey);

describe('the service desks of a site', () => {
  it.each([
    ['an employee', contractor, ['IT']],
    ['a portal customer', customer, ['IT']],
    ['an engineer', plainUser, ['IT', 'OPS']],
    ['an administrator of both', orgAdmin, ['IT', 'OPS']],
    ['the app', theApp, ['IT', 'OPS']],
  ])('are shown to %s who may use them', async (_, as, keys) => {
    const { json } = await deskVisit().call('GET /servicedesk', as);
    expect(names(json)).toEqual(keys);
  });

  it('are shown to nobody anonymous', async () => {
    expect((await deskVisit().call('GET /servicedesk', nobody)).status).toBe(401);
  });

  it('are hidden from an app that no project lets in', async () => {
    const { seed } = deskVisit().site;
    const projects = seed.work.projects.map((project) => ({ ...project, appAccess: false }));
    const { call } = deskVisit({ seed: { ...seed, work: { ...seed.work, projects } } });
    expect(names((await call('GET /servicedesk', theApp)).json)).toEqual([]);
    expect((await call('GET /servicedesk/IT', theApp)).status).toBe(403);
  });

  it.each(['1', 'IT', 'it', 'projectKey:IT', `projectId:${desk.it.id}`, 'serviceDeskId:1'])(
    'are found as %s',
    async (identifier) => {
      const answer = await deskVisit().call(`GET /servicedesk/${identifier}`, plainUser);
      expect(answer.json).toMatchObject({
        id: '1',
        projectId: '10001',
        projectKey: 'IT',
        projectName: 'IT Help',
      });
    },
  );

  it.each(['99', 'HR', 'projectKey:1', 'portal:1'])('are not found as %s', async (identifier) => {
    const answer = await deskVisit().call(`GET /servicedesk/${identifier}`, plainUser);
    expect(answer).toMatchObject({
      status: 404,
      json: { errorMessage: 'The service desk does not exist.', i18nErrorMessage: { parameters: [] } },
    });
  });

  it('come in pages, of which the last says so', async () => {
    const { call } = deskVisit();
    const first = await call('GET /servicedesk?limit=1', orgAdmin);
    expect(first.json).toMatchObject({ size: 1, start: 0, limit: 1, isLastPage: false });
    expect((first.json as { _links: unknown })._links).toMatchObject({
      next: 'https://acme.atlassian.net/rest/servicedeskapi/servicedesk?limit=1&start=1',
    });
    const last = await call('GET /servicedesk?limit=1&start=1', orgAdmin);
    expect(last.json).toMatchObject({ size: 1, start: 1, isLastPage: true });
    expect(last.text).not.toContain('"next"');
  });
});

describe('the form of a request type', () => {
  const FORM = `GET /servicedesk/1/requesttype/${requestTypes.groupMembership.id}/field`;

  it('tells each field with its type, its options and whether it is required', async () => {
    const { json } = await deskVisit().call(FORM, customer);
    expect(json).toMatchObject({ canRaiseOnBehalfOf: false, canAddRequestParticipants: false });
    expect((json as { requestTypeFields: unknown[] }).requestTypeFields).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          fieldId: 'summary',
          required: true,
          jiraSchema: { type: 'string', system: 'summary' },
        }),
        expect.objectContaining({
          fieldId: fields.accessLevel.id,
          name: 'Access level',
          required: false,
          visible: true,
          jiraSchema: {
            type: 'option',
            custom: 'com.atlassian.jira.plugin.system.customfieldtypes:select',
            customId: 10051,
          },
          validValues: expect.arrayContaining([{ value: '100511', label: 'HR readers', children: [] }]),
        }),
      ]),
    );
  });

  it.each([
    ['an administrator', orgAdmin],
    ['the app', theApp],
  ])('shows what is hidden to %s who asks for it', async (_, as) => {
    const { call } = deskVisit();
    expect((await call(`${FORM}?expand=hiddenFields`, as)).text).toContain(fields.approvers.id);
    expect((await call(FORM, as)).text).not.toContain(fields.approvers.id);
  });

  it.each([
    ['an agent', userAccessAdmin],
    ['a customer', customer],
  ])('hides it from %s who asks for it', async (_, as) => {
    const { text } = await deskVisit().call(`${FORM}?expand=hiddenFields`, as);
    expect(text).not.toContain(fields.approvers.id);
  });
});

describe('the request types of all desks', () => {
  const ALL = 'GET /rest/servicedeskapi/requesttype';
  const optIn = { headers: { 'x-experimentalapi': 'opt-in' } };

  it('are told to whoever says that the call is experimental', async () => {
    const { ask } = deskVisit();
    expect((await ask(ALL)).status).toBe(412);
    expect((await ask(ALL, optIn)).json).toMatchObject({ size: 5, isLastPage: true });
  });

  it('are those of the desks that one may use', async () => {
    const answer = await deskVisit().ask(ALL, { ...optIn, as: customer });
    expect(answer.json).toMatchObject({ size: 4 });
  });

  it('are found by the beginning of a word', async () => {
    const { call } = deskVisit();
    const found = async (word: string) =>
      (await call(`GET /servicedesk/1/requesttype?searchQuery=${word}`, customer)).json;
    expect(await found('memb')).toMatchObject({ values: [{ name: 'Group membership' }] });
    expect(await found('embers')).toMatchObject({ size: 0 });
  });
});
