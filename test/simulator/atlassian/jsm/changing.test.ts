import { desk, deskVisit, fields, membership, people } from './desk-visit';

const { customer, orgAdmin, plainUser, projectAdmin, userAccessAdmin } = people;

describe('when the desk changes', () => {
  it('who may no longer use it sees nothing of what they asked there', async () => {
    const { call, raise, site } = deskVisit();
    const key = await raise(membership());
    site.work.setProject(desk.it.id, { open: false });
    expect((await call(`GET /request/${key}`, plainUser)).status).toBe(403);
    expect((await call('GET /request', plainUser)).json).toMatchObject({ size: 0 });
    expect((await call('GET /request?serviceDeskId=1', plainUser)).status).toBe(404);
    expect((await call(`GET /request/${key}`, userAccessAdmin)).status).toBe(200);
  });

  it('a deleted field is on no form and no request, and a closed option cannot be chosen', async () => {
    const { call, raise, site } = deskVisit();
    const { accessLevel, reason } = fields;
    const key = await raise(
      membership({ [reason.id]: 'Payroll', [accessLevel.id]: { value: 'HR readers' } }),
    );
    const options = accessLevel.options.map((option) => ({
      ...option,
      disabled: option.value === 'HR readers',
    }));
    site.work.setField(reason.id, { deleted: true });
    site.work.setField(accessLevel.id, { options });
    const form = await call(`GET /servicedesk/1/requesttype/102/field`, plainUser);
    expect(form.text).not.toContain(reason.id);
    expect(form.text).not.toContain('HR readers');
    const seen = await call(`GET /request/${key}`, plainUser);
    expect(seen.text).not.toContain('Payroll');
    expect(seen.text).toContain('HR readers');
    const again = membership({ [accessLevel.id]: { value: 'HR readers' } });
    expect((await call('POST /request', plainUser, again)).status).toBe(400);
  });

  it('a request that has lost its type is an issue, and no request any more', async () => {
    const { call, raise, site } = deskVisit();
    const key = await raise(membership());
    site.work.move(key, { by: orgAdmin.accountId, requestTypeId: null });
    expect((await call(`GET /request/${key}`, orgAdmin)).status).toBe(404);
    expect((await call('GET /request', plainUser)).json).toMatchObject({ size: 0 });
  });

  it('those are asked whom the approvers field names now', async () => {
    const { call, raise, site } = deskVisit();
    const key = await raise(membership());
    const name = (...ids: readonly string[]) =>
      site.work.edit(key, { by: userAccessAdmin.accountId, fields: { [fields.approvers.id]: ids } });
    name(projectAdmin.accountId);
    name(customer.accountId);
    const answer = (as: typeof customer) =>
      call(`POST /request/${key}/approval/1`, as, { decision: 'approve' });
    expect((await answer(projectAdmin)).status).toBe(403);
    expect((await answer(customer)).json).toMatchObject({ finalDecision: 'approved' });
  });
});
