import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { valueOf } from '../start';
import { employee, govern, HOUR, type Stage } from './stage';

const { hrReaders, legalReviewers } = acme.groups;

/** One group that the token may not change, whatever else it may. */
const forbid = ({ faults }: Stage, method: 'POST' | 'DELETE', groupId: string) =>
  faults.declare({
    id: 'forbidden',
    match: { service: 'egress', operation: `${method} /rest/api/3/group/user`, key: `/${groupId}/` },
    effect: { kind: 'error', status: 403 },
  });

/** How often the connection was written down as failed. */
const failures = async ({ call, connection: { id } }: Stage) =>
  valueOf(await call('connection.history', { id })).items.filter(({ what }) => what === 'connection.failed')
    .length;

it('a group that is forbidden fails by itself, and everybody else is served', async () => {
  const stage = await govern();
  forbid(stage, 'POST', hrReaders);
  const refused = await stage.ask();
  await stage.approve(refused);
  const other = await stage.ask({ level: 'Legal reviewers' });
  await stage.approve(other);
  expect((await stage.view(refused)).grants).toMatchObject([
    { state: 'failed', problem: { code: 'refused' }, actions: [] },
  ]);
  expect([await stage.stateOf(other), stage.isIn(legalReviewers)]).toEqual(['fulfilled', true]);
  expect(await failures(stage)).toBe(0);
  expect(stage.faults.unfired()).toEqual([]);
  stage.close();
});

it('a removal that is forbidden is tried until it works, and keeps no other access from ending', async () => {
  const stage = await govern();
  const [stays, goes] = [await stage.ask(), await stage.ask({ level: 'Legal reviewers' })];
  await stage.approve(stays);
  await stage.approve(goes);
  forbid(stage, 'DELETE', hrReaders);
  await stage.advance(11 * HOUR);
  expect(stage.isIn(legalReviewers)).toBe(false);
  expect((await stage.view(stays)).grants).toMatchObject([
    { state: 'blocked', problem: { code: 'refused' } },
  ]);
  expect(await failures(stage)).toBe(0);
  stage.faults.clear();
  await stage.advance(HOUR);
  expect(stage.isIn(hrReaders)).toBe(false);
  stage.close();
});

it('forbidden only once it had been added, which nobody could see: it is taken back', async () => {
  const stage = await govern();
  const id = await stage.ask();
  stage.faults.declare({
    id: 'dies',
    match: { service: 'egress', operation: 'POST /rest/api/3/group/user', phase: 'after' },
    effect: { kind: 'crash' },
  });
  await stage.approve(id);
  expect(stage.isIn(hrReaders)).toBe(true);
  stage.faults.clear();
  const none = JSON.stringify({ results: [], start: 0, limit: 200, size: 0, _links: {} });
  const listing = { service: 'egress', operation: '/memberof/', key: `/${employee}/` } as const;
  stage.faults.declare({ id: 'stale', match: listing, effect: { kind: 'answer', body: none } });
  forbid(stage, 'POST', hrReaders);
  await stage.advance(11 * 60_000);
  expect(stage.faults.unfired()).toEqual([]);
  stage.faults.clear();
  await stage.advance(HOUR);
  expect(stage.isIn(hrReaders)).toBe(false);
  expect(await stage.stateOf(id)).toBe('failed');
  stage.close();
});
