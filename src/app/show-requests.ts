import type { z } from 'zod';
import type { RequestListInput } from '../contract/inputs';
import type { GrantView, RequestRowView, RequestView } from '../contract/request-views';
import type { PageView } from '../contract/views';
import type { RecordedEvent } from '../domain/audit';
import { isOpen, type AccessRequest, type Approval } from '../domain/request';
import { remedyOfAsking, whyInWords } from '../domain/remedies-of-grants';
import type { RuleBook } from './governance-ports';
import { grantIds } from './grant-ids';
import { grantView } from './grant-view';
import type { Ports } from './ports';
import { requestGone } from './problems';
import { listAlarming, listUnasked, listWaiting } from './show-alerts';
import { eventView } from './views';

type Filter = z.output<typeof RequestListInput>;

/** Requests, newest first. The key of a ticket finds that one request. */
export const listRequests =
  (ports: Ports) =>
  async ({ key, alert, cursor, ...filter }: Filter): Promise<PageView<RequestRowView>> => {
    const book = await ports.rules.book();
    if (alert === 'waiting' || alert === 'unasked') {
      const { items } = await (alert === 'waiting' ? listWaiting(ports) : listUnasked(ports));
      return { items: items.map((request) => rowOf(request, book)) };
    }
    if (alert !== undefined) {
      const { items: grants } = (await listAlarming(ports))[alert];
      const ids = [...new Set(grants.map(({ issueId }) => issueId))];
      const found = await Promise.all(ids.map((issueId) => ports.requests.find(issueId)));
      return { items: found.flatMap((request) => (request ? [rowOf(request, book)] : [])) };
    }
    if (key !== undefined && key !== '') {
      const ticket = await ports.desk.findByKey(key.toUpperCase());
      const found = ticket && (await ports.requests.find(ticket.issueId));
      return { items: found ? [rowOf(found, book)] : [] };
    }
    const { items, next } = await ports.requests.list(filter, cursor);
    return { items: items.map((request) => rowOf(request, book)), ...(next !== undefined && { next }) };
  };

export const readRequest =
  (ports: Ports) =>
  async (issueId: string): Promise<RequestView> => {
    const request = await ports.requests.find(issueId);
    if (!request) throw requestGone();
    const [book, grants, timeline] = await Promise.all([
      ports.rules.book(),
      ports.grants.findMany(grantIds(ports, request)),
      readTimeline(ports, issueId),
    ]);
    const now = ports.clock.now();
    return {
      ...rowOf(request, book),
      ruleVersion: request.ruleVersion,
      ...(request.snapshot && { hash: request.snapshot.hash }),
      hasReason: request.snapshot?.reasonDigest !== undefined,
      asked: [...(request.asking?.unasked ? [] : request.asked)],
      ...(request.asking?.unasked && { unasked: { remedy: remedyOfAsking(request.asking.unasked) } }),
      ...(request.approval && { approval: approvalView(request.approval) }),
      grants: grants.map((grant): GrantView => grantView(grant, now)),
      timeline: timeline.map(inWords).map(eventView),
      retryable: isOpen(request),
    };
  };

/** The trail keeps codes; whoever reads it here is also told what they mean. */
function inWords(event: RecordedEvent): RecordedEvent {
  const code = event.detail['why'] ?? event.detail['code'];
  return typeof code === 'string'
    ? { ...event, detail: { ...event.detail, reason: whyInWords(code) } }
    : event;
}

/** A request that goes on for years has few hundred events; one that is stuck, dozens a day. */
const PAGES = 100;

async function readTimeline(ports: Ports, issueId: string): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const { items, next } = await ports.trail.history(`request#${issueId}`, cursor);
    events.push(...items);
    if (next === undefined) break;
    cursor = next;
  }
  return events.reverse();
}

function rowOf(request: AccessRequest, { entries }: RuleBook): RequestRowView {
  const { issueId, key, state, ruleId, requester, snapshot, receivedAt, changedAt, asking, about } = request;
  const { why = asking?.unasked } = request;
  const { endsAt = instantAsked(request), lastsUntil = endsAt, endedAt, invitee } = request;
  const beneficiary = snapshot?.beneficiary ?? invitee?.accountId;
  return {
    issueId,
    key,
    state,
    ruleId,
    ruleName: entries.find(({ id }) => id === ruleId)?.name ?? '',
    requester,
    ...(beneficiary !== undefined && { beneficiary }),
    groups: (snapshot?.groups ?? []).map((group) => ({ ...group })),
    receivedAt: receivedAt.toISOString(),
    changedAt: changedAt.toISOString(),
    ...(lastsUntil && { endsAt: lastsUntil.toISOString() }),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    ...(why !== undefined && {
      why: about === undefined ? whyInWords(why) : `${whyInWords(why)} (${about})`,
    }),
    path: `/browse/${encodeURIComponent(key)}`,
  };
}

/** An instant that was asked for stays what it is; a span counts from the approval. */
const instantAsked = ({ state, snapshot }: AccessRequest): Date | undefined =>
  isOpen({ state }) && snapshot?.until.kind === 'at' ? snapshot.until.at : undefined;

function approvalView(approval: Approval): NonNullable<RequestView['approval']> {
  switch (approval.kind) {
    case 'record':
      return { kind: 'record', id: approval.id, by: [...approval.by], at: approval.at.toISOString() };
    case 'status':
      return { kind: 'status', by: approval.by, at: approval.at.toISOString() };
    case 'exempt':
      return { kind: 'exempt', groupId: approval.groupId };
  }
}
