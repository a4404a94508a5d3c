import { z } from 'zod';

/** What an administrator of a site has set up: projects, fields, workflows, service desks. Seeded, then changeable. */

export const fieldTypes = [
  'text',
  'paragraph',
  'single-select',
  'multi-select',
  'user-picker',
  'multi-user-picker',
  'group-picker',
  'multi-group-picker',
  'date',
  'date-time',
  'number',
] as const;
export type FieldType = (typeof fieldTypes)[number];

export const optionShape = z.strictObject({ id: z.string(), value: z.string(), disabled: z.boolean() });

/** A custom field. System fields (summary, description, …) are not listed here. */
export const fieldShape = z.strictObject({
  /** `customfield_10050` */
  id: z.string(),
  name: z.string(),
  type: z.enum(fieldTypes),
  options: z.array(optionShape),
  /** A deleted field is on no form and on no issue. */
  deleted: z.boolean(),
});
export type Field = Readonly<z.infer<typeof fieldShape>>;

export const statusShape = z.strictObject({
  id: z.string(),
  name: z.string(),
  category: z.enum(['NEW', 'INDETERMINATE', 'DONE']),
});
export type Status = Readonly<z.infer<typeof statusShape>>;

export const transitionShape = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Empty: from any status. */
  from: z.array(z.string()),
  to: z.string(),
  /** Shown to customers in the portal. */
  customer: z.boolean(),
});

/** The approval step of a status. https://support.atlassian.com/jira-service-management-cloud/docs/set-up-approval-steps/ */
export const approvalStepShape = z.strictObject({
  status: z.string(),
  /** Field that names the approvers (people or groups). */
  fieldId: z.string(),
  conditionType: z.enum(['number', 'percent']),
  conditionValue: z.number(),
  exclude: z.array(z.enum(['assignee', 'reporter'])),
  transitionApproved: z.string(),
  transitionRejected: z.string(),
});

export const workflowShape = z.strictObject({
  id: z.string(),
  name: z.string(),
  initial: z.string(),
  statuses: z.array(z.string()),
  transitions: z.array(transitionShape),
  approvals: z.array(approvalStepShape),
});
export type Workflow = Readonly<z.infer<typeof workflowShape>>;

export const requestTypeShape = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  issueTypeId: z.string(),
  /** In the order of the form. `visible: false` is a hidden field with a preset. */
  fields: z.array(z.strictObject({ fieldId: z.string(), required: z.boolean(), visible: z.boolean() })),
});
export type RequestType = Readonly<z.infer<typeof requestTypeShape>>;

export const projectShape = z.strictObject({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  issueTypes: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      workflowId: z.string(),
      /** Ids of the fields that the edit screen of its issues lacks. Absent: every field is on it. */
      offEditScreen: z.array(z.string()).exactOptional(),
    }),
  ),
  /** Account ids of the agents: they may work on issues, edit every field and use every transition. */
  agents: z.array(z.string()),
  /** Account ids of the project's administrators, agents too. */
  admins: z.array(z.string()),
  /** Whether anybody of the site may raise requests, or only `customers`. */
  open: z.boolean(),
  customers: z.array(z.string()),
  /** Whether the app's own account may see issues here, and work on them. */
  appAccess: z.boolean(),
  /** Keys of the permissions that are kept from the app's own account: `EDIT_ISSUES` is played. Absent: none. */
  appLacks: z.array(z.string()).exactOptional(),
  desk: z.strictObject({ id: z.string(), portalId: z.string(), requestTypes: z.array(requestTypeShape) }),
});
export type Project = Readonly<z.infer<typeof projectShape>>;

/** Ids of the custom fields that the service desk brings itself. */
export interface DeskFields {
  readonly requestType: string;
  readonly participants: string;
  readonly approvals: string;
}

export interface WorkSeed {
  readonly fields: readonly Field[];
  readonly statuses: readonly Status[];
  readonly workflows: readonly Workflow[];
  readonly projects: readonly Project[];
  readonly deskFields?: DeskFields;
  /** As whom Jira runs a transition that nobody asked for. */
  readonly automationAccountId?: string;
}
