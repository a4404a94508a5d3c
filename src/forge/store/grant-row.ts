import { z } from 'zod';
import type { GrantFilter } from '../../app/governance-ports';
import { isLive, type Grant } from '../../domain/grant';
import { NEVER } from './request-row';
import { grant } from './shapes-grant';

/** The entity `grant`: what its indexes need, and the whole as JSON text. */
export const grantShape = z.object({
  lane: z.string(),
  wakeAt: z.string(),
  state: z.string(),
  rule: z.string(),
  person: z.string(),
  resource: z.string(),
  connection: z.string(),
  at: z.string(),
  body: z.string(),
});
export type GrantRow = z.output<typeof grantShape>;

/** What is over needs neither connection nor rule any more, and is in nobody's way. */
const NOBODYS = '~';

export type Lane = 'in' | 'out' | 'rest';

export const grantRow = (value: Grant): GrantRow => ({
  lane: laneOf(value),
  wakeAt: wakeOf(value)?.toISOString() ?? NEVER,
  state: standingOf(value),
  rule: isLive(value) ? value.ruleId : NOBODYS,
  person: value.accountId,
  resource: value.what.resource.id,
  connection: isLive(value) ? value.connectionId : NOBODYS,
  at: value.createdAt.toISOString(),
  body: JSON.stringify(value),
});

export function grantOf(row: unknown): Grant {
  const body: unknown = JSON.parse(grantShape.parse(row).body);
  return grant.parse(body);
}

/** What is active and was seen to be gone is listed by itself. */
const standingOf = ({ state, driftedAt }: Grant): GrantFilter =>
  state === 'active' && driftedAt ? 'drifted' : state;

/** What comes next for it. An active grant with an end is on its way out, however long the way. */
function laneOf(value: Grant): Lane {
  if (!isLive(value)) return 'rest';
  if (value.state !== 'active') return value.way;
  return value.until ? 'out' : 'rest';
}

/** An end is never slept through, even if nobody asked to be woken for it. */
function wakeOf(value: Grant): Date | undefined {
  if (laneOf(value) === 'rest') return undefined;
  return value.wakeAt ?? value.until;
}
