import type { Change, Ports } from '../../../src/app/ports';
import type { AccessRequest } from '../../../src/domain/request';
import { inApp, type InApp } from '../in-app';
import { aRequest } from '../records';

let app: InApp;
beforeEach(() => {
  app = inApp();
});
afterEach(() => app.close());

const at = (time: string) => new Date(`2026-01-05T${time}:00.000Z`);
const snapshot = {
  requester: 'bob',
  connectionId: 'connection-1',
  groups: [{ id: 'group-1', name: 'hr-readers' }],
  privileged: false,
  zone: 'Europe/Berlin',
  until: { kind: 'at', at: at('18:00'), zone: 'Europe/Berlin' },
  hash: 'hash',
  askedHash: 'asked',
  changesSeen: 2,
} as const;

const put = (...values: readonly AccessRequest[]) =>
  app.run(async (ports) => {
    for (const value of values) await ports.commit(changeTo(value));
  });
const changeTo = (value: AccessRequest): Change => ({
  guards: [],
  puts: [{ kind: 'request', value }],
  drops: [],
  events: [
    {
      id: `request#${value.issueId}#${value.version}`,
      schema: 1,
      what: 'request.provisioning',
      at: value.changedAt,
      by: { kind: 'event' },
      on: `request#${value.issueId}`,
      detail: {},
    },
  ],
});
const idsOf = async (read: (ports: Ports) => ReturnType<Ports['requests']['list']>) =>
  (await app.run(read)).items.map(({ issueId }) => issueId);

it('a request comes back with everything that was known of it', async () => {
  const value = aRequest({
    state: 'fulfilled',
    snapshot: { ...snapshot, beneficiary: 'eve' },
    asked: ['ann'],
    asking: { round: 2, refilled: true, unasked: 'ask-refused' },
    approval: { kind: 'record', id: '1', by: ['ann'], at: at('13:00') },
    invitee: { askedAt: at('13:30'), accountId: 'eve' },
    endsAt: at('18:00'),
    wakeAt: at('17:00'),
    why: 'given',
    about: 'field',
    remindAt: at('14:00'),
    cancelAt: at('15:00'),
    outbox: [
      {
        kind: 'ask',
        key: 'ask',
        fieldId: 'customfield_1',
        people: ['ann'],
        asked: [{ kind: 'say', key: 'asked', message: { audience: 'public', paragraphs: [] } }],
        refused: [],
      },
      {
        kind: 'say',
        key: 'done',
        message: {
          audience: 'internal',
          paragraphs: [
            [
              { kind: 'text', text: 'Given to ' },
              { kind: 'person', id: 'eve' },
            ],
          ],
        },
      },
      { kind: 'move', key: 'move', statusId: '5' },
    ],
  });
  await put(value);
  expect(await app.run(({ requests }) => requests.find(value.issueId))).toEqual(value);
  expect(await app.run(({ requests }) => requests.find('404'))).toBeUndefined();
});

describe('a list of requests', () => {
  beforeEach(() =>
    put(
      aRequest({ issueId: '1', receivedAt: at('08:00') }),
      aRequest({ issueId: '2', receivedAt: at('09:00'), state: 'declined', requester: 'eve' }),
      aRequest({ issueId: '3', receivedAt: at('10:00'), snapshot: { ...snapshot, beneficiary: 'eve' } }),
      aRequest({ issueId: '4', receivedAt: at('11:00'), ruleId: 'rule-2', requester: 'eve' }),
    ),
  );

  it.each([
    ['without a filter is newest first', {}, ['4', '3', '2', '1']],
    ['by state', { state: 'received' }, ['4', '3', '1']],
    ['by rule', { ruleId: 'rule-1' }, ['3', '2', '1']],
    ['by person finds whom it is for, or who asked', { person: 'eve' }, ['4', '3', '2']],
    ['by person and rule', { person: 'eve', ruleId: 'rule-1' }, ['3', '2']],
    ['by rule and state', { ruleId: 'rule-1', state: 'declined' }, ['2']],
    ['by everything', { person: 'eve', ruleId: 'rule-1', state: 'received' }, ['3']],
  ] as const)('%s', async (_what, filter, expected) => {
    app.clock.elapse(60_000);
    expect(await idsOf(({ requests }) => requests.list(filter))).toEqual(expected);
  });

  it('goes on where the page ended', async () => {
    await put(...Array.from({ length: 60 }, (_, index) => aRequest({ issueId: String(100 + index) })));
    app.clock.elapse(60_000);
    const { items, next } = await app.run(({ requests }) => requests.list({}));
    const rest = await app.run(({ requests }) => requests.list({}, next));
    expect(new Set([...items, ...rest.items].map(({ issueId }) => issueId)).size).toBe(64);
    expect(rest.next).toBeUndefined();
  });

  it('a cursor that nobody gave is refused in plain words', async () => {
    await expect(app.run(({ requests }) => requests.list({}, 'made-up'))).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});

describe('requests that somebody has to look at', () => {
  const dueAtNoon = async () =>
    (await app.run(({ requests }) => requests.listDue(at('12:00')))).items.map(({ issueId }) => issueId);

  it('are those whose time has come, the longest waiting first', async () => {
    await put(
      aRequest({ issueId: '1', wakeAt: at('12:00') }),
      aRequest({ issueId: '2', wakeAt: at('11:00') }),
      aRequest({ issueId: '3', wakeAt: at('13:00') }),
      aRequest({ issueId: '4' }),
    );
    app.clock.elapse(60_000);
    expect(await dueAtNoon()).toEqual(['2', '1']);
  });

  it('a request that is woken no more leaves the list', async () => {
    await put(aRequest({ issueId: '1', wakeAt: at('11:00') }));
    await put(aRequest({ issueId: '1', version: 2 }));
    app.clock.elapse(60_000);
    expect(await dueAtNoon()).toEqual([]);
  });
});
