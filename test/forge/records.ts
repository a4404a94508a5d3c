import type { RuleBook } from '../../src/app/governance-ports';
import type { Grant } from '../../src/domain/grant';
import type { Holding } from '../../src/domain/holding';
import type { AccessRequest } from '../../src/domain/request';
import { connectionsOf, type GroupAccess, type Rule } from '../../src/domain/rule';

/** What rests in the stores: all defaults, any override. */
const noon = new Date('2026-01-05T12:00:00.000Z');
const level = { id: 'customfield_10051', name: 'Access level', kind: 'option' } as const;

export const someAccess: GroupAccess = {
  kind: 'group-membership',
  connectionId: 'connection-1',
  by: 'level',
  field: level,
  choices: [{ option: { id: '1', label: 'Reader' }, groups: [{ id: 'group-1', name: 'hr-readers' }] }],
};

export const aRule = (over: Partial<Rule> = {}): Rule => ({
  id: 'rule-1',
  version: 1,
  state: 'enabled',
  name: 'HR readers',
  trigger: {
    deskId: '1',
    projectId: '10001',
    projectName: 'Access',
    requestTypeId: '11',
    requestTypeName: 'Get access',
    conditions: [{ field: level, anyOf: [{ id: '1', label: 'Reader' }] }],
  },
  access: someAccess,
  beneficiary: { kind: 'requester' },
  end: { kind: 'after', hours: 8 },
  approval: { by: 'record', sources: [{ kind: 'application-admin' }], need: 'any', count: 1, exempt: [] },
  decision: { approved: [{ id: '3', name: 'Approved' }], declined: [] },
  outcome: {},
  changedBy: 'ann',
  changedAt: noon,
  ...over,
});

export const aBookWith = (...rules: readonly Rule[]): RuleBook => ({
  version: 1,
  entries: rules.map((rule) => ({
    id: rule.id,
    version: rule.version,
    name: rule.name,
    state: rule.state,
    trigger: rule.trigger,
    kind: rule.access.kind,
    connectionIds: connectionsOf(rule),
    groupNames: ['hr-readers'],
    approval: rule.approval,
  })),
});

export const aRequest = (over: Partial<AccessRequest> = {}): AccessRequest => ({
  issueId: '20001',
  version: 1,
  state: 'received',
  key: 'ACC-1',
  ruleId: 'rule-1',
  ruleVersion: 1,
  requester: 'bob',
  asked: [],
  receivedAt: noon,
  changedAt: noon,
  outbox: [],
  ...over,
});

export const aGrant = (over: Partial<Grant> = {}): Grant => ({
  id: 'grant-1',
  issueId: '20001',
  ruleId: 'rule-1',
  connectionId: 'connection-1',
  accountId: 'bob',
  what: { resource: { kind: 'confluence.group', id: 'group-1', name: 'hr-readers' }, role: 'member' },
  privileged: false,
  state: 'pending',
  way: 'in',
  createdAt: noon,
  changedAt: noon,
  version: 1,
  attempts: 0,
  ...over,
});

export const aHolding = (over: Partial<Holding> = {}): Holding => ({
  id: 'holding-1',
  version: 1,
  accountId: 'bob',
  resourceId: 'group-1',
  grants: [{ id: 'grant-1', stage: 'intended' }],
  ...over,
});
