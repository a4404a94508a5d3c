import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { problemOf, valueOf } from '../start';
import { oneLevelFor } from './rules';
import { employee, govern, HOUR } from './stage';

const { handbookEditors, confluenceUsers } = acme.groups;

/** The rule gives the editors of the handbook: permissions in one space, which open nothing by themselves. */
async function start() {
  const stage = await govern();
  const source = { connection: stage.connection.id };
  const found = valueOf(
    await stage.call('option.search', { source, kind: 'membership', query: 'Handbook' }),
  ).items;
  await stage.change(stage.rule, { access: oneLevelFor(stage.connection.id, found) });
  const seats = () => stage.site.directory.seatsTaken('confluence');
  return { ...stage, found, seats };
}

it('a group that only has permissions in a space is chosen, given, seen by its members, and taken back', async () => {
  const { found, ask, approve, isIn, stateOf, statusOf, advance, view, seats, close } = await start();
  const detail = 'Does not open Confluence by itself: people need access to it already';
  expect(found).toEqual([{ id: handbookEditors, name: 'handbook-editors', detail }]);
  const before = seats();

  const issueId = await ask();
  expect(await stateOf(issueId)).toBe('awaiting-approval');
  await approve(issueId);
  expect(isIn(handbookEditors)).toBe(true);
  expect([await stateOf(issueId), statusOf(issueId)]).toEqual(['fulfilled', 'Completed']);
  // Nothing else came along: whoever has no access to Confluence still has none.
  expect([seats(), isIn(confluenceUsers)]).toEqual([before, false]);

  await advance(9 * HOUR);
  expect(isIn(handbookEditors)).toBe(false);
  const { grants, timeline } = await view(issueId);
  expect(grants.map(({ state }) => state)).toEqual(['revoked']);
  const done = timeline.map(({ what }) => what).filter((what) => what.startsWith('grant.'));
  expect(done).toEqual(['grant.intended', 'grant.succeeded', 'grant.withdrawing', 'grant.revoked']);
  close();
});

it('no seat of Confluence is needed for it', async () => {
  const { site, seats, ask, approve, isIn, stateOf, close } = await start();
  site.directory.setSeats('confluence', seats());
  const issueId = await ask();
  await approve(issueId);
  expect([await stateOf(issueId), isIn(handbookEditors)]).toEqual(['fulfilled', true]);
  close();
});

it('whoever was in it before stays in it', async () => {
  const { site, ask, approve, isIn, advance, view, close } = await start();
  site.directory.setMember(handbookEditors, employee, true);
  const issueId = await ask();
  await approve(issueId);
  await advance(9 * HOUR);
  expect(isIn(handbookEditors)).toBe(true);
  expect((await view(issueId)).grants.map(({ state }) => state)).toEqual(['released']);
  close();
});

it('it is no Default Group: there it is blocked, and saving refuses it', async () => {
  const { call, connection, close } = await start();
  const source = { connection: connection.id };
  const ids = [handbookEditors];
  const [described] = valueOf(await call('option.describe', { source, kind: 'groups', ids }));
  expect(described?.blocked).toContain('does not open Confluence');
  const search = { source, kind: 'groups', query: 'handbook' } as const;
  expect(valueOf(await call('option.search', search)).items).toEqual([]);
  const { id, version } = connection;
  const values = { name: 'Wiki', applicationAdmin: acme.people.plainUser.accountId, defaultGroups: ids };
  const { fields } = problemOf(await call('connection.update', { id, version, values }));
  expect(fields?.['defaultGroups']).toContain('handbook-editors');
  close();
});

it('taken away by hand, it is shown as gone by the daily round', async () => {
  const stage = await start();
  const issueId = await stage.ask();
  await stage.approve(issueId);
  await stage.forge.runSchedule(stage.installation, 'daily');
  expect((await stage.view(issueId)).grants[0]?.driftedAt).toBeUndefined();
  stage.site.directory.setMember(handbookEditors, employee, false);
  await stage.forge.runSchedule(stage.installation, 'daily');
  expect((await stage.view(issueId)).grants).toMatchObject([
    { state: 'active', driftedAt: expect.any(String) as string },
  ]);
  stage.close();
});
