import { z } from 'zod';

/** Answers of the service desk's REST API, as far as the pages show them. */
export const momentShape = z.object({ iso8601: z.string(), friendly: z.string(), epochMillis: z.number() });
export type Moment = z.output<typeof momentShape>;

export const userShape = z.object({ accountId: z.string(), displayName: z.string() });

export const deskShape = z.object({ id: z.string(), projectKey: z.string(), projectName: z.string() });
export type Desk = z.output<typeof deskShape>;

export const requestTypeShape = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().default(''),
  portalId: z.string(),
});
export type RequestType = z.output<typeof requestTypeShape>;

export const statusShape = z.object({
  status: z.string(),
  statusCategory: z.string(),
  statusDate: momentShape,
});

export const requestShape = z.object({
  issueKey: z.string(),
  summary: z.string(),
  requestType: requestTypeShape.optional(),
  createdDate: momentShape,
  reporter: userShape.optional(),
  requestFieldValues: z.array(
    z.object({ fieldId: z.string(), label: z.string(), value: z.unknown().optional() }),
  ),
  currentStatus: statusShape,
  status: z.object({ values: z.array(statusShape) }).optional(),
  actions: z.object({ addParticipant: z.object({ allowed: z.boolean() }) }).optional(),
  _links: z.object({ web: z.string() }),
});
export type CustomerRequest = z.output<typeof requestShape>;

export const approvalShape = z.object({
  id: z.string(),
  name: z.string(),
  finalDecision: z.string().default('pending'),
  canAnswerApproval: z.boolean(),
  approvers: z.array(z.object({ approver: userShape.optional(), approverDecision: z.string() })),
  createdDate: momentShape,
});
export type Approval = z.output<typeof approvalShape>;

export const commentShape = z.object({
  id: z.string(),
  body: z.string(),
  public: z.boolean(),
  author: userShape.optional(),
  created: momentShape,
});
export type Comment = z.output<typeof commentShape>;

export const actionShape = z.object({ id: z.string(), name: z.string() });
