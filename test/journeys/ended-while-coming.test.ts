import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { credentialOf, valueOf } from '../start';
import { oneLevelFor, twoGroups } from './rules';
import { govern, HOUR, type Stage } from './stage';

const { groups, people, tokens } = acme;
const MINUTE = 60_000;
const adding = { service: 'egress', operation: '/^POST .*group\\/user$/' } as const;

const onlyGrant = async (stage: Stage, id: string) => (await stage.view(id)).grants[0];

function revokeTokens({ site: { directory } }: Stage): void {
  for (const { id } of directory.tokensOf(people.orgAdmin.accountId))
    if (id !== 'rotation-token') directory.revokeToken(id);
}

async function repair({ call, connection: { id, version } }: Stage): Promise<void> {
  const values = credentialOf(tokens.rotation);
  const checked = valueOf(
    await call('credential.check', { connector: 'confluence', connection: id, values }),
  );
  valueOf(await call('connection.rotate', { id, version, draft: checked.draft ?? '', values: {} }));
}

it('what an administrator withdraws while its connection is broken is not given when that is repaired', async () => {
  const stage = await govern();
  const id = await stage.ask();
  stage.faults.declare({ id: 'adding', match: adding, effect: { kind: 'error', status: 503 } });
  await stage.approve(id);
  stage.faults.clear();
  revokeTokens(stage);
  await stage.advance(20 * MINUTE);
  const grant = await onlyGrant(stage, id);
  expect(grant).toMatchObject({ state: 'blocked', problem: { code: 'credential' } });
  valueOf(await stage.call('grant.withdraw', { grantId: grant?.id ?? '' }));
  await repair(stage);
  await stage.advance(20 * MINUTE);
  expect(await onlyGrant(stage, id)).toMatchObject({ state: 'revoked' });
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  expect(await stage.view(id)).toMatchObject({
    state: 'failed',
    why: 'An administrator ended it before it was given.',
  });
  stage.close();
});

it('what is there and could not be seen for hours goes at its end, and not at its next attempt', async () => {
  const stage = await govern({ end: { kind: 'after', hours: 8 } });
  const id = await stage.ask();
  const seeing = { service: 'egress', operation: '/memberof/' } as const;
  stage.faults.declare({ id: 'seeing', match: seeing, effect: { kind: 'error', status: 503 } });
  await stage.approve(id);
  expect(stage.isIn(groups.hrReaders)).toBe(true);
  await stage.advance(7.9 * HOUR);
  stage.faults.clear();
  const until = Date.parse((await onlyGrant(stage, id))?.until ?? '');
  await stage.advance(until - stage.clock.time() + MINUTE);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  stage.close();
});

it('a request is not over while one of its groups is still to come', async () => {
  const stage = await govern();
  await stage.change(stage.rule, { access: oneLevelFor(stage.connection.id, twoGroups) });
  const id = await stage.ask();
  const dies = { ...adding, phase: 'after' } as const;
  stage.faults.declare({ id: 'dies', match: dies, effect: { kind: 'crash' }, maxFires: 1 });
  await stage.approve(id);
  stage.site.directory.removeGroup(groups.hrReaders);
  await stage.advance(30 * MINUTE);
  expect(stage.isIn(groups.legalReviewers)).toBe(true);
  const { state, endedAt } = await stage.view(id);
  expect([state, endedAt]).toEqual(['partly-fulfilled', undefined]);
  await stage.advance(9 * HOUR);
  expect(stage.isIn(groups.legalReviewers)).toBe(false);
  expect(stage.said(id).at(-1)).toContain('is no longer a member of the group “legal-reviewers”');
  stage.close();
});

it.each([
  ['is permanent', { kind: 'never' } as const],
  ['lasts for months', { kind: 'after', hours: 4_800 } as const],
])('access that %s goes, though its withdrawal was tried again before the repair', async (_how, end) => {
  const stage = await govern({ end });
  const id = await stage.ask();
  await stage.approve(id);
  const grantId = (await onlyGrant(stage, id))?.id ?? '';
  revokeTokens(stage);
  valueOf(await stage.call('grant.withdraw', { grantId }));
  await stage.advance(20 * MINUTE);
  valueOf(await stage.call('grant.retry', { grantId }));
  await stage.advance(20 * MINUTE);
  await repair(stage);
  await stage.advance(20 * MINUTE);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  stage.close();
});
