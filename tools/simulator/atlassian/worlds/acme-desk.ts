import type { Project, RequestType, WorkSeed } from '../work/model';
import { fields } from './acme-desk-fields';
import { statuses, transitions, workflows } from './acme-desk-workflows';
import { cast, colleagues } from './acme-people';

type FieldKey = keyof typeof fields;
type Form = readonly (FieldKey | `${FieldKey}!`)[];

const isField = (key: string): key is FieldKey => Object.hasOwn(fields, key);

const onForm = (key: string): RequestType['fields'][number] => {
  const name = key.replace('!', '');
  if (!isField(name)) throw new Error(`There is no field ${name}.`);
  return { fieldId: fields[name].id, required: key.endsWith('!'), visible: true };
};

/** `!` marks what has to be filled in. The approvers are on most forms, where no customer sees them. */
const aForm = (form: Form, hidesApprovers = true): RequestType['fields'] => [
  { fieldId: 'summary', required: true, visible: true },
  ...form.map(onForm),
  ...(hidesApprovers ? [{ fieldId: fields.approvers.id, required: false, visible: false }] : []),
];

const ACCESS = { id: '10201', name: 'Access request', workflowId: workflows.access.id };
const PRIVILEGED = { id: '10202', name: 'Privileged access request', workflowId: workflows.privileged.id };
const SERVICE = { id: '10203', name: 'Service request', workflowId: workflows.service.id };
const OPERATIONS = { id: '10204', name: 'Operations request', workflowId: workflows.operations.id };

/** The request types, by what tests and pages call them. */
export const requestTypes = {
  applicationAccess: {
    id: '101',
    name: 'Application access',
    description: 'Use an application that you do not have yet.',
    issueTypeId: ACCESS.id,
    fields: aForm(['targetApplication!', 'expiresOn', 'duration', 'reason!', 'forWhom', 'manager']),
  },
  groupMembership: {
    id: '102',
    name: 'Group membership',
    description: 'See and edit what a team shares.',
    issueTypeId: ACCESS.id,
    fields: aForm([
      'accessLevel',
      'requestedGroups',
      'expiresOn',
      'expiresAt',
      'duration',
      'hours',
      'reason',
      'forWhom',
      'manager',
    ]),
  },
  privilegedAccess: {
    id: '103',
    name: 'Privileged access',
    description: 'Elevated rights, for a short time and with two approvals.',
    issueTypeId: PRIVILEGED.id,
    fields: aForm(['accessLevel!', 'duration', 'expiresAt', 'hours', 'reason!', 'forWhom', 'manager']),
  },
  getItHelp: {
    id: '104',
    name: 'Get IT help',
    description: 'Anything else that we can help with.',
    issueTypeId: SERVICE.id,
    fields: [...aForm([], false), { fieldId: 'description', required: false, visible: true }],
  },
  productionAccess: {
    id: '201',
    name: 'Production access',
    description: 'Access for those on call.',
    issueTypeId: OPERATIONS.id,
    /** Whoever asks names the approvers: a field says who was asked, and not who is entitled. */
    fields: aForm(['accessLevel!', 'hours', 'duration', 'reason!', 'forWhom', 'approvers'], false),
  },
} satisfies Record<string, RequestType>;

const { applicationAccess, groupMembership, privilegedAccess, getItHelp, productionAccess } = requestTypes;
const ids = (...people: readonly { readonly accountId: string }[]) =>
  people.map(({ accountId }) => accountId);
const titled = (title: string) => colleagues.filter((person) => person.title?.includes(title));

/** Agents have a licence for Jira Service Management: `jira-servicedesk-users-acme`. */
const licensed = colleagues.filter((_, index) => index % 10 === 0);

const it: Project = {
  id: '10001',
  key: 'IT',
  name: 'IT Help',
  issueTypes: [ACCESS, PRIVILEGED, SERVICE],
  agents: ids(cast.userAccessAdmin, ...licensed),
  admins: ids(cast.orgAdmin, cast.jiraAdmin, cast.projectAdmin),
  open: true,
  customers: ids(cast.customer, cast.otherCustomer),
  appAccess: true,
  desk: {
    id: '1',
    portalId: '1',
    requestTypes: [applicationAccess, groupMembership, privilegedAccess, getItHelp],
  },
};

const ops: Project = {
  id: '10002',
  key: 'OPS',
  name: 'Operations',
  issueTypes: [OPERATIONS],
  agents: ids(cast.userAccessAdmin),
  admins: ids(cast.orgAdmin, cast.jiraAdmin),
  open: false,
  customers: ids(cast.plainUser, ...titled('Engineer')),
  appAccess: true,
  desk: { id: '2', portalId: '2', requestTypes: [productionAccess] },
};

/** Two service projects: one that anybody of the site may ask, with every kind of request, and one for engineers. */
export const acmeDesk: WorkSeed = {
  fields: Object.values(fields),
  statuses: Object.values(statuses),
  workflows: Object.values(workflows),
  projects: [it, ops],
};

/** The same by name: ids of projects, fields, request types, statuses and transitions. */
export const desk = { it, ops, fields, requestTypes, statuses, transitions, workflows };
