import type { Actor } from '../domain/audit';
import { Fault } from '../domain/fault';
import { isBegun, isOpen, type AccessRequest } from '../domain/request';
import type { Rule } from '../domain/rule';
import { closing, type Closing } from './close-request';
import { deliver } from './deliver';
import { findFall } from './find-fall';
import { follow } from './follow';
import { grantIds } from './grant-ids';
import { hear, tellHeard } from './hear';
import { hearLate } from './hear-late';
import { noteSeen, waitForSight } from './hidden-ticket';
import { intake } from './intake';
import type { Step } from './judge';
import { look, type Sight } from './look';
import type { Ports } from './ports';
import { provision } from './provision';
import { understandLate } from './wait-to-understand';

/**
 * Brings one ticket as far as the facts allow: whatever it was called for, it looks at what is true now. Answers the
 * request as it is then; undefined when no rule is for the ticket.
 */
export const advance =
  (ports: Ports) =>
  async (issueId: string, by: Actor): Promise<AccessRequest | undefined> => {
    const known = await ports.requests.find(issueId);
    if (known && !isOpen(known)) return deliver(ports, await hearLate(ports, known, by), { by });
    const request = known ?? (await takeIn(ports, issueId, by));
    if (!request) return undefined;
    const rule = await readPinned(ports, request);
    const told = await deliver(ports, request, { by, rule });
    if (!isOpen(told)) return told;
    const step = { request: told, rule, by };
    const sight = await look(ports, step);
    if (!sight) return (await waitForSight(ports, step)) ?? gone(ports, step);
    const seen = { ...step, request: await noteSeen(ports, step) };
    const given = isBegun(told) ? await goOn(ports, seen, sight) : await begin(ports, seen, sight);
    const done = await deliver(ports, given, {
      by,
      rule,
      from: sight.ticket.statusId,
      again: request.asking?.unasked === 'ask-refused',
    });
    // Understood late: what was answered meanwhile is heard of only now.
    return told.snapshot || !done.snapshot ? done : advance(ports)(issueId, by);
  };

async function takeIn(ports: Ports, issueId: string, by: Actor): Promise<AccessRequest | undefined> {
  const ticket = await ports.desk.find(issueId);
  return ticket && intake(ports, ticket, by);
}

async function begin(ports: Ports, step: Step, sight: Sight): Promise<AccessRequest> {
  if (!step.request.snapshot) return understandLate(ports, step, sight.ticket);
  const request = await follow(ports, await hear(ports, step, sight.evidence), sight);
  if (request.state !== 'approved') return request;
  return provision(ports, { ...step, ticket: sight.ticket, request });
}

/** Taken up again by a later run: what has not been given yet is given only if the approval still stands. */
async function goOn(ports: Ports, seen: Step, { ticket, evidence, decision }: Sight): Promise<AccessRequest> {
  const step = await hear(ports, seen, evidence);
  const fallen = findFall(step.request, decision);
  if (fallen && step.request.state === 'approved' && !(await isAnythingBegun(ports, step.request))) {
    return closing(ports, step, fallen);
  }
  const request = await tellHeard(ports, step);
  return provision(ports, { ...seen, request, ticket, ...(fallen && { fall: whyOf(fallen) }) });
}

const whyOf = (fallen: Closing): string => (fallen.kind === 'declined' ? 'declined' : fallen.why);

async function isAnythingBegun(ports: Ports, request: AccessRequest): Promise<boolean> {
  return (await ports.grants.findMany(grantIds(ports, request))).length > 0;
}

/** A request keeps the version of its rule that it came in with. */
async function readPinned(ports: Ports, { ruleId, ruleVersion }: AccessRequest): Promise<Rule> {
  const rule = await ports.rules.findVersion(ruleId, ruleVersion);
  if (!rule)
    throw new Fault('unexpected', 'The version of the rule that this request came in with cannot be read.');
  return rule;
}

/** Nothing more is given for a ticket that is gone. What was given stays until its end. */
async function gone(ports: Ports, step: Step): Promise<AccessRequest> {
  if (isBegun(step.request) && (await isAnythingBegun(ports, step.request))) {
    return provision(ports, { ...step, fall: 'ticket-gone' });
  }
  return closing(ports, step, { kind: 'cancelled', why: 'ticket-gone' });
}
