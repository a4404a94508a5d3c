import { z } from 'zod';

/**
 * One issue and everything that hangs on it. Field values rest as ids, so that a renamed option or person is shown by
 * its new name: an option, a person or a group by its id, several of them as a list of ids; a date as `2026-01-05`, a
 * moment as an ISO instant in UTC; `paragraph` and `description` as ADF. `null` is empty. `values.ts` reads them,
 * `shown.ts` shows them.
 */

export const changeItemShape = z.strictObject({
  field: z.string(),
  fieldtype: z.enum(['jira', 'custom']),
  fieldId: z.string(),
  from: z.string().nullable(),
  fromString: z.string().nullable(),
  to: z.string().nullable(),
  toString: z.string().nullable(),
});

export const historyShape = z.strictObject({
  id: z.string(),
  author: z.string(),
  at: z.number(),
  items: z.array(changeItemShape),
});
export type History = Readonly<z.infer<typeof historyShape>>;

export const decisions = ['approved', 'declined', 'pending'] as const;

export const approvalShape = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** The status whose step made it. */
  statusId: z.string(),
  /** Those who were asked, as the approvers field says now, each with their answer. */
  approvers: z.array(z.strictObject({ accountId: z.string(), decision: z.enum(decisions) })),
  finalDecision: z.enum(decisions),
  createdAt: z.number(),
  completedAt: z.number().nullable(),
});
export type Approval = Readonly<z.infer<typeof approvalShape>>;

export const commentShape = z.strictObject({
  id: z.string(),
  author: z.string(),
  at: z.number(),
  /** ADF. */
  body: z.unknown(),
  public: z.boolean(),
  properties: z.array(z.strictObject({ key: z.string(), value: z.unknown() })),
});
export type Comment = Readonly<z.infer<typeof commentShape>>;

export const issueShape = z.strictObject({
  id: z.string(),
  key: z.string(),
  projectId: z.string(),
  issueTypeId: z.string(),
  /** Absent: not raised through a request type, or the type was taken off. */
  requestTypeId: z.string().nullable(),
  statusId: z.string(),
  creator: z.string(),
  reporter: z.string(),
  assignee: z.string().nullable(),
  participants: z.array(z.string()),
  createdAt: z.number(),
  updatedAt: z.number(),
  resolved: z.boolean(),
  /** `summary`, `description` (ADF) and custom fields, by field id. */
  fields: z.record(z.string(), z.unknown()),
  /** Oldest first. */
  changelog: z.array(historyShape),
  /** Newest last: each entry into a status with an approval step makes one. */
  approvals: z.array(approvalShape),
  comments: z.array(commentShape),
  properties: z.record(z.string(), z.unknown()),
  /** Newest last. */
  statuses: z.array(z.strictObject({ statusId: z.string(), at: z.number() })),
});
export type Issue = Readonly<z.infer<typeof issueShape>>;
