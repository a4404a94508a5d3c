import { countedFrom, endsAt } from '../domain/end';
import { isOpen, withoutAsking, type AccessRequest, type Approval } from '../domain/request';
import { askAgain } from './ask-again';
import { closing } from './close-request';
import { inOrder, type Happening } from './happened';
import { tellHeard } from './hear';
import { understandAnew } from './intake';
import type { Step } from './judge';
import type { Sight } from './look';
import type { Ports } from './ports';
import { saidReminder } from './sayings';
import { writeRequest } from './write-request';

/** A request that waits for its approval takes the next step that the facts allow, or none. */
export function follow(ports: Ports, step: Step, sight: Sight): Promise<AccessRequest> {
  const { request, rule, by } = step;
  const { ticket, evidence, decision } = sight;
  switch (decision.kind) {
    case 'waiting':
      return waitOn(ports, step, sight);
    case 'refreeze':
      return understandAnew(ports, { before: request, rule, ticket, evidence, by });
    case 'approved':
      return approve(ports, step, decision.approval);
    case 'quarantined':
      return request.state === 'quarantined' ? remind(ports, step) : closing(ports, step, decision);
    default:
      return closing(ports, step, decision);
  }
}

/** The end is fixed now, and an end that has come by now gives nothing. */
async function approve(ports: Ports, step: Step, approval: Approval): Promise<AccessRequest> {
  const { request, by, news = [] } = step;
  if (!request.snapshot) return request;
  const now = ports.clock.now();
  const end = endsAt(request.snapshot.until, countedFrom(approval, now));
  if (end && end <= now) return closing(ports, step, { kind: 'refused', why: 'end-past' });
  const { why: _why, about: _about, ...facts } = withoutAsking(request);
  return writeRequest(ports, {
    before: request,
    next: { ...facts, state: 'approved', approval, ...(end && { endsAt: end }) },
    happenings: inOrder(news, approved(approval, end)),
    by,
  });
}

const approved = (approval: Approval, end: Date | undefined): Happening => ({
  what: 'request.approved',
  detail: {
    by: approval.kind,
    approvers: approversOf(approval),
    ...(approval.kind !== 'exempt' && { decidedAt: approval.at.toISOString() }),
    until: end?.toISOString() ?? 'never',
    ...(approval.kind === 'record' && { approval: approval.id }),
  },
});

function approversOf(approval: Approval): readonly string[] {
  if (approval.kind === 'record') return approval.by;
  return approval.kind === 'status' ? [approval.by] : [];
}

/** Where it can be approved, somebody has to be asked who can. */
async function waitOn(ports: Ports, step: Step, sight: Sight): Promise<AccessRequest> {
  const request = await remind(ports, step);
  return isOpen(request) ? askAgain(ports, { ...step, request, news: [] }, sight) : request;
}

/** Time alone does two things to a request that waits: it reminds once, and it cancels. */
async function remind(ports: Ports, step: Step): Promise<AccessRequest> {
  const { request, by, news = [] } = step;
  const now = ports.clock.now();
  if (request.cancelAt && request.cancelAt <= now) {
    return closing(ports, step, {
      kind: 'cancelled',
      why: request.asking?.unasked ? 'not-asked' : 'deadline',
    });
  }
  if (!request.remindAt || request.remindAt > now) return tellHeard(ports, step);
  const { remindAt: _reminded, ...facts } = request;
  return writeRequest(ports, {
    before: request,
    next: {
      ...facts,
      outbox: [...request.outbox, { kind: 'say', key: 'reminder', message: saidReminder(request) }],
    },
    happenings: inOrder(news, {
      what: 'request.reminded',
      detail: { asked: request.asking?.unasked ? [] : request.asked },
    }),
    by,
  });
}
