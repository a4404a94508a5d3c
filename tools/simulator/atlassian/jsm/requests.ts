import type { Exchange, Operation } from '../exchange';
import { personOf } from '../rights';
import type { SiteResponse } from '../wire';
import type { Issue } from '../work/issue';
import { mayAnswer } from './approval';
import { deskRoleOf } from './desk-role';
import { expandsOf, jsmPage } from './paging';
import { noRequestType, noDesk } from './refusals';
import { REQUEST_EXPANDS, requestToWire } from './request';
import { findDesk } from './service-desk';
import { isAsked, maySee, requestOf, summaryOf } from './visible-request';

type Test = (issue: Issue) => boolean;

/** Which requests are one's own, by the words of the document. Nobody here belongs to an organization of customers. */
function ownership(exchange: Exchange, accountId: string): Test {
  const wanted = exchange.query.all('requestOwnership').flatMap((each) => each.split(','));
  const owned: Test = ({ reporter }) => reporter === accountId;
  const participated: Test = ({ participants }) => participants.includes(accountId);
  const tests: Readonly<Record<string, Test>> = {
    OWNED_REQUESTS: owned,
    PARTICIPATED_REQUESTS: participated,
    APPROVER: approver(exchange, accountId),
  };
  const chosen = wanted.length === 0 ? [owned, participated] : wanted.flatMap((name) => tests[name] ?? []);
  return (issue) => chosen.some((test) => test(issue));
}

function approver(exchange: Exchange, accountId: string): Test {
  const pending: Test = (issue) => issue.approvals.some((approval) => mayAnswer(exchange, issue, approval));
  switch (exchange.query.oneOf('approvalStatus', ['MY_PENDING_APPROVAL', 'MY_HISTORY_APPROVAL'])) {
    case 'MY_PENDING_APPROVAL':
      return pending;
    case 'MY_HISTORY_APPROVAL':
      return (issue) => isAsked(issue, accountId) && !pending(issue);
    case undefined:
      return (issue) => isAsked(issue, accountId);
  }
}

function openness({ query, world }: Exchange): Test {
  const isClosed: Test = ({ statusId }) => world.work.status(statusId).category === 'DONE';
  switch (query.oneOf('requestStatus', ['CLOSED_REQUESTS', 'OPEN_REQUESTS', 'ALL_REQUESTS'])) {
    case 'CLOSED_REQUESTS':
      return isClosed;
    case 'OPEN_REQUESTS':
      return (issue) => !isClosed(issue);
    default:
      return () => true;
  }
}

/** Every word of the term is a word of the summary; `*` and `?` stand for more. */
function matching({ query }: Exchange): Test {
  const words = (query.text('searchTerm') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const patterns = words.map((word) => {
    const literal = word.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`);
  });
  return ({ fields }) => {
    const text = summaryOf({ fields })
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u);
    return patterns.every((pattern) => text.some((word) => pattern.test(word)));
  };
}

/** A request type is looked for on its own desk. */
function place(exchange: Exchange): Test {
  const [deskId, typeId] = [exchange.query.text('serviceDeskId'), exchange.query.text('requestTypeId')];
  if (deskId === undefined && typeId === undefined) return () => true;
  const project = deskId === undefined ? undefined : findDesk(exchange, deskId);
  if (!project || deskRoleOf(exchange, project) === 'none') throw noDesk();
  if (typeId !== undefined && !project.desk.requestTypes.some(({ id }) => id === typeId))
    throw noRequestType();
  return (issue) =>
    issue.projectId === project.id && (typeId === undefined || issue.requestTypeId === typeId);
}

/** As the search index has them, the latest activity first. */
function list(exchange: Exchange): SiteResponse {
  const accountId = personOf(exchange.asker)?.accountId ?? '';
  const tests = [ownership(exchange, accountId), openness(exchange), matching(exchange), place(exchange)];
  const { world } = exchange;
  const found = world.work
    .indexed(world.clock.time())
    .filter((issue) => tests.every((test) => test(issue)))
    .flatMap((issue) => requestOf(exchange, issue) ?? [])
    .filter((request) => maySee(exchange, request))
    .sort((a, b) => b.issue.updatedAt - a.issue.updatedAt || Number(b.issue.id) - Number(a.issue.id));
  const expands = expandsOf(exchange);
  return jsmPage(exchange, found, {
    expands: REQUEST_EXPANDS,
    toWire: (request) => requestToWire(exchange, request, expands),
  });
}

export const getCustomerRequests: Operation = {
  document: 'jsm',
  operationId: 'getCustomerRequests',
  method: 'GET',
  template: '/rest/servicedeskapi/request',
  statuses: [200, 400, 404],
  play: list,
};
