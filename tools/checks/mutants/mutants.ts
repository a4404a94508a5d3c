import { mutantsOfRequests } from './mutants-of-requests';
import type { Mutant } from './mutant';

/** What must never break unnoticed: the door, the secrets, the read-back, the guards, the trail. */
export const mutants: readonly Mutant[] = [
  {
    name: 'the door lets everybody in',
    file: 'src/forge/command.ts',
    find: 'await requireRole[command.role](invocation.accountId);',
    replace: '',
    tests: ['test/forge/door.test.ts'],
  },
  {
    name: 'no answer about a permission is taken for a yes',
    file: 'src/forge/admin.ts',
    find: 'if (response.status === 401 || response.status === 403) return false;',
    replace: 'if (!response.ok) return true;',
    tests: ['test/forge/door.test.ts'],
  },
  {
    name: 'inherited names are calls',
    file: 'src/forge/resolver.ts',
    find: 'if (Object.hasOwn(calls, request.call.functionKey))',
    replace: 'if (request.call.functionKey in calls)',
    tests: ['test/forge/door.test.ts'],
  },
  {
    name: 'the secret wrapper shows its value',
    file: 'src/domain/secret.ts',
    find: 'toJSON(): string {\n    return MASK;',
    replace: 'toJSON(): string {\n    return this.#value;',
    tests: ['test/domain/secret.test.ts'],
  },
  {
    name: 'the log is not redacted',
    file: 'src/forge/log.ts',
    find: "text.replace(/[^\\s\"',;(){}]{24,}/g, '•••')",
    replace: 'text',
    tests: ['test/forge/log.test.ts'],
  },
  {
    name: 'access that was given is not looked at again',
    file: 'src/connectors/confluence/give.ts',
    find: "if (fault?.code !== 'target-forbidden' && (await comesTrue(wait, isThere)))",
    replace: "if (!fault || (fault.code !== 'target-forbidden' && (await comesTrue(wait, isThere))))",
    tests: ['test/connectors/confluence.contract.test.ts'],
  },
  {
    name: 'access that was taken is not looked at again',
    file: 'src/connectors/confluence/remove.ts',
    find: 'if (await comesTrue(means.wait, isGone)) return;',
    replace: 'if (!fault || (await comesTrue(means.wait, isGone))) return;',
    tests: ['test/connectors/confluence-revoke.test.ts', 'test/connectors/confluence.contract.test.ts'],
  },
  {
    name: 'a change is written whatever moved meanwhile',
    file: 'src/forge/store/commit.ts',
    find: 'const entity = { entityName: entities.guard, conditions };',
    replace: 'void conditions;\n  const entity = { entityName: entities.guard };',
    tests: ['test/app/edit.test.ts', 'test/app/connect.test.ts'],
  },
  {
    name: 'a change leaves no event',
    file: 'src/forge/store/commit.ts',
    find: 'for (const event of change.events) {',
    replace: 'for (const event of change.events.slice(1)) {',
    tests: ['test/app/connect.test.ts'],
  },
  {
    name: 'a refused credential is kept',
    file: 'src/app/check-credential.ts',
    find: 'if (!isAccepted(lines) || !account) return shown;',
    replace: 'if (!account) return shown;',
    tests: ['test/app/settings.test.ts'],
  },
  {
    name: 'a draft serves anybody',
    file: 'src/domain/draft.ts',
    find: 'draft.by === by && ',
    replace: '',
    tests: ['test/app/connect.test.ts'],
  },
  {
    name: 'the token is sent to wherever it is told',
    file: 'src/connectors/confluence/address.ts',
    find: 'if (!CLOUD_ID.test(cloudId) || !PATH.test(path)) throw refuse();',
    replace: '',
    tests: ['test/connectors/confluence-address.test.ts'],
  },
  ...mutantsOfRequests,
];
