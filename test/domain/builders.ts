import type { Snapshot } from '../../src/domain/request';
import type { ApprovalPolicy, FieldRef, GroupAccess, RuleDefinition, Trigger } from '../../src/domain/rule';
import type { Form, FormField } from '../../src/domain/rule-form';
import type { ApprovalEvidence, FieldKind, OptionRef, Ticket, TicketChange } from '../../src/domain/ticket';

export const noon = new Date('2026-03-02T12:00:00Z');
export const later = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000);

export const aField = (id: string, kind: FieldKind = 'option'): FieldRef => ({ id, name: `The ${id}`, kind });
export const anOption = (id: string): OptionRef => ({ id, label: `Option ${id}` });
export const aGroup = (id: string) => ({ id, name: `Group ${id}` });
export const aStatus = (id: string) => ({ id, name: `Status ${id}` });

export const aTrigger = (over: Partial<Trigger> = {}): Trigger => ({
  deskId: 'desk',
  projectId: 'project',
  projectName: 'Help',
  requestTypeId: 'access',
  requestTypeName: 'Access',
  conditions: [],
  ...over,
});

export const aPolicy = (over: Partial<ApprovalPolicy> = {}): ApprovalPolicy => ({
  by: 'record',
  sources: [{ kind: 'people', ids: ['ann', 'abe'] }],
  need: 'any',
  count: 1,
  exempt: [],
  ...over,
});

export const groupAccess = (over: Partial<GroupAccess> = {}): GroupAccess => ({
  kind: 'group-membership',
  connectionId: 'wiki',
  by: 'level',
  field: aField('level'),
  choices: [
    { option: anOption('read'), groups: [aGroup('readers')] },
    { option: anOption('write'), groups: [aGroup('readers'), aGroup('writers')] },
  ],
  ...over,
});

/** Readers of the wiki for eight hours, after the word of Ann or Abe. */
export const aRule = (over: Partial<RuleDefinition> = {}): RuleDefinition => ({
  name: 'Wiki',
  trigger: aTrigger(),
  access: groupAccess(),
  beneficiary: { kind: 'requester' },
  end: { kind: 'after', hours: 8 },
  approval: aPolicy(),
  decision: { approved: [aStatus('approved')], declined: [aStatus('declined')] },
  outcome: {},
  ...over,
});

export const aPrivilegedRule = (over: Partial<RuleDefinition> = {}): RuleDefinition =>
  aRule({
    access: groupAccess({ kind: 'privileged-access' }),
    reason: aField('reason', 'text'),
    approval: aPolicy({ count: 2 }),
    ...over,
  });

export const aTicket = (over: Partial<Ticket> = {}): Ticket => ({
  issueId: '10001',
  key: 'HELP-1',
  projectId: 'project',
  requestTypeId: 'access',
  statusId: 'waiting',
  isDone: false,
  creator: 'rae',
  reporter: 'rae',
  createdAt: noon,
  values: {
    level: { kind: 'option', option: anOption('read') },
    reason: { kind: 'text', text: 'For the audit' },
  },
  changes: [],
  ...over,
});

export const aChange = (field: string, by: string, over: Partial<TicketChange> = {}): TicketChange => ({
  id: `${field}-${by}`,
  at: later(1),
  by,
  field,
  from: null,
  to: 'something',
  ...over,
});

export const moved = (to: string, by: string): TicketChange => aChange('status', by, { from: 'waiting', to });

export const aSnapshot = (over: Partial<Snapshot> = {}): Snapshot => ({
  requester: 'rae',
  beneficiary: 'rae',
  connectionId: 'wiki',
  groups: [aGroup('readers')],
  privileged: false,
  until: { kind: 'for', hours: 8 },
  zone: 'Europe/Berlin',
  hash: 'content',
  askedHash: 'asked',
  changesSeen: 0,
  ...over,
});

export const anApproval = (
  by: readonly string[],
  over: Partial<ApprovalEvidence> = {},
): ApprovalEvidence => ({
  id: 'approval-1',
  decision: 'approved',
  answers: by.map((person) => ({ by: person, decision: 'approved', active: true })),
  createdAt: later(2),
  completedAt: later(3),
  ...over,
});

export const aFormField = (
  id: string,
  kind: FormField['kind'] = 'option',
  options: readonly string[] = [],
): FormField => ({
  id,
  name: `The ${id}`,
  kind,
  options: options.map(anOption),
});

export const aForm = (...more: readonly FormField[]): Form => ({
  fields: [aFormField('level', 'option', ['read', 'write', 'own']), aFormField('reason', 'text'), ...more],
  ticketFields: [aFormField('approvers', 'people')],
  statusIds: ['waiting', 'approved', 'declined', 'done', 'failed'],
});
