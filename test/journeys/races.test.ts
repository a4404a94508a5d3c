import { z } from 'zod';
import { kvsGrants } from '../../src/forge/store/grants';
import { kvsHoldings } from '../../src/forge/store/holdings';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { oneLevelFor, twoGroups } from './rules';
import { agent, approver, employee, govern, HOUR, option, SOON } from './stage';

const { desk } = acme;
const { hrReaders, legalReviewers } = acme.groups;
const unavailable = {
  id: 'adding',
  match: { service: 'egress', operation: 'POST /rest/api/3/group/user' },
  effect: { kind: 'error', status: 503 },
} as const;

const row = z.object({ body: z.string() });
const waking = z.object({ wakeAt: z.string() });

/** Stops whoever reads a holding next, between its reads, until `goOn`. */
function stopNextRead() {
  const store: { find: typeof kvsHoldings.find } = kvsHoldings;
  const { find } = store;
  const [reached, whenReached] = signal();
  const [gone, goOn] = signal();
  store.find = async (id) => {
    store.find = find;
    whenReached();
    await gone;
    return find(id);
  };
  return { reached, goOn };
}

function signal(): readonly [Promise<void>, () => void] {
  let ring = (): void => undefined;
  const rung = new Promise<void>((resolve) => {
    ring = resolve;
  });
  return [rung, ring];
}

/** A request that was approved while the site could not add anybody, and the grant that waits. */
async function waiting() {
  const stage = await govern();
  const id = await stage.ask();
  stage.faults.declare(unavailable);
  await stage.approve(id);
  stage.faults.clear();
  const [grant] = (await stage.view(id)).grants;
  return { stage, id, grantId: grant?.id ?? '' };
}

it('what an administrator withdraws in the middle of a run is not given by that run', async () => {
  const { stage, id, grantId } = await waiting();
  const { reached, goOn } = stopNextRead();
  const running = stage.advance(10 * 60_000);
  await reached;
  expect(await stage.call('grant.withdraw', { grantId })).toMatchObject({ ok: true });
  goOn();
  await running;
  expect(stage.isIn(hrReaders)).toBe(false);
  expect(await stage.stateOf(id)).toBe('failed');
  stage.close();
});

it.each(['lives', 'dies after giving'] as const)(
  'a request that is closed in the middle of a run, which %s, gives nothing that stays',
  async (what) => {
    const stage = await govern({ end: { kind: 'never' } });
    const id = await stage.ask();
    const { reached, goOn } = stopNextRead();
    stage.site.work.answer(id, { by: approver, decision: 'approved' });
    const running = stage.advance(SOON);
    await reached;
    const fields = { [desk.fields.accessLevel.id]: option('Legal reviewers') };
    stage.site.work.edit(id, { by: agent, fields });
    expect(await stage.call('request.retry', { issueId: id })).toMatchObject({ value: { state: 'void' } });
    if (what === 'dies after giving')
      stage.faults.declare({
        ...{ id: 'death', effect: { kind: 'crash' }, maxFires: 1 },
        match: { service: 'egress', operation: 'POST /rest/api/3/group/user', phase: 'after' },
      });
    goOn();
    await running;
    await stage.advance(HOUR);
    expect([hrReaders, legalReviewers].some((group) => stage.isIn(group))).toBe(false);
    expect(await stage.view(id)).toMatchObject({ state: 'void', grants: [] });
    stage.close();
  },
);

it.each(['grant.acknowledge', 'grant.retry'] as const)(
  '%s while the access is given does not make it last for ever',
  async (name) => {
    const { stage, id, grantId } = await waiting();
    const { body } = row.parse(stage.stored().entities['grant']?.[`grant#${grantId}`]);
    const { wakeAt } = waking.parse(JSON.parse(body));
    await stage.advance(Date.parse(wakeAt) - stage.clock.time() - 1_000);
    const { reached, goOn } = stopNextRead();
    const acting = stage.call(name, { grantId });
    await reached;
    await stage.advance(15_000);
    expect(stage.isIn(hrReaders)).toBe(true);
    goOn();
    await acting;
    await stage.advance(SOON);
    expect(await stage.stateOf(id)).toBe('fulfilled');
    await stage.advance(9 * HOUR);
    expect(stage.isIn(hrReaders)).toBe(false);
    stage.close();
  },
);

it('who gives up a request leaves alone whoever is at work on the same access for another', async () => {
  const stage = await govern();
  const [first, second] = [await stage.ask(), await stage.ask()];
  const looking = { service: 'egress', operation: '/^GET .*\\/user/' } as const;
  stage.faults.declare({ id: 'looking', match: looking, effect: { kind: 'error', status: 503 } });
  await stage.approve(second);
  await stage.advance(10 * 60_000);
  expect((await stage.view(second)).grants).toMatchObject([{ state: 'pending' }]);
  stage.faults.clear();
  stage.faults.declare({ ...unavailable, effect: { kind: 'crash' }, maxFires: 1 });
  await stage.approve(first);
  expect(stage.faults.unfired()).toEqual([]);
  await stage.move(second, 'Cancel', employee);
  await stage.call('request.retry', { issueId: first });
  expect(stage.isIn(hrReaders)).toBe(false);
  await stage.advance(5 * 60_000);
  expect(stage.isIn(hrReaders)).toBe(true);
  expect(await stage.stateOf(second)).toBe('failed');
  stage.close();
});

/** A request for two groups that was given both. */
async function both() {
  const stage = await govern();
  await stage.change(stage.rule, { access: oneLevelFor(stage.connection.id, twoGroups) });
  return { stage, id: await stage.ask() };
}

it('two groups of one request that end at once: the ticket is told, and the request has ended', async () => {
  const { stage, id } = await both();
  await stage.approve(id);
  const { grants } = await stage.view(id);
  const store: { findMany: typeof kvsGrants.findMany } = kvsGrants;
  const { findMany } = store;
  const [gone, goOn] = signal();
  let readers = 0;
  store.findMany = async (ids) => {
    const found = await findMany(ids);
    readers += 1;
    if (readers === 2) goOn();
    await gone;
    return found;
  };
  await Promise.all(grants.map((grant) => stage.call('grant.withdraw', { grantId: grant.id })));
  store.findMany = findMany;
  await stage.advance(10 * 60_000);
  const view = await stage.view(id);
  expect(view.grants.map(({ state }) => state)).toEqual(['revoked', 'revoked']);
  expect(view.endedAt).toBeDefined();
  expect(stage.said(id).at(-1)).toMatch(/is no longer a member of the groups/);
  stage.close();
});

it('what is withdrawn while the next group is given is told, and the request has ended', async () => {
  const { stage, id } = await both();
  stage.faults.declare({
    id: 'forbidden',
    match: { ...unavailable.match, key: `/${legalReviewers}/` },
    effect: { kind: 'error', status: 403 },
  });
  const store: { find: typeof kvsHoldings.find } = kvsHoldings;
  const { find } = store;
  let withdrawn: unknown;
  store.find = async (holding) => {
    const [first] = (await stage.view(id)).grants;
    if (first?.state === 'active' && withdrawn === undefined) {
      store.find = find;
      withdrawn = await stage.call('grant.withdraw', { grantId: first.id });
    }
    return find(holding);
  };
  await stage.approve(id);
  store.find = find;
  expect(withdrawn).toMatchObject({ ok: true });
  await stage.advance(10 * 60_000);
  const view = await stage.view(id);
  expect(view.grants.map(({ state }) => state)).toEqual(['revoked', 'failed']);
  expect(view.endedAt).toBeDefined();
  expect(stage.said(id).at(-1)).toContain('is no longer a member');
  stage.close();
});
