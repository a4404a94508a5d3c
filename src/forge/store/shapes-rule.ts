import { z } from 'zod';
import type { RuleBook, RuleEntry } from '../../app/governance-ports';
import type * as domain from '../../domain/rule';
import { fieldKinds } from '../../contract/rule';
import { date, ids } from './shapes-parts';

const named = z.object({ id: z.string(), name: z.string() });
const option = z.object({ id: z.string(), label: z.string() });
const field: z.ZodType<domain.FieldRef> = named.extend({ kind: z.enum(fieldKinds) });
const groups = z.array(named).readonly();

const trigger: z.ZodType<domain.Trigger> = z.object({
  deskId: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  requestTypeId: z.string(),
  requestTypeName: z.string(),
  conditions: z.array(z.object({ field, anyOf: z.array(option).readonly() })).readonly(),
});

const application = z.literal('application-access');
const group = z.enum(['group-membership', 'privileged-access']);
const access: z.ZodType<domain.Access> = z.discriminatedUnion('kind', [
  z.object({
    kind: application,
    field,
    applications: z.array(z.object({ option, connectionId: z.string() })).readonly(),
  }),
  z.object({
    kind: group,
    connectionId: z.string(),
    by: z.enum(['level', 'groups']),
    field,
    choices: z.array(z.object({ option, groups })).readonly(),
  }),
]);

const beneficiary: z.ZodType<domain.Beneficiary> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('requester') }),
  z.object({ kind: z.literal('person'), field }),
  z.object({ kind: z.literal('email'), field, invite: z.boolean() }),
]);

const asked = { field, required: z.boolean() };
const end: z.ZodType<domain.End> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('never') }),
  z.object({ kind: z.literal('after'), hours: z.number() }),
  z.object({ kind: z.literal('field'), ...asked, maxHours: z.number().exactOptional() }),
  z.object({
    kind: z.literal('choice'),
    ...asked,
    choices: z.array(z.object({ option, hours: z.number() })).readonly(),
  }),
  z.object({ kind: z.literal('hours'), ...asked, maxHours: z.number() }),
]);

const source: z.ZodType<domain.ApprovalSource> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('application-admin') }),
  z.object({ kind: z.literal('people'), ids }),
  z.object({ kind: z.literal('group'), group: named }),
  z.object({ kind: z.literal('field'), field }),
]);

const approval: z.ZodType<domain.ApprovalPolicy> = z.object({
  by: z.enum(['record', 'status']),
  sources: z.array(source).readonly(),
  need: z.enum(['any', 'all']),
  count: z.int(),
  approversField: field.exactOptional(),
  remindAfterHours: z.number().exactOptional(),
  cancelAfterHours: z.number().exactOptional(),
  exempt: groups,
});

const state = z.enum(['enabled', 'disabled']);

export const rule: z.ZodType<domain.Rule> = z.object({
  id: z.string(),
  version: z.int(),
  state,
  changedBy: z.string(),
  changedAt: date,
  name: z.string(),
  trigger,
  access,
  beneficiary,
  end,
  reason: field.exactOptional(),
  approval,
  decision: z.object({ approved: z.array(named).readonly(), declined: z.array(named).readonly() }),
  outcome: z.object({ fulfilled: named.exactOptional(), failed: named.exactOptional() }),
});

const entry: z.ZodType<RuleEntry> = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  state,
  trigger,
  kind: z.enum([...application.values, ...group.options]),
  connectionIds: ids,
  groupNames: ids,
  approval,
});

export const ruleBook: z.ZodType<RuleBook> = z.object({
  version: z.int(),
  entries: z.array(entry).readonly(),
});
