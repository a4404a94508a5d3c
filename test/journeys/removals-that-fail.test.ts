import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { valueOf } from '../start';
import { employee, govern, HOUR, SOON, type Stage } from './stage';

const { hrReaders } = acme.groups;
const DAY = 24 * HOUR;

async function given(over: Parameters<typeof govern>[0] = {}) {
  const stage = await govern(over);
  const id = await stage.ask();
  await stage.approve(id);
  const [grant] = (await stage.view(id)).grants;
  return { stage, id, grantId: grant?.id ?? '' };
}
const grantOf = async (stage: Stage, id: string) => (await stage.view(id)).grants[0];

it('access without an end that an administrator withdrew, and that is not gone, is overdue as any other', async () => {
  const { stage, id, grantId } = await given({ end: { kind: 'never' } });
  stage.faults.declare({
    ...{ id: 'down', effect: { kind: 'error', status: 503 } },
    match: { service: 'egress', operation: 'DELETE /rest/api/3/group/user' },
  });
  valueOf(await stage.call('grant.withdraw', { grantId }));
  await stage.advance(HOUR);
  expect(valueOf(await stage.call('request.alerts'))).toMatchObject({ overdue: 1 });
  const told = () => stage.said(id).filter((text) => text.includes('should have left'));
  expect(told()).toHaveLength(1);
  await stage.advance(12 * HOUR);
  expect(told()).toHaveLength(1);
  stage.faults.clear();
  await stage.advance(2 * HOUR);
  expect(stage.isIn(hrReaders)).toBe(false);
  expect(valueOf(await stage.call('request.alerts'))).toMatchObject({ overdue: 0 });
  stage.close();
});

it('a site that asks for a day of patience is asked again sooner about access that has to go', async () => {
  const { stage, grantId } = await given({ end: { kind: 'never' } });
  stage.faults.declare({
    ...{
      id: 'busy',
      effect: { kind: 'error', status: 429, headers: { 'retry-after': '86400' } },
      maxFires: 1,
    },
    match: { service: 'egress', operation: 'DELETE /rest/api/3/group/user' },
  });
  valueOf(await stage.call('grant.withdraw', { grantId }));
  expect(stage.isIn(hrReaders)).toBe(true);
  await stage.advance(HOUR);
  expect(stage.isIn(hrReaders)).toBe(false);
  stage.close();
});

it('of an account that was closed nobody can see what is gone: the grant ends when that is acknowledged', async () => {
  const { stage, id, grantId } = await given();
  stage.site.directory.setPerson(employee, { accountStatus: 'closed', membershipStatus: 'none' });
  await stage.advance(10 * HOUR);
  expect(await grantOf(stage, id)).toMatchObject({ state: 'blocked', problem: { code: 'person-gone' } });
  const before = (await stage.view(id)).timeline.length;
  await stage.advance(DAY);
  expect((await stage.view(id)).timeline.length - before).toBeLessThan(20);

  valueOf(await stage.call('grant.acknowledge', { grantId }));
  await stage.advance(SOON);
  expect(await grantOf(stage, id)).toMatchObject({ state: 'released', actions: [] });
  expect(stage.said(id).at(-1)).toContain('an administrator has accepted that');
  await stage.advance(HOUR);
  const { id: connectionId } = stage.connection;
  const { version } = valueOf(await stage.call('connection.read', { id: connectionId }));
  valueOf(await stage.call('connection.disconnect', { id: connectionId, version }));
  stage.close();
}, 30_000);

it('access to a group that was made an admin group meanwhile ends at its end', async () => {
  const { stage, id } = await given();
  stage.site.directory.setGroup(hrReaders, { roles: [{ resource: 'confluence', role: 'admin' }] });
  await stage.advance(9 * HOUR);
  expect(stage.isIn(hrReaders)).toBe(false);
  expect(await grantOf(stage, id)).toMatchObject({ state: 'revoked' });
  stage.close();
});
