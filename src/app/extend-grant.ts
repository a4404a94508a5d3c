import type { z } from 'zod';
import type { ExtendInput } from '../contract/inputs';
import type { GrantView } from '../contract/request-views';
import { invalid } from '../domain/fault';
import type { Grant } from '../domain/grant';
import type { AccessRequest } from '../domain/request';
import { MAX_HOURS } from '../domain/rule';
import { stays } from '../domain/change-holding';
import { change, readFor, shown, user } from './act-on-grant';
import { advance } from './advance';
import { wakeGrant } from './arm';
import { itself } from './happened';
import { lastingAlong } from './lasting';
import type { Ports } from './ports';
import { connectionGone, forbiddenToExtend, goneAlready } from './problems';
import { useTarget } from './target';

const HOUR_MS = 3_600_000;

/**
 * Gives a grant another end, and tells the ticket. What an administrator decides is bound as what is asked for: nobody
 * decides about access of their own, and no number of extensions makes it last longer than a request may ask for.
 */
export const extendGrant =
  (ports: Ports) =>
  async ({ grantId, until: text }: z.output<typeof ExtendInput>, by: string): Promise<GrantView> => {
    const { grant, holding } = await readFor(ports, grantId, 'extend');
    const request = await ports.requests.find(grant.issueId);
    if (isInterested(by, grant, request)) throw forbiddenToExtend();
    const until = new Date(text);
    mustBeAnEnd(until, grant, ports.clock.now());
    if (grant.way === 'out') await mustBeHeld(ports, grant);
    const { problem: _stopped, ending: _expired, ...rest } = grant;
    // Its new end is stopped, announced and seen anew.
    const { unbraked: _let, overdueAt: _told, acknowledgedBy: _seen, leavingSince: _out, ...facts } = rest;
    const next = { ...facts, state: 'active', way: 'in', until, wakeAt: until } as const;
    const [before, after] = [grant.until?.toISOString() ?? 'never', until.toISOString()];
    const along = request && (await lastingAlong(ports, request, next));
    const happening = { what: 'grant.extended', detail: { grant: grantId, before, after } } as const;
    // Sent again, it is done and told already.
    if (before !== after)
      await change(ports, {
        ...{ holding, becomes: stays(holding, grantId), grant: next, happening, by },
        ...(along && { along }),
      });
    await wakeGrant(ports, next);
    await advance(ports)(grant.issueId, user(by)).catch(ports.report);
    return shown(ports, grantId);
  };

/** An earlier try of taking it away may have worked although nobody heard of it: then there is nothing to extend. */
async function mustBeHeld(ports: Ports, { connectionId, accountId, what }: Grant): Promise<void> {
  const watched = await ports.connections.find(connectionId);
  if (!watched) throw connectionGone();
  const held = await useTarget(ports, watched, {
    during: 'a look at access that is to last longer',
    by: itself,
    work: (target) => target.holdings({ id: accountId, name: '' }),
  });
  if (!held.some(({ resource }) => resource.id === what.resource.id)) throw goneAlready();
}

const isInterested = (by: string, { accountId }: Grant, request: AccessRequest | undefined): boolean =>
  [accountId, request?.requester].includes(by);

function mustBeAnEnd(until: Date, { createdAt }: Grant, now: Date): void {
  const refuse = (message: string) => invalid([{ path: ['until'], message }]);
  if (until <= now) throw refuse('Choose a time that is still to come. To end the access now, withdraw it.');
  if (until.getTime() > createdAt.getTime() + MAX_HOURS * HOUR_MS) {
    throw refuse(
      `At most ${MAX_HOURS / 24} days from when it was given. After that it has to be asked for again.`,
    );
  }
}
