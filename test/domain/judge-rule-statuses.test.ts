import { problemsOf } from '../../src/domain/judge-rule';
import type { ApprovalPolicy, RuleDefinition } from '../../src/domain/rule';
import { aForm, aPolicy, aRule, aStatus } from './builders';

const blamed = (rule: RuleDefinition) =>
  problemsOf(rule, { form: aForm(), others: [] }).map(({ path }) => path.join('.'));
const asks = (over: Partial<ApprovalPolicy>) => ({ approval: aPolicy(over) });

describe('what a status means', () => {
  const decision = (approved: string[], declined: string[]) => ({
    decision: { approved: approved.map(aStatus), declined: declined.map(aStatus) },
  });

  it.each<[string, Partial<RuleDefinition>, string[]]>([
    ['nothing, where the record decides', decision([], []), []],
    [
      'nothing, where it alone decides',
      { ...decision([], []), ...asks({ by: 'status' }) },
      ['decision.approved'],
    ],
    ['both', decision(['approved', 'done'], ['done']), ['decision.declined']],
    [
      'one that tickets cannot have',
      decision(['gone'], ['gone too']),
      ['decision.approved', 'decision.declined'],
    ],
    ['fulfilled', { outcome: { fulfilled: aStatus('done'), failed: aStatus('failed') } }, []],
    [
      'fulfilled, in a status that is gone',
      { outcome: { fulfilled: aStatus('gone') } },
      ['outcome.fulfilled'],
    ],
    ['failed, in a status that is gone', { outcome: { failed: aStatus('gone') } }, ['outcome.failed']],
    ['failed and approved', { outcome: { failed: aStatus('approved') } }, ['outcome.failed']],
    ['fulfilled and declined', { outcome: { fulfilled: aStatus('declined') } }, ['outcome.fulfilled']],
  ])('%s', (...[, rule, paths]) => {
    expect(blamed(aRule(rule))).toEqual(paths);
  });
});
