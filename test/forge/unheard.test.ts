import type { Put } from '../../src/app/ports';
import type { Rule } from '../../src/domain/rule';
import { requestRow } from '../../src/forge/store/request-row';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { hearing } from './hearing';
import { aBookWith, aRequest, aRule } from './records';

const MINUTE = 60_000;
const { people, desk } = acme;
const { groupMembership, getItHelp } = desk.requestTypes;
let app: ReturnType<typeof hearing>;
beforeEach(() => {
  app = hearing();
  app.forge.events.lost = true;
});
afterEach(() => app.close());

const aRuleFor = (id: string, projectId: string, requestTypeId: string): Rule => {
  const { trigger } = aRule();
  return aRule({ id, trigger: { ...trigger, projectId, requestTypeId, conditions: [] } });
};
const memberships = aRuleFor('memberships', desk.it.id, groupMembership.id);

async function keep(...puts: readonly Put[]): Promise<void> {
  const at = new Date(app.clock.time());
  const told = { schema: 1, at, by: { kind: 'event' }, on: 'request#1', detail: {} } as const;
  const id = `kept-${crypto.randomUUID()}`;
  await app.run(({ commit }) =>
    commit({ guards: [], drops: [], puts, events: [{ ...told, id, what: 'request.provisioning' }] }),
  );
}
const rules = (...all: readonly Rule[]) => keep({ kind: 'rule-book', value: aBookWith(...all) });
const raise = (requestTypeId: string = groupMembership.id) => {
  const { id } = app.site.work.raise({ by: people.plainUser.accountId, requestTypeId });
  app.clock.elapse(1_000);
  return id;
};

/** Puts what no version of this app could read where a request belongs. */
function spoil(issueId: string): void {
  const value = { ...requestRow(aRequest({ issueId })), body: '{}' };
  app.forge.storage.store.handle({
    ...{ installation: app.installation.id, operation: 'batch/set', now: app.clock.time() },
    body: [{ key: `request#${issueId}`, entityName: 'request', value }],
  });
}

/** What one round of five minutes had looked at, in the order in which it was put into the queue. */
async function lookedAt(): Promise<readonly string[]> {
  app.clock.elapse(MINUTE);
  const from = app.performed.length;
  await app.runSchedule('five-minutes');
  await app.settle();
  return app.performed.slice(from).map((work) => (work.kind === 'request' ? work.issueId : work.grantId));
}
const logged = () => JSON.stringify(app.forge.invocations().flatMap(({ logs }) => logs));

it('a rule whose project is gone keeps no ticket of another from being found, and is named in the log', async () => {
  await rules(aRuleFor('dead', '99999', '1'), memberships);
  const id = raise();
  expect(await lookedAt()).toEqual([id]);
  expect(logged()).toContain('99999');
});

it('a request that cannot be read is looked at, and keeps no other from being found', async () => {
  await rules(memberships);
  const [broken, failing, other] = [raise(), raise(), raise()];
  spoil(broken);
  app.faults.declare({
    id: 'a read',
    match: { service: 'kvs', operation: 'entity/get', key: `request#${failing}` },
    effect: { kind: 'error', status: 500 },
  });
  expect([...(await lookedAt())].sort()).toEqual([broken, failing, other].sort());
});

it('tickets come the oldest change first, and those that are over and told do not come', async () => {
  await rules(memberships);
  const [first, over, second] = [raise(), raise(), raise()];
  await keep({ kind: 'request', value: aRequest({ issueId: over, state: 'declined' }) });
  expect(await lookedAt()).toEqual([first, second]);
});

it('a ticket that no rule is for is not looked at, unless it is a request already', async () => {
  await rules(memberships);
  const [mine, known] = [raise(), raise(getItHelp.id), raise(getItHelp.id)];
  await keep({ kind: 'request', value: aRequest({ issueId: known, state: 'awaiting-approval' }) });
  expect(await lookedAt()).toEqual([known, mine]);
});

it('a piece that the queue does not take keeps none of the others back', async () => {
  await rules(memberships);
  const ids = Array.from({ length: 120 }, () => raise());
  app.faults.declare({
    id: 'full',
    match: { service: 'queue', attempt: 1 },
    effect: { kind: 'error', status: 500 },
  });
  expect(await lookedAt()).toEqual(ids.slice(50));
});
