import type { RuleInput } from '@contract/rule';
import type {
  DeskView,
  FormFieldView,
  FormView,
  RuleRowView,
  RuleView,
  TrialView,
} from '@contract/rule-views';

const aField = (id: string, name: string, field: Partial<FormFieldView> = {}): FormFieldView => ({
  id,
  name,
  kind: 'option',
  required: false,
  options: [],
  ...field,
});
const options = (...labels: string[]) => labels.map((label) => ({ id: `o-${label}`, label }));

export const itHelp: DeskView = {
  id: '1',
  projectId: '10001',
  projectKey: 'IT',
  projectName: 'IT Help',
  requestTypes: [
    { id: '102', name: 'Group membership', description: 'See what a team shares.' },
    { id: '103', name: 'Privileged access', description: '' },
  ],
};

export const fields = {
  level: aField('f-level', 'Access level', { options: options('Readers', 'Writers') }),
  groups: aField('f-groups', 'Requested groups', { kind: 'options', options: options('hr', 'legal') }),
  duration: aField('f-duration', 'Duration', { options: options('8 hours', '2 days', 'long') }),
  expiresOn: aField('f-date', 'Expires on', { kind: 'date' }),
  reason: aField('f-reason', 'Reason', { kind: 'text' }),
  forWhom: aField('f-whom', 'For whom', { kind: 'person' }),
};

export const form: FormView = {
  fields: Object.values(fields),
  ticketFields: [aField('f-approvers', 'Approvers', { kind: 'people' })],
  statuses: [
    { id: 's-wait', name: 'Waiting for approval', category: 'in-progress' },
    { id: 's-do', name: 'Waiting for implementation', category: 'in-progress' },
    { id: 's-trouble', name: 'Needs attention', category: 'in-progress' },
    { id: 's-done', name: 'Completed', category: 'done' },
    { id: 's-no', name: 'Declined', category: 'done' },
    { id: 's-off', name: 'Cancelled', category: 'done' },
  ],
};

const approvers = { id: 'f-approvers', name: 'Approvers', kind: 'people' } as const;
const level = { id: 'f-level', name: 'Access level', kind: 'option' } as const;

/** What the editor makes of the first form without much typing. */
export const aRule = (rule: Partial<RuleInput> = {}): RuleInput => ({
  name: 'IT Help: Group membership',
  trigger: {
    deskId: '1',
    projectId: '10001',
    projectName: 'IT Help',
    requestTypeId: '102',
    requestTypeName: 'Group membership',
    conditions: [],
  },
  access: {
    kind: 'group-membership',
    connectionId: 'c-1',
    by: 'level',
    field: level,
    choices: [
      { option: { id: 'o-Readers', label: 'Readers' }, groups: [{ id: 'g-1', name: 'Name of g-1' }] },
    ],
  },
  beneficiary: { kind: 'requester' },
  end: { kind: 'after', hours: 8 },
  reason: { id: 'f-reason', name: 'Reason', kind: 'text' },
  approval: {
    by: 'record',
    sources: [{ kind: 'application-admin' }],
    need: 'any',
    count: 1,
    approversField: approvers,
    exempt: [],
  },
  decision: {
    approved: [{ id: 's-do', name: 'Waiting for implementation' }],
    declined: [{ id: 's-no', name: 'Declined' }],
  },
  outcome: {
    fulfilled: { id: 's-done', name: 'Completed' },
    failed: { id: 's-trouble', name: 'Needs attention' },
  },
  ...rule,
});

export const aRuleView = (view: Partial<RuleView> = {}): RuleView => ({
  id: 'r-1',
  version: 3,
  state: 'enabled',
  rule: aRule(),
  changedBy: 'ada',
  changedAt: '2026-01-05T11:00:00.000Z',
  inFlight: { requests: 0, grants: 0 },
  ...view,
});

export const aRow = (row: Partial<RuleRowView> = {}): RuleRowView => ({
  id: 'r-1',
  version: 3,
  name: 'Readers',
  state: 'enabled',
  kind: 'group-membership',
  projectName: 'IT Help',
  requestTypeName: 'Group membership',
  conditions: [],
  connections: [{ id: 'c-1', name: 'Team wiki' }],
  groups: ['wiki-readers'],
  approval: aRule().approval,
  ...row,
});

export const aTrial = (trial: Partial<TrialView> = {}): TrialView => ({
  issueKey: 'IT-42',
  decision: 'wait',
  why: 'Nobody has approved it yet.',
  lines: [
    { label: 'Request type', outcome: 'passed', finding: 'It is “Group membership”.' },
    { label: 'Who is asked', outcome: 'passed', finding: '1 person would be asked.' },
  ],
  beneficiary: 'eve',
  groups: [{ id: 'g-1', name: 'wiki-readers' }],
  until: { kind: 'never' },
  approvers: ['ada'],
  ...trial,
});
