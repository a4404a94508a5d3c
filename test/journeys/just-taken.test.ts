import type { RuleInput } from '../../src/contract/rule';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { fieldRef, levelChoice, twoGroups } from './rules';
import { govern, HOUR, SOON } from './stage';

const { hrReaders, legalReviewers } = acme.groups;
const MINUTE = 60_000;

/** HR readers alone, and HR readers beside legal reviewers. */
const oneOrBoth = (connectionId: string): RuleInput['access'] => ({
  kind: 'group-membership',
  connectionId,
  by: 'level',
  field: fieldRef('accessLevel', 'option'),
  choices: [levelChoice('HR readers'), { ...levelChoice('Legal reviewers'), groups: [...twoGroups] }],
});

/** Given, and withdrawn by an administrator, on a site that goes on showing for a while what is gone. */
async function withdrawnUnseen(lagMs: number) {
  const stage = await govern();
  await stage.change(stage.rule, { access: oneOrBoth(stage.connection.id) });
  const first = await stage.ask();
  await stage.approve(first);
  const second = await stage.ask({ level: 'Legal reviewers' });
  stage.site.conditions.lagMs.membership = lagMs;
  const [grant] = (await stage.view(first)).grants;
  await stage.call('grant.withdraw', { grantId: grant?.id ?? '' });
  expect(stage.isIn(hrReaders)).toBe(false);
  expect(await stage.view(first)).toMatchObject({ grants: [{ state: 'unverified' }] });
  return { stage, first, second };
}

it.each([
  [10_000, 0],
  [2 * MINUTE, 0],
  [2 * MINUTE, 50_000],
  [2 * MINUTE, 100_000],
])(
  'what was just lost is given anew, on a site that shows it for %i ms more, approved after %i ms',
  async (lagMs, waitMs) => {
    const { stage, first, second } = await withdrawnUnseen(lagMs);
    await stage.advance(waitMs);
    await stage.approve(second);
    await stage.advance(20 * MINUTE);
    expect(await stage.stateOf(second)).toBe('fulfilled');
    expect(stage.isIn(hrReaders)).toBe(true);
    expect(await stage.view(first)).toMatchObject({ grants: [{ state: 'revoked' }] });
    await stage.advance(9 * HOUR);
    expect(stage.isIn(hrReaders)).toBe(false);
    stage.close();
  },
);

it('a group that has to wait for that keeps no other group of the request back', async () => {
  const { stage, second } = await withdrawnUnseen(2 * MINUTE);
  await stage.approve(second);
  await stage.advance(SOON);
  expect(stage.isIn(legalReviewers)).toBe(true);
  expect(stage.isIn(hrReaders)).toBe(false);
  stage.close();
});

it('an administrator who tries again meanwhile reads why it waits', async () => {
  const { stage, second } = await withdrawnUnseen(2 * MINUTE);
  await stage.approve(second);
  expect(await stage.call('request.retry', { issueId: second })).toMatchObject({
    ok: false,
    problem: {
      code: 'conflict',
      message: expect.stringContaining('has just taken this access back') as string,
    },
  });
  stage.close();
});
