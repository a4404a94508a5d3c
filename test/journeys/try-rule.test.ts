import type { TrialView } from '../../src/contract/rule-views';
import type { RuleInput } from '../../src/contract/rule';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { valueOf } from '../start';
import { aGroupRule } from './rules';
import { govern, HOUR, type Stage } from './stage';

/** Runs the rule of the stage on a ticket, changed as told. */
async function trial(stage: Stage, issueId: string, over: Partial<RuleInput> = {}): Promise<TrialView> {
  const { key } = stage.site.work.issue(issueId);
  const rule = aGroupRule(stage.connection.id, over);
  return valueOf(await stage.call('rule.try', { rule, issueKey: key }));
}

async function given() {
  const stage = await govern();
  const issueId = await stage.ask();
  await stage.approve(issueId);
  return { stage, issueId };
}

describe('Try it on a ticket that a rule has answered', () => {
  it('says by which rule it was taken up, what became of it, and when exactly the access ends', async () => {
    const { stage, issueId } = await given();
    const { grants } = await stage.view(issueId);
    const tried = await trial(stage, issueId, { name: 'Another one' });
    expect(tried.taken).toEqual({
      issueId,
      ruleName: stage.rule.rule.name,
      ruleVersion: 1,
      state: 'fulfilled',
      end: { kind: 'at', at: grants[0]?.until },
    });
    expect(tried).toMatchObject({ decision: 'give', why: 'Its approval counts.' });
  });

  it('says the end that an administrator chose, and then that it is over', async () => {
    const { stage, issueId } = await given();
    const until = new Date(stage.clock.time() + 72 * HOUR).toISOString();
    const [grant] = (await stage.view(issueId)).grants;
    valueOf(await stage.call('grant.extend', { grantId: grant?.id ?? '', until }));
    expect((await trial(stage, issueId)).taken?.end).toEqual({ kind: 'at', at: until });
    await stage.advance(73 * HOUR);
    expect((await trial(stage, issueId)).taken).toMatchObject({
      state: 'fulfilled',
      endedAt: expect.any(String),
    });
  });

  it('says of access for good that it has no end', async () => {
    const stage = await govern({ end: { kind: 'never' } });
    const issueId = await stage.ask();
    await stage.approve(issueId);
    expect((await trial(stage, issueId)).taken?.end).toEqual({ kind: 'never' });
    expect((await trial(stage, issueId, { end: { kind: 'never' } })).until).toEqual({ kind: 'never' });
  });

  it('names no end before there is an approval, and none of what was declined', async () => {
    const stage = await govern();
    const issueId = await stage.ask();
    const waiting = await trial(stage, issueId);
    expect(waiting).toMatchObject({ decision: 'wait', until: { kind: 'for', hours: 8 } });
    expect(waiting.taken).toMatchObject({ state: 'awaiting-approval' });
    expect(waiting.taken).not.toHaveProperty('end');
    await stage.decline(issueId);
    const declined = await trial(stage, issueId);
    expect(declined.taken).toMatchObject({ state: 'declined' });
    expect(declined.taken).not.toHaveProperty('end');
  });

  it('still tells it once that rule is deleted', async () => {
    const { stage, issueId } = await given();
    const { id, version } = stage.rule;
    valueOf(await stage.call('rule.delete', { id, version }));
    expect((await trial(stage, issueId)).taken).toMatchObject({ ruleName: '', ruleVersion: 1 });
  });
});

describe('Try it on a ticket that no rule has answered', () => {
  it('tells of no request, and says its decision once', async () => {
    const stage = await govern();
    const { id, version } = stage.rule;
    valueOf(await stage.call('rule.disable', { id, version }));
    const issueId = await stage.ask();
    const tried = await trial(stage, issueId);
    expect(tried).not.toHaveProperty('taken');
    expect(tried).toMatchObject({ decision: 'wait', why: 'It has no approval that counts yet.' });
    expect(tried.lines.map(({ finding }) => finding)).not.toContain(tried.why);
  });

  it('says in its lines, and only there, that the rule is not for it', async () => {
    const stage = await govern();
    const issueId = await stage.ask({ requestTypeId: acme.desk.requestTypes.privilegedAccess.id });
    expect(await trial(stage, issueId)).toMatchObject({
      decision: 'not-this-rule',
      why: '',
      lines: [{ outcome: 'failed', finding: 'Project, request type or conditions do not fit.' }],
    });
  });
});

it('Try it says of a key that the app cannot see which field is to be mended', async () => {
  const stage = await govern();
  const rule = aGroupRule(stage.connection.id);
  expect(await stage.call('rule.try', { rule, issueKey: 'IT-999' })).toMatchObject({
    ok: false,
    problem: { fields: { issueKey: expect.stringMatching(/^This app cannot see a ticket with this key/) } },
  });
});
