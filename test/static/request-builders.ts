import type { AlertsView, GrantView, RequestRowView, RequestView } from '@contract/request-views';
import type { RuleRowView } from '@contract/rule-views';
import type { AuditEventView } from '@contract/views';

export const GRANT = 'a'.repeat(40);

export const aRow = (row: Partial<RequestRowView> = {}): RequestRowView => ({
  issueId: '10042',
  key: 'IT-42',
  state: 'fulfilled',
  ruleId: 'r-1',
  ruleName: 'Readers',
  requester: 'eve',
  beneficiary: 'eve',
  groups: [{ id: 'g-1', name: 'hr-readers' }],
  receivedAt: '2026-01-05T11:00:00.000Z',
  changedAt: '2026-01-05T11:05:00.000Z',
  path: '/browse/IT-42',
  ...row,
});

export const aGrant = (grant: Partial<GrantView> = {}): GrantView => ({
  id: GRANT,
  issueId: '10042',
  accountId: 'eve',
  group: { id: 'g-1', name: 'hr-readers' },
  connectionId: 'c-1',
  state: 'active',
  way: 'in',
  until: '2099-01-05T20:00:00.000Z',
  overdue: false,
  createdAt: '2026-01-05T11:04:00.000Z',
  verifiedAt: '2026-01-05T11:04:30.000Z',
  actions: ['withdraw', 'extend'],
  ...grant,
});

export const anEvent = (event: Partial<AuditEventView> = {}): AuditEventView => ({
  id: `e-${event.what ?? 'received'}`,
  what: 'request.received',
  at: '2026-01-05T11:00:00.000Z',
  by: { kind: 'event' },
  detail: { rule: 'r-1', ruleVersion: 3, requester: 'eve' },
  ...event,
});

export const aRequest = (request: Partial<RequestView> = {}): RequestView => ({
  ...aRow(),
  ruleVersion: 3,
  hash: 'f00dfeed'.repeat(8),
  hasReason: true,
  asked: ['ada'],
  approval: { kind: 'record', id: '17', by: ['ada'], at: '2026-01-05T11:03:00.000Z' },
  endsAt: '2099-01-05T20:00:00.000Z',
  grants: [aGrant()],
  timeline: [anEvent()],
  retryable: false,
  ...request,
});

export const noAlerts: AlertsView = {
  overdue: 0,
  blocked: 0,
  unverified: 0,
  quarantined: 0,
  stopped: 0,
  drifted: 0,
  waiting: 0,
  unasked: 0,
};

export const aRuleRow = (rule: Partial<RuleRowView> = {}): RuleRowView => ({
  id: 'r-1',
  version: 3,
  name: 'Readers',
  state: 'enabled',
  kind: 'group-membership',
  projectName: 'IT Help',
  requestTypeName: 'Access',
  conditions: [],
  connections: [{ id: 'c-1', name: 'Team wiki' }],
  groups: ['hr-readers'],
  approval: { by: 'record', sources: [], need: 'any', count: 1, exempt: [] },
  ...rule,
});
