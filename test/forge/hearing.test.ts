import { NEW } from '../../src/app/ports';
import { Fault } from '../../src/domain/fault';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { hearing } from './hearing';
import { aGrant, aRequest } from './records';

const MINUTE = 60_000;
const { people, desk } = acme;
let app: ReturnType<typeof hearing>;
beforeEach(() => {
  app = hearing();
});
afterEach(() => app.close());

describe('a ticket', () => {
  it('that is raised, edited or deleted is looked at, once for each', async () => {
    const { id } = app.raise();
    app.site.work.edit(id, { by: people.userAccessAdmin.accountId, fields: { [desk.fields.hours.id]: 8 } });
    app.site.work.delete(id, { by: people.orgAdmin.accountId });
    await app.advance(4 * MINUTE);
    expect(app.performed).toEqual(Array.from({ length: 3 }, () => ({ kind: 'request', issueId: id })));
  });

  it('that only the app itself changed is not looked at again', async () => {
    const { id } = app.raise();
    await app.advance(4 * MINUTE);
    await app.run((ports) => ports.desk.ask(id, desk.fields.approvers.id, [people.orgAdmin.accountId]));
    await app.advance(4 * MINUTE);
    expect(app.performed).toHaveLength(1);
  });

  const tell = (issue: unknown) =>
    app.forge.tellEvent(app.installation, {
      name: 'avi:jira:updated:issue',
      at: app.clock.time(),
      by: people.plainUser.accountId,
      byApp: false,
      payload: { issue },
    });

  it.each([
    ['of a software project is nobody’s business', { projectTypeKey: 'software' }, 0],
    ['of a business project is nobody’s business', { projectTypeKey: 'business' }, 0],
    ['of a service project is looked at', { projectTypeKey: 'service_desk' }, 1],
    ['of a project that says nothing of itself is looked at', {}, 1],
  ])('%s', async (_what, project, times) => {
    tell({ id: '20001', key: 'X-1', fields: { project } });
    await app.advance(4 * MINUTE);
    expect(app.performed).toHaveLength(times);
  });

  it('of which only the id is told is looked at; an event without a ticket is let go', async () => {
    tell({ id: '20001' });
    tell({ id: '../20001' });
    tell(undefined);
    await app.advance(4 * MINUTE);
    expect(app.performed).toEqual([{ kind: 'request', issueId: '20001' }]);
  });

  it('is heard again when the queue did not take it', async () => {
    app.faults.declare({
      id: 'full',
      match: { service: 'queue', attempt: 1 },
      effect: { kind: 'error', status: 500 },
    });
    app.raise();
    await app.settle();
    expect(app.performed).toEqual([]);
    await app.advance(6 * MINUTE);
    expect(app.performed).toHaveLength(1);
    expect(app.faults.unfired()).toEqual([]);
  });
});

describe('work', () => {
  const work = { kind: 'grant', issueId: '20001', grantId: 'grant-1' } as const;

  it('of any amount is taken, in pieces that the queue takes', async () => {
    const many = Array.from(
      { length: 120 },
      (_, index) => ({ kind: 'grant', issueId: `${index}`, grantId: `g-${index}` }) as const,
    );
    await app.push(many);
    await app.settle();
    expect(new Set(app.performed.map((each) => JSON.stringify(each))).size).toBe(120);
  });

  it('waits as long as it was told to, and never longer than a quarter of an hour', async () => {
    await app.push([work], 120);
    await app.push([{ kind: 'grant', issueId: '20002', grantId: 'later' }], 24 * 3_600);
    await app.advance(MINUTE);
    expect(app.performed).toEqual([]);
    await app.advance(MINUTE);
    expect(app.performed).toEqual([work]);
    await app.advance(14 * MINUTE);
    expect(app.performed).toHaveLength(2);
  });

  it('on one request and its grants is done one after the other, on several side by side', async () => {
    app.forge.queues.parallel = 10;
    const running = new Set<string>();
    const met = new Set<string>();
    app.plan.perform = async (each) => {
      const key = each.issueId;
      if (running.has(key)) met.add('itself');
      if (running.size > 0) met.add('another');
      running.add(key);
      for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
      running.delete(key);
      return 'done';
    };
    const other = { kind: 'request', issueId: '20002' } as const;
    await app.push([work, work, { ...other, issueId: work.issueId }, other]);
    await app.settle();
    expect(app.performed).toHaveLength(4);
    expect([...met]).toEqual(['another']);
  });

  it('that an earlier version queued as an alarm is still understood', async () => {
    await app.pushRaw({ schema: 1, ...work, alarm: '2026-01-05T20:00:00.000Z' });
    await app.settle();
    expect(app.performed).toEqual([work]);
  });

  it('that asks for another look gets it after so long', async () => {
    app.plan.perform = async () => (app.performed.length === 1 ? { again: 120 } : 'done');
    await app.push([work]);
    await app.settle();
    await app.advance(MINUTE);
    expect(app.performed).toHaveLength(1);
    await app.advance(10 * MINUTE);
    expect(app.performed).toHaveLength(2);
  });

  it.each([
    ['a failure that may pass', new Fault('target-unavailable', 'Away.', { retryAfterSeconds: 60 }), 2],
    ['a failure that cannot pass', new Fault('target-refused', 'No.'), 1],
    ['what nobody foresaw', new TypeError('fetch failed'), 2],
  ])('%s: tried %#', async (_what, error, times) => {
    app.plan.perform = async () => {
      if (app.performed.length === 1) throw error;
      return 'done';
    };
    await app.push([work]);
    await app.advance(30 * MINUTE);
    expect(app.performed).toHaveLength(times);
  });

  it('that is a bug is tried a few times, and then let go', async () => {
    app.plan.perform = async () => {
      throw new TypeError('x is not a function');
    };
    await app.push([work]);
    await app.advance(60 * MINUTE);
    expect(app.performed).toHaveLength(4);
  });

  it('that never comes to an end is given up in the queue, and left to the sweep', async () => {
    app.plan.perform = async () => ({ again: 1 });
    await app.push([work]);
    await app.advance(60 * MINUTE);
    expect(app.performed).toHaveLength(13);
  });

  it.each([
    ['of another version', { schema: 2, kind: 'grant', issueId: '20001', grantId: 'grant-1' }],
    ['of an unknown kind', { schema: 1, kind: 'party' }],
    ['without an id', { schema: 1, kind: 'request' }],
  ])('%s is logged and let go', async (_what, body) => {
    await app.pushRaw(body);
    await app.advance(30 * MINUTE);
    expect(app.performed).toEqual([]);
    const runs = app.forge.invocations().filter(({ moduleKey }) => moduleKey === 'work');
    expect(runs.filter(({ delivery }) => delivery?.key.includes('"ends"') !== true)).toHaveLength(1);
  });
});

describe('whichever schedule is left', () => {
  const due = async () => {
    const at = new Date(app.clock.time() - MINUTE);
    const told = { schema: 1, at, by: { kind: 'event' }, on: 'request#20001' } as const;
    await app.run(({ commit }) =>
      commit({
        guards: [],
        drops: [],
        puts: [
          { kind: 'request', value: aRequest({ wakeAt: at }) },
          { kind: 'grant', value: aGrant({ state: 'active', until: at, wakeAt: at }) },
        ],
        events: [{ ...told, id: 'event-1', what: 'request.provisioning', detail: {} }],
      }),
    );
    app.clock.elapse(MINUTE);
  };
  const found = [
    { kind: 'grant', issueId: '20001', grantId: 'grant-1' },
    { kind: 'request', issueId: '20001' },
  ];

  it.each(['five-minutes', 'hourly', 'daily'])('the %s one finds what has to be looked at', async (key) => {
    await due();
    await app.runSchedule(key);
    await app.settle();
    expect(app.performed).toEqual(expect.arrayContaining(found));
  });

  it('and one round that fails does not keep the next from its work', async () => {
    const [id, expiresAt] = ['d', new Date(app.clock.time() - 60 * MINUTE)];
    await app.run(({ commit }) =>
      commit({
        guards: [{ on: { kind: 'draft', id }, was: NEW, becomes: 'open' }],
        drops: [],
        puts: [
          { kind: 'draft', value: { id, state: 'open', connector: 'confluence', by: 'ann', expiresAt } },
        ],
        events: [
          {
            id: 'event-1',
            schema: 1,
            what: 'credential.drafted',
            at: expiresAt,
            by: { kind: 'user', id: 'ann' },
            on: 'draft#d',
            detail: { connector: 'confluence', account: 'ann' },
          },
        ],
      }),
    );
    app.faults.declare({
      id: 'lists',
      match: { service: 'kvs', operation: 'entity/query' },
      effect: { kind: 'error', status: 500 },
    });
    app.clock.elapse(MINUTE);
    await expect(app.runSchedule('hourly')).resolves.toEqual({ statusCode: 204 });
    expect(app.faults.unfired()).toEqual([]);
    expect(Object.keys(app.stored().plain)).not.toContain('draft#d');
  });
});
