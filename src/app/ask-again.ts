import { neverAsked, nextAsking, withoutTrouble, type Unasked } from '../domain/asking';
import { isAsk, withoutAsking, type AccessRequest, type Say } from '../domain/request';
import type { ApprovalEvidence } from '../domain/ticket';
import * as words from '../domain/words-of-asking';
import { askOf, sayAsked, type Asked } from './ask-of';
import { deadlines } from './deadlines';
import { peopleIn } from './entitled';
import type { Step } from './judge';
import type { Sight } from './look';
import type { Ports } from './ports';
import { ableAmong, isAnyAble, route, type Routing } from './route';
import { writeRequest } from './write-request';

/**
 * Sees to it that a request which waits for its approval is before somebody who can give it: whoever was asked may have
 * left, the field may have been emptied, or may never have been filled. Where the field is as it should be, that costs
 * one look at one person.
 */
export async function askAgain(ports: Ports, step: Step, sight: Sight): Promise<AccessRequest> {
  const { request, rule } = step;
  const { snapshot, asking = neverAsked } = request;
  const field = rule.approval.approversField;
  if (!field || !snapshot || rule.approval.by !== 'record') return request;
  const routing: Routing = { rule, ticket: sight.ticket, snapshot };
  const answered = approvedBy(sight.evidence);
  const waitingFor = (people: readonly string[]) => people.filter((id) => !answered.has(id));
  const inField = peopleIn(sight.ticket.values[field.id]);
  const round = asking.round + 1;
  const pending = request.outbox.find(isAsk);
  if (await isAnyAble(ports, routing, waitingFor(inField))) {
    if (!asking.unasked) return request;
    // A run that asked them, and died before that was written, has told it already.
    const told = pending ? asking.round : round;
    return noteAsked(ports, step, { round: told, people: await ableAmong(ports, routing, inField) });
  }
  if (pending && (await isAnyAble(ports, routing, waitingFor(pending.people)))) return request;
  const { asked: people, isWhole, exemptGroupId } = await route(ports, routing);
  const isAnybodyLeft = waitingFor(people).length > 0;
  if (exemptGroupId !== undefined || (!isAnybodyLeft && !isWhole)) return request;
  const next = nextAsking({ inField, asked: request.asked, refilled: asking.refilled, isAnybodyLeft });
  const asked = { round, people };
  if (next === 'ask' || next === 'refill') return ask(ports, step, { ...asked, isRefill: next === 'refill' });
  return next === asking.unasked ? request : noteUnasked(ports, step, { ...asked, why: next });
}

function approvedBy(evidence: readonly ApprovalEvidence[]): ReadonlySet<string> {
  const answers = evidence.at(-1)?.answers ?? [];
  return new Set(answers.flatMap(({ by, decision }) => (decision === 'pending' ? [] : [by])));
}

/** Puts it into the outbox: it is done when this is written. */
function ask(
  ports: Ports,
  step: Step,
  asked: Asked & { readonly isRefill: boolean },
): Promise<AccessRequest> {
  const { request, rule, by } = step;
  const { asking = neverAsked, outbox, ...facts } = request;
  const { round, people, isRefill } = asked;
  const said: Say = isRefill
    ? { kind: 'say', key: `refilled#${round}`, message: words.filledAgain(people) }
    : sayAsked(asked);
  return writeRequest(ports, {
    before: request,
    next: {
      ...facts,
      asking: { ...asking, round, refilled: asking.refilled || isRefill },
      outbox: [...outbox.filter((each) => !isAsk(each)), ...askOf(rule, asked, { asked: [said] })],
    },
    happenings: [{ what: 'request.routed', detail: { asked: people } }],
    by,
  });
}

/** Somebody has put them there by hand, or an earlier run did and did not live to tell. */
function noteAsked(ports: Ports, { request, rule, by }: Step, asked: Asked): Promise<AccessRequest> {
  const { asking = neverAsked, ...facts } = withoutAsking(request);
  return writeRequest(ports, {
    before: request,
    next: {
      ...facts,
      asked: asked.people,
      asking: { ...withoutTrouble(asking), round: asked.round },
      ...deadlines(ports.clock.now(), rule),
      outbox: [...facts.outbox, sayAsked(asked)],
    },
    happenings: [{ what: 'request.asked', detail: { people: asked.people } }],
    by,
  });
}

function noteUnasked(
  ports: Ports,
  { request, rule, by }: Step,
  { round, people, why }: Asked & { readonly why: Unasked },
): Promise<AccessRequest> {
  const { asking = neverAsked, ...facts } = withoutAsking(request);
  const messages = why === 'nobody-left' ? words.nobodyLeft(rule.name) : words.changedByHand(people);
  const says = messages.map((message, index): Say => ({
    kind: 'say',
    key: `${why}#${round}#${index + 1}`,
    message,
  }));
  return writeRequest(ports, {
    before: request,
    next: { ...facts, asking: { ...asking, round, unasked: why }, outbox: [...facts.outbox, ...says] },
    happenings: [{ what: 'request.unasked', detail: { why } }],
    by,
  });
}
