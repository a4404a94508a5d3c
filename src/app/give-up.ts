import { stepBack } from '../domain/change-holding';
import type { Grant } from '../domain/grant';
import type { Giving } from './give';
import type { Ports } from './ports';
import { writeGrant } from './write-grant';

/** What was in the way of a grant may pass, but it must not be begun any more: its approval does not stand. */
export async function giveUp(ports: Ports, giving: Omit<Giving, 'watched' | 'request'>): Promise<Grant> {
  const { grant, holding, holdingId, what, by } = giving;
  const { wakeAt: _wakeAt, ...facts } = grant;
  const pair = { id: holdingId, accountId: grant.accountId, resourceId: what.resource.id };
  const message = 'What was approved does not stand any more, so it was not begun.';
  const written = await writeGrant(ports, {
    before: holding,
    holding: stepBack(holding, pair, { grantId: grant.id, over: true }),
    grant: { ...facts, state: 'failed', problem: { code: 'not-begun', message } },
    happenings: [{ what: 'grant.failed', detail: { grant: grant.id, code: 'not-begun' } }],
    by,
  });
  return written.grant;
}
