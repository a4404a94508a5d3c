import type { Site } from '../../../../tools/simulator/atlassian/site';
import { variantTable } from '../../../../tools/simulator/atlassian/variants';
import { desk } from '../../../../tools/simulator/atlassian/worlds/acme-desk';
import { fields, people, requestTypes, theApp, visitDesk } from './desk';

const approvers = fields.approvers.id;
const CANNOT = `Field '${approvers}' cannot be set. It is not on the appropriate screen, or unknown.`;
const refusedField = { status: 400, json: { errorMessages: [], errors: { [approvers]: CANNOT } } };
const access = requestTypes.groupMembership.issueTypeId;

const filling = {
  as: theApp,
  body: { fields: { [approvers]: [{ accountId: people.orgAdmin.accountId }] } },
};
const adding = {
  as: theApp,
  body: { update: { [approvers]: [{ add: { accountId: people.orgAdmin.accountId } }] } },
};

function visitScreens(prepare: (site: Site) => void, variants = {}) {
  const visited = visitDesk();
  Object.assign(visited.site.variants, variants);
  prepare(visited.site);
  const { key } = visited.raise();
  const edit = (call: object = filling, query = '') =>
    visited.ask(`PUT /rest/api/3/issue/${key}${query}`, { ...filling, ...call });
  const offered = async (as: Parameters<typeof visited.ask>[1] = filling) => {
    const { json } = await visited.ask(`GET /rest/api/3/issue/${key}/editmeta`, as);
    return Object.keys(json instanceof Object && 'fields' in json ? (json.fields ?? {}) : {});
  };
  const inField = () => visited.work.issue(key).fields[approvers];
  return { ...visited, key, edit, offered, inField };
}

const offScreen = ({ work }: Site) => work.takeOffEditScreen(desk.it.id, [approvers], access);
const withoutPermission = ({ work }: Site) => work.setProject(desk.it.id, { appLacks: ['EDIT_ISSUES'] });

describe('a field that the edit screen lacks', () => {
  it('is not offered, and refused to whoever sets it, until it is put there', async () => {
    const { edit, offered, inField, work } = visitScreens(offScreen);
    expect(await offered()).not.toContain(approvers);
    expect(await offered()).toContain(fields.accessLevel.id);
    for (const call of [filling, adding, { ...filling, as: people.orgAdmin }])
      expect(await edit(call)).toMatchObject(refusedField);
    expect(inField()).toBeUndefined();
    work.takeOffEditScreen(desk.it.id, []);
    expect(await offered()).toContain(approvers);
    expect(await edit()).toMatchObject({ status: 204 });
    expect(inField()).toEqual([people.orgAdmin.accountId]);
  });

  it('is on the screen of another issue type all the same', async () => {
    const { edit } = visitScreens(({ work }) =>
      work.takeOffEditScreen(desk.it.id, [approvers], requestTypes.privilegedAccess.issueTypeId),
    );
    expect(await edit()).toMatchObject({ status: 204 });
  });

  it('keeps the other fields of the same edit from being set', async () => {
    const { edit, key, work } = visitScreens(offScreen);
    const before = work.issue(key).fields['summary'];
    const body = { fields: { summary: 'Another', ...filling.body.fields } };
    expect(await edit({ body })).toMatchObject(refusedField);
    expect(work.issue(key).fields['summary']).toBe(before);
  });

  it('is set past the screen by an app that administers Jira, and by nobody with a token', async () => {
    const { edit } = visitScreens(offScreen);
    const past = '?overrideScreenSecurity=true';
    expect(await edit({ as: people.orgAdmin }, past)).toMatchObject({ status: 403 });
    expect(await edit({}, past)).toMatchObject({ status: 204 });
  });

  it('is set where the site does not look at screens', async () => {
    const { edit, offered } = visitScreens(offScreen, { editOffScreen: '204' });
    expect(await edit()).toMatchObject({ status: 204 });
    expect(await offered()).not.toContain(approvers);
  });
});

describe('an app from which the permission to edit issues is kept', () => {
  it('sees the ticket, may edit nothing of it, and is told so', async () => {
    const { ask, edit, key, offered } = visitScreens(withoutPermission);
    expect(await ask(`GET /rest/api/3/issue/${key}`, filling)).toMatchObject({ status: 200 });
    expect(await offered()).toEqual([]);
    expect(await edit()).toMatchObject({
      status: 403,
      json: { errorMessages: ['You do not have permission to edit issues in this project.'] },
    });
    const line = 'GET /rest/api/3/mypermissions?permissions=EDIT_ISSUES&projectKey=';
    const has = (havePermission: boolean) => ({ json: { permissions: { EDIT_ISSUES: { havePermission } } } });
    expect(await ask(`${line}IT`, { as: theApp })).toMatchObject(has(false));
    expect(await ask(`${line}OPS`, { as: theApp })).toMatchObject(has(true));
    expect(await ask(`${line}IT`, { as: people.orgAdmin })).toMatchObject(has(true));
  });

  it('may comment on the ticket all the same', async () => {
    const { ask, key } = visitScreens(withoutPermission);
    const text = [{ type: 'paragraph', content: [{ type: 'text', text: 'Hello' }] }];
    const body = { body: { type: 'doc', version: 1, content: text } };
    expect(await ask(`POST /rest/api/3/issue/${key}/comment`, { as: theApp, body })).toMatchObject({
      status: 201,
    });
  });

  it('leaves others their right to edit', async () => {
    const { edit } = visitScreens(withoutPermission);
    expect(await edit({ as: people.orgAdmin })).toMatchObject({ status: 204 });
  });

  it.each(variantTable.editWithoutPermission)('is answered with %s', async (variant) => {
    const { edit } = visitScreens(withoutPermission, { editWithoutPermission: variant });
    expect(await edit()).toMatchObject(variant === '400' ? refusedField : { status: 403 });
  });
});
