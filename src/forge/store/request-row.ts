import { z } from 'zod';
import type { RequestStanding } from '../../app/governance-ports';
import type { AccessRequest } from '../../domain/request';
import { request } from './shapes-request';

/** The entity `request`: what its indexes need, and the whole as JSON text. */
export const requestShape = z.object({
  state: z.string(),
  at: z.string(),
  wakeAt: z.string(),
  person: z.string(),
  rule: z.string(),
  body: z.string(),
});
export type RequestRow = z.output<typeof requestShape>;

/** Sorts behind every instant: nothing is waited for. */
export const NEVER = '~';

/** `person`: whom the access is for; who asked, while that is not known. */
export const requestRow = (value: AccessRequest): RequestRow => ({
  state: standingOf(value),
  at: value.receivedAt.toISOString(),
  wakeAt: value.wakeAt?.toISOString() ?? NEVER,
  person: value.snapshot?.beneficiary ?? value.invitee?.accountId ?? value.requester,
  rule: value.ruleId,
  body: JSON.stringify(value),
});

/** What was given and has ended since is listed by itself. */
const standingOf = ({ state, endedAt }: AccessRequest): RequestStanding =>
  endedAt && (state === 'fulfilled' || state === 'partly-fulfilled') ? 'ended' : state;

export function requestOf(row: unknown): AccessRequest {
  const body: unknown = JSON.parse(requestShape.parse(row).body);
  return request.parse(body);
}
