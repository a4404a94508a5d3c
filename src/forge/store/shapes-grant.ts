import { z } from 'zod';
import type { Entitlement } from '../../domain/access';
import { problemCodes, type Grant, type GrantState } from '../../domain/grant';
import type { Holding } from '../../domain/holding';
import { date } from './shapes-parts';

const entitlement: z.ZodType<Entitlement> = z.object({
  resource: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  role: z.string(),
});

const state: z.ZodType<GrantState> = z.enum([
  'pending',
  'active',
  'due',
  'revoking',
  'revoked',
  'failed',
  'blocked',
  'unverified',
  'released',
]);

const problem = z.object({ code: z.enum(problemCodes), message: z.string() });

export const grant: z.ZodType<Grant> = z.object({
  id: z.string(),
  issueId: z.string(),
  ruleId: z.string(),
  connectionId: z.string(),
  accountId: z.string(),
  what: entitlement,
  privileged: z.boolean(),
  state,
  way: z.enum(['in', 'out']),
  until: date.exactOptional(),
  ending: z.enum(['expired', 'admin', 'cancelled']).exactOptional(),
  kept: z.enum(['held-before', 'needed', 'accepted']).exactOptional(),
  problem: problem.exactOptional(),
  givenUp: problem.exactOptional(),
  driftedAt: date.exactOptional(),
  leavingSince: date.exactOptional(),
  overdueAt: date.exactOptional(),
  acknowledgedBy: z.string().exactOptional(),
  unbraked: z.boolean().exactOptional(),
  createdAt: date,
  verifiedAt: date.exactOptional(),
  endedAt: date.exactOptional(),
  changedAt: date,
  version: z.number().int(),
  wakeAt: date.exactOptional(),
  attempts: z.int(),
});

export const holding: z.ZodType<Holding> = z.object({
  id: z.string(),
  version: z.int(),
  accountId: z.string(),
  resourceId: z.string(),
  heldBefore: z.boolean().exactOptional(),
  grants: z.array(z.object({ id: z.string(), stage: z.enum(['intended', 'given', 'leaving']) })).readonly(),
  lease: z.object({ grantId: z.string(), act: z.enum(['give', 'take']), until: date }).exactOptional(),
});
