import type { Exchange } from '../exchange';
import { personOf } from '../rights';
import type { Issue } from '../work/issue';
import type { Project, RequestType } from '../work/model';
import { deskRoleOf, isStaff } from './desk-role';
import { noRequest, requestForbidden } from './refusals';

/** One customer request: an issue with a request type. */
export interface Request {
  readonly issue: Issue;
  readonly project: Project;
  readonly type: RequestType;
}

/** Undefined for an issue that came without a request type, or has lost it: the service desk does not know it. */
export function requestOf({ world }: Pick<Exchange, 'world'>, issue: Issue): Request | undefined {
  const type = world.work.requestTypeOf(issue);
  return type && { issue, type, project: world.work.projectOf(issue) };
}

export const summaryOf = ({ fields }: Pick<Issue, 'fields'>): string => {
  const { summary } = fields;
  return typeof summary === 'string' ? summary : '';
};

export const isAsked = ({ approvals }: Issue, accountId: string): boolean =>
  approvals.some(({ approvers }) => approvers.some((each) => each.accountId === accountId));

/** Staff see every request of their desk; everybody else those they raised, take part in, or are asked to approve. */
export function maySee(exchange: Exchange, { issue, project }: Request): boolean {
  if (isStaff(exchange, project)) return true;
  const person = personOf(exchange.asker);
  if (!person) return false;
  const { accountId } = person;
  if (isAsked(issue, accountId)) return true;
  const mine = issue.reporter === accountId || issue.participants.includes(accountId);
  return mine && deskRoleOf(exchange, project) !== 'none';
}

/** The request of the path, whoever asks. */
export function findRequest(exchange: Exchange): Request {
  const issue = exchange.world.work.findIssue(exchange.path['issueIdOrKey'] ?? '');
  const request = issue && requestOf(exchange, issue);
  if (!request) throw noRequest();
  return request;
}

/** The request of the path, for a caller who may see it. */
export function seenRequest(exchange: Exchange): Request {
  const request = findRequest(exchange);
  if (!maySee(exchange, request)) throw requestForbidden();
  return request;
}
