import { deskStage, fields, itDesk, ops, people, requestTypes, statuses } from './desk-stage';

const { plainUser, userAccessAdmin } = people;
const MINUTE = 60_000;
let stage: ReturnType<typeof deskStage>;
beforeEach(() => {
  stage = deskStage();
});
afterEach(() => stage.close());

describe('what changed since', () => {
  const since = (minutes: number, projects: readonly string[] = [itDesk.id], cursor?: string) => {
    const at = new Date(stage.clock.time() - minutes * MINUTE);
    return stage.on((desk) => desk.changedSince(at, projects, cursor));
  };
  const idsOf = ({ items }: Awaited<ReturnType<typeof since>>) => items.map(({ issueId }) => issueId);

  it('is told newest change first, of these projects only, whatever time zone the app is in', async () => {
    const [old, first, second] = [stage.raise(), stage.raise(), stage.raise()];
    stage.work.raise({ by: plainUser.accountId, requestTypeId: requestTypes.productionAccess.id });
    stage.clock.elapse(90 * MINUTE);
    for (const { id } of [second, first]) {
      stage.work.edit(id, { by: userAccessAdmin.accountId, fields: { [fields.hours.id]: 1 } });
      stage.clock.elapse(5 * MINUTE);
    }
    expect(idsOf(await since(30))).toEqual([first.id, second.id]);
    expect(idsOf(await since(200))).toEqual([first.id, second.id, old.id]);
    expect((await since(200, [itDesk.id, ops.id])).items).toHaveLength(4);
    expect((await since(200, [])).items).toEqual([]);
  });

  it('goes on where the page ended, though minutes have passed meanwhile', async () => {
    for (let count = 0; count < 120; count += 1) stage.raise();
    stage.clock.elapse(10 * MINUTE);
    const first = await since(30);
    stage.clock.elapse(5 * MINUTE);
    const second = await since(35, [itDesk.id], first.next);
    expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(120);
    expect(second.next).toBeUndefined();
  });

  it('is told with the project and the request type, on every page', async () => {
    for (let count = 0; count < 101; count += 1) stage.raise();
    const first = await since(30);
    const second = await since(30, [itDesk.id], first.next);
    const types = [...first.items, ...second.items].map(({ type }) => type);
    expect(types).toHaveLength(101);
    expect(new Set(types.map((type) => JSON.stringify(type)))).toEqual(
      new Set([JSON.stringify({ projectId: itDesk.id, requestTypeId: requestTypes.groupMembership.id })]),
    );
  });

  it('asks for no project by what is no id', async () => {
    stage.raise();
    expect((await since(30, ['1) OR (project = IT'])).items).toEqual([]);
    expect(stage.site.calls).toEqual([]);
  });
});

describe('what a rule can be written for', () => {
  it('every service project that the app may see, with its request types', async () => {
    const desks = await stage.on((desk) => desk.listDesks());
    expect(desks.map(({ projectKey }) => projectKey)).toEqual([itDesk.key, ops.key]);
    expect(desks[0]).toMatchObject({ id: '1', projectId: itDesk.id, projectName: itDesk.name });
    expect(desks[0]?.requestTypes).toContainEqual({
      id: requestTypes.groupMembership.id,
      name: requestTypes.groupMembership.name,
      description: requestTypes.groupMembership.description,
    });
    stage.work.setProject(itDesk.id, { appAccess: false, open: false });
    const left = await stage.on((desk) => desk.listDesks());
    expect(left.map(({ projectKey }) => projectKey)).toEqual([ops.key]);
  });

  it('a form: its fields in order, what kind each is, and its options by id', async () => {
    const form = await stage.on((desk) => desk.readForm('1', requestTypes.groupMembership.id));
    expect(form.fields.map(({ kind }) => kind)).toEqual([
      'text',
      ...['option', 'options', 'date', 'date-time', 'option', 'number', 'text', 'person', 'person'],
    ]);
    expect(form.fields[0]).toMatchObject({ id: 'summary', required: true });
    expect(form.fields[1]).toEqual({
      id: fields.accessLevel.id,
      name: fields.accessLevel.name,
      kind: 'option',
      required: false,
      options: fields.accessLevel.options.map(({ id, value }) => ({ id, label: value })),
    });
  });

  it('fields of people that are not on the form, for one of them names the approvers', async () => {
    const form = await stage.on((desk) => desk.readForm('1', requestTypes.groupMembership.id));
    expect(form.ticketFields).toContainEqual({
      id: fields.approvers.id,
      name: fields.approvers.name,
      kind: 'people',
      required: false,
      options: [],
    });
    const onForm = new Set(form.fields.map(({ id }) => id));
    expect(form.ticketFields.filter(({ id }) => onForm.has(id))).toEqual([]);
    expect(form.ticketFields.map(({ kind }) => kind).filter((kind) => !/^pe/.test(kind))).toEqual([]);
  });

  it('where a ticket of this type can stand', async () => {
    const form = await stage.on((desk) => desk.readForm('1', requestTypes.groupMembership.id));
    expect(form.statuses).toContainEqual({
      id: statuses.completed.id,
      name: statuses.completed.name,
      category: 'done',
    });
    expect(form.statuses.map(({ id }) => id)).not.toContain(statuses.waitingForSupport.id);
  });

  it.each([
    ['a project', '99', '1'],
    ['a request type', '1', '99'],
  ])('%s that is gone is not found, in plain words', async (_what, deskId, type) => {
    await expect(stage.on((desk) => desk.readForm(deskId, type))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
