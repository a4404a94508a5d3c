import { z } from 'zod';
import { unaskedCodes, type Asking } from '../../domain/asking';
import type { Message } from '../../domain/message';
import type * as domain from '../../domain/request';
import { date, ids } from './shapes-parts';

const until: z.ZodType<domain.Until> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('never') }),
  z.object({ kind: z.literal('for'), hours: z.number() }),
  z.object({ kind: z.literal('at'), at: date, zone: z.string() }),
]);

const snapshot: z.ZodType<domain.Snapshot> = z.object({
  requester: z.string(),
  beneficiary: z.string().exactOptional(),
  inviteeDigest: z.string().exactOptional(),
  connectionId: z.string(),
  groups: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
  privileged: z.boolean(),
  until,
  zone: z.string(),
  reasonDigest: z.string().exactOptional(),
  hash: z.string(),
  askedHash: z.string(),
  changesSeen: z.int(),
});

const approval: z.ZodType<domain.Approval> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('record'), id: z.string(), by: ids, at: date }),
  z.object({ kind: z.literal('status'), by: z.string(), at: date, statusId: z.string() }),
  z.object({ kind: z.literal('exempt'), groupId: z.string() }),
]);

const heard: z.ZodType<domain.HeardAnswer> = z.object({
  approval: z.string(),
  by: z.string(),
  decision: z.enum(['approved', 'declined']),
});

const part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('person'), id: z.string() }),
]);
const message: z.ZodType<Message> = z.object({
  audience: z.enum(['public', 'internal']),
  paragraphs: z.array(z.array(part).readonly()).readonly(),
});

const saying = z.object({ kind: z.literal('say'), key: z.string(), message });
const sayings = z.array(saying).readonly();
const outgoing: z.ZodType<domain.Outgoing> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ask'),
    key: z.string(),
    fieldId: z.string(),
    people: ids,
    asked: sayings,
    refused: sayings,
  }),
  saying,
  z.object({ kind: z.literal('move'), key: z.string(), statusId: z.string() }),
]);

const asking: z.ZodType<Asking> = z.object({
  round: z.int(),
  refilled: z.boolean(),
  unasked: z.enum(unaskedCodes).exactOptional(),
});

const state: z.ZodType<domain.RequestState> = z.enum([
  'received',
  'awaiting-approval',
  'approved',
  'provisioning',
  'fulfilled',
  'partly-fulfilled',
  'failed',
  'declined',
  'refused',
  'void',
  'quarantined',
  'cancelled',
]);

export const request: z.ZodType<domain.AccessRequest> = z.object({
  issueId: z.string(),
  version: z.int(),
  state,
  key: z.string(),
  ruleId: z.string(),
  ruleVersion: z.int(),
  requester: z.string(),
  snapshot: snapshot.exactOptional(),
  asked: ids,
  heard: z.array(heard).readonly().exactOptional(),
  asking: asking.exactOptional(),
  approval: approval.exactOptional(),
  invitee: z.object({ askedAt: date, accountId: z.string().exactOptional() }).exactOptional(),
  endsAt: date.exactOptional(),
  lastsUntil: date.exactOptional(),
  endedAt: date.exactOptional(),
  why: z.string().exactOptional(),
  about: z.string().exactOptional(),
  receivedAt: date,
  changedAt: date,
  goneSince: date.exactOptional(),
  remindAt: date.exactOptional(),
  cancelAt: date.exactOptional(),
  cancelledAt: date.exactOptional(),
  wakeAt: date.exactOptional(),
  outbox: z.array(outgoing).readonly(),
});
