import type { Mutant } from './mutant';

/** The way from a request to access and back: whose word counts, what is given, what is taken, what is told. */
export const mutantsOfRequests: readonly Mutant[] = [
  {
    name: 'the calls of rules and requests need no door',
    file: 'src/forge/command.ts',
    find: 'await requireRole[command.role](invocation.accountId);',
    replace:
      "if (!String(command.audit).startsWith('rule.')) await requireRole[command.role](invocation.accountId);",
    tests: ['test/forge/door.test.ts'],
  },
  {
    name: 'an approver who has a hand in the request counts',
    file: 'src/domain/judge-approval.ts',
    find: 'filter((person) => !interested.has(person))',
    replace: 'filter(() => true)',
    tests: ['test/domain/self-approval.test.ts', 'test/domain/decide.test.ts'],
  },
  {
    name: 'nobody at all is enough to approve',
    file: 'src/domain/judge-approval.ts',
    find: 'counted.length >= Math.max(1, policy.count)',
    replace: 'counted.length >= 0',
    tests: ['test/domain/decide.test.ts'],
  },
  {
    name: 'an edit that was taken back is not seen',
    file: 'src/domain/decide.ts',
    find: 'contentNow !== snapshot.hash || boundChanges(ticket, bound) !== snapshot.changesSeen',
    replace: 'contentNow !== snapshot.hash',
    tests: ['test/domain/decide-edited.test.ts'],
  },
  {
    name: 'an edit after the answer is understood anew',
    file: 'src/domain/decide.ts',
    find: "return isAnswered(input) ? { kind: 'void', why: 'edited' } : { kind: 'refreeze' };",
    replace: "void isAnswered;\n    return { kind: 'refreeze' };",
    tests: ['test/domain/decide-edited.test.ts'],
  },
  {
    name: 'options are known by their labels',
    file: 'src/domain/read-choice.ts',
    find: 'choices.find(({ option }) => option.id === id)',
    replace: 'choices.find(({ option }) => option.label === label || option.id === id)',
    tests: ['test/domain/understand.test.ts'],
  },
  {
    name: 'the effect comes before the intent',
    file: 'src/app/give.ts',
    find: 'const claimed = await claim(ports, giving, { lease, heldBefore: before });',
    replace:
      'await look.give();\n  const claimed = await claim(ports, giving, { lease, heldBefore: before });',
    tests: ['test/journeys/intent.test.ts'],
  },
  {
    name: 'access that was there before us counts as ours',
    file: 'src/domain/change-holding.ts',
    find: 'held && (holding === undefined ||',
    replace: 'held && false && (holding === undefined ||',
    tests: ['test/domain/change-holding.test.ts'],
  },
  {
    name: 'access that another grant needs is taken',
    file: 'src/domain/change-holding.ts',
    find: "without(holding, grantId).every(({ stage }) => stage === 'leaving');",
    replace: 'without(holding, grantId).every(() => true);',
    tests: ['test/domain/change-holding.test.ts'],
  },
  {
    name: 'a lease holds nobody off',
    file: 'src/domain/change-holding.ts',
    find: 'act.until > now && !(holding?.lease && holding.lease.until > now)',
    replace: 'act.until > now',
    tests: ['test/domain/change-holding.test.ts'],
  },
  {
    name: 'nothing stops a mass removal',
    file: 'src/domain/brake.ts',
    find: 'leaving > MANY ||',
    replace: 'leaving > MANY * 1000 ||',
    tests: ['test/domain/brake.test.ts'],
  },
  {
    name: 'what was said on a ticket is said again',
    file: 'src/forge/service-desk/say.ts',
    find: 'if (said.has(key)) continue;',
    replace: '',
    tests: ['test/forge/service-desk/acts.test.ts'],
  },
  {
    name: 'access past its end is not announced',
    file: 'src/app/grant-view.ts',
    find: 'isLive(grant) && since !== undefined &&',
    replace: "isLive(grant) && grant.way === 'in' && since !== undefined &&",
    tests: ['test/journeys/alerts.test.ts'],
  },
];
