import type { ProductEvent } from '../../../tools/simulator/product-events';
import { busyStage, forgeEvents, issueUpdated } from './busy-stage';

const MINUTE = 60_000;
const idOf = (event: unknown) => (event as { issue: { id: string } }).issue.id;
const issue = (id: string): Partial<ProductEvent> => ({ payload: { issue: { id } } });

/** Remembers what its trigger was given. */
function listening(name: 'onIssue' | 'byOthers' | 'onStatus' = 'onIssue') {
  const seen: unknown[] = [];
  return { ...busyStage({ [name]: (event: unknown) => void seen.push(event) }), seen };
}

it('gives a trigger the event with what the platform adds to it', async () => {
  const { tell, advance, seen } = listening();
  tell();
  await advance(2_000);
  expect(seen).toEqual([
    {
      ...issueUpdated.payload,
      eventType: 'avi:jira:updated:issue',
      timestamp: String(issueUpdated.at),
      selfGenerated: false,
      context: { cloudId: 'cloud-a', moduleKey: 'on-issue' },
      contextToken: expect.any(String) as string,
    },
  ]);
});

it('runs only the triggers that ask for the event', async () => {
  const { tell, advance, ran } = listening();
  tell({ name: 'avi:jira:deleted:issue' });
  tell({ name: 'avi:jira:created:issue' });
  await advance(2_000);
  expect(ran()).toEqual(['on-issue ok']);
});

it('marks what an app did itself, and keeps it from those who ignore themselves', async () => {
  const { tell, advance, seen, ran } = listening();
  tell({ byApp: true });
  tell({ byApp: true, name: 'avi:jira:commented:issue' });
  await advance(2_000);
  expect(seen).toMatchObject([{ selfGenerated: true }]);
  tell({ name: 'avi:jira:commented:issue' });
  await advance(2_000);
  expect(ran()).toEqual(['on-issue ok', 'by-others ok']);
});

it('a filter lets through what it asks for; what it cannot judge only those get who want it all the same', async () => {
  const { tell, advance, seen, host } = listening('onStatus');
  const name = 'avi:jira:assigned:issue';
  tell({ name });
  tell({ name, payload: { changelog: { items: [{ field: 'summary' }] } } });
  await advance(2_000);
  expect(seen).toHaveLength(2);
  expect(host.filterProblems()).toEqual([]);
  tell({ name, payload: {} });
  await advance(2_000);
  expect(seen).toHaveLength(3);
  expect(host.filterProblems()).toMatchObject([
    { trigger: 'status-changes', received: false },
    { trigger: 'status-or-unsure', received: true, problem: 'There is no changelog.' },
  ]);
});

it('never delivers an event of more than 200 kB', async () => {
  const { tell, advance, ran } = listening();
  tell({ payload: { issue: { id: '1', summary: 'x'.repeat(200_000) } } });
  await advance(3 * MINUTE);
  expect(ran()).toEqual([]);
});

it('is not touched by what happens to the issue after the event', async () => {
  const { tell, advance, seen } = listening();
  const changing = { id: '1', status: 'Open' };
  tell({ payload: { issue: changing } });
  changing.status = 'Done';
  await advance(2_000);
  expect(seen).toMatchObject([{ issue: { status: 'Open' } }]);
});

it('events may come late, out of order, twice, or not at all', async () => {
  const { tell, advance, seen, host } = listening();
  host.events.delayMs = ({ key }) => (key === 'late' ? 3 * MINUTE : 1_000);
  host.events.duplicates = ({ key }) => (key === 'twice' ? 1 : 0);
  host.events.lost = ({ key }) => key === 'lost';
  for (const id of ['late', 'twice', 'lost', 'last']) tell(issue(id));
  await advance(3 * MINUTE);
  expect(seen.map(idOf)).toEqual(['twice', 'twice', 'last', 'late']);
});

it('the same as declared faults', async () => {
  const { tell, advance, seen, faults } = listening();
  const at = (key: string) => ({ service: 'event', operation: 'avi:jira:updated:issue', key }) as const;
  faults.declare(
    { id: 'late', match: at('late'), effect: { kind: 'delay', ms: 60_000 } },
    { id: 'twice', match: at('twice'), effect: { kind: 'duplicate' } },
    { id: 'lost', match: at('lost'), effect: { kind: 'lose-response' } },
  );
  for (const id of ['late', 'twice', 'lost', 'last']) tell(issue(id));
  await advance(10 * MINUTE);
  expect(seen.map(idOf)).toEqual(['twice', 'last', 'twice', 'late']);
  expect(faults.unfired()).toEqual([]);
});

it('a trigger that asks for it is run again at most four times, and told why', async () => {
  const told: unknown[] = [];
  const { tell, advance } = busyStage({
    onIssue: (event) => {
      told.push((event as { retryContext?: unknown }).retryContext);
      return new (forgeEvents().InvocationError)({
        retryAfter: 5_000,
        retryReason: forgeEvents().InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
        retryData: { page: 2 },
      });
    },
  });
  tell();
  await advance(2_000 + 900_000 - 1);
  expect(told).toHaveLength(1);
  await advance(24 * 60 * MINUTE);
  const again = (retryCount: number) => ({
    retryCount,
    retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
    retryData: { page: 2 },
  });
  expect(told).toEqual([undefined, again(1), again(2), again(3), again(4)]);
});

it('tells a trigger nothing of retryData that is no object', async () => {
  const told: unknown[] = [];
  const { tell, advance } = busyStage({
    onIssue: (event) => {
      told.push((event as { retryContext?: unknown }).retryContext);
      const { InvocationError, InvocationErrorCode } = forgeEvents();
      const retryReason = InvocationErrorCode.FUNCTION_RETRY_REQUEST;
      return new InvocationError({ retryAfter: 1, retryReason, retryData: 'page 2' });
    },
  });
  tell();
  await advance(3_000);
  expect(told).toEqual([undefined, { retryCount: 1, retryReason: 'FUNCTION_RETRY_REQUEST' }]);
});

it('a trigger that throws is not run again; one that ran out of time is', async () => {
  const throwing = busyStage({
    onIssue: () => {
      throw new Error('no luck');
    },
  });
  throwing.tell();
  await throwing.advance(60 * MINUTE);
  expect(throwing.ran()).toEqual(['on-issue failed']);

  const slow = busyStage({
    onIssue: (event) =>
      'retryContext' in (event as object)
        ? 'done'
        : new Promise((late) => globalThis.setTimeout(late, 26_000)),
  });
  slow.tell();
  await slow.advance(60 * MINUTE);
  expect(slow.ran()).toEqual(['on-issue timeout', 'on-issue ok']);
});

it('a filter may ask for a licence, which only paid apps in production need', async () => {
  const { host, installation, advance, ran } = busyStage({ manifestPath: `${__dirname}/paid-app.yml` });
  host.tellEvent(
    { ...installation, id: 'a', environmentType: 'PRODUCTION', licenseActive: false },
    issueUpdated,
  );
  host.tellEvent({ ...installation, id: 'b', environmentType: 'PRODUCTION' }, issueUpdated);
  host.tellEvent({ ...installation, id: 'c', licenseActive: false }, issueUpdated);
  await advance(2_000);
  expect(ran()).toHaveLength(2);
});

it('one installation hears nothing of the other’s site', async () => {
  const { host, installation, advance } = busyStage();
  host.tellEvent({ ...installation, id: 'a' }, issueUpdated);
  host.tellEvent({ ...installation, id: 'b' }, { ...issueUpdated, name: 'avi:jira:created:issue' });
  await advance(2_000);
  expect(host.invocations().map(({ installationId, delivery }) => [installationId, delivery?.name])).toEqual([
    ['a', 'avi:jira:updated:issue'],
    ['b', 'avi:jira:created:issue'],
  ]);
});
