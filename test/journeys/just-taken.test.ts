import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { employee, govern, HOUR, SOON } from './stage';

const { hrReaders } = acme.groups;
const MINUTE = 60_000;

/** Given, and withdrawn by an administrator, on a site that goes on showing for a while what is gone. */
async function withdrawnUnseen(lagMs: number) {
  const stage = await govern();
  const first = await stage.ask();
  await stage.approve(first);
  const second = await stage.ask();
  stage.site.conditions.lagMs.membership = lagMs;
  const [grant] = (await stage.view(first)).grants;
  await stage.call('grant.withdraw', { grantId: grant?.id ?? '' });
  expect(stage.isIn(hrReaders)).toBe(false);
  expect(await stage.view(first)).toMatchObject({ grants: [{ state: 'unverified' }] });
  return { stage, second };
}

it('access that another request has just lost is given anew, although the site still shows it', async () => {
  const { stage, second } = await withdrawnUnseen(10_000);
  await stage.approve(second);
  await stage.advance(10 * MINUTE);
  expect(await stage.stateOf(second)).toBe('fulfilled');
  expect(stage.isIn(hrReaders)).toBe(true);
  await stage.advance(9 * HOUR);
  expect(stage.isIn(hrReaders)).toBe(false);
  stage.close();
});

it('what somebody gave by hand just before is theirs, although the site did not show it yet', async () => {
  const stage = await govern();
  const id = await stage.ask();
  stage.site.conditions.lagMs.membership = 3 * MINUTE;
  stage.site.directory.setMember(hrReaders, employee, true);
  await stage.approve(id);
  await stage.advance(30 * MINUTE);
  expect(await stage.stateOf(id)).toBe('fulfilled');
  await stage.advance(9 * HOUR + SOON);
  expect(await stage.view(id)).toMatchObject({ grants: [{ state: 'released' }] });
  expect(stage.isIn(hrReaders)).toBe(true);
  stage.close();
});
