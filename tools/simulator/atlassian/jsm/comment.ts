import { json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import type { SiteResponse } from '../wire';
import { textOfAdf } from '../work/adf';
import type { Comment } from '../work/issue';
import { jsmDate } from './date';
import { isStaff } from './desk-role';
import { rendered } from './field-value';
import { expandsOf, jsmPage } from './paging';
import { noComment } from './refusals';
import { jsmUserById } from './user';
import { findRequest, maySee, seenRequest, type Request } from './visible-request';

const EXPANDS = ['renderedBody'];

/** Internal comments are for staff. */
export const commentsSeen = (exchange: Exchange, { issue, project }: Request): readonly Comment[] =>
  isStaff(exchange, project) ? issue.comments : issue.comments.filter((comment) => comment.public);

export function commentToWire(
  exchange: Exchange,
  { issue }: Pick<Request, 'issue'>,
  { id, author, at, body, public: isPublic }: Comment,
) {
  const text = textOfAdf(body);
  return {
    _expands: EXPANDS,
    id,
    body: text,
    ...(expandsOf(exchange).includes('renderedBody') && { renderedBody: rendered(text) }),
    public: isPublic,
    author: jsmUserById(exchange, author),
    created: jsmDate(exchange, at),
    _links: { self: `${exchange.world.baseUrl}/rest/servicedeskapi/request/${issue.id}/comment/${id}` },
  };
}

/** Whoever may not see the request finds no comments, and no refusal. */
function list(exchange: Exchange): SiteResponse {
  const request = findRequest(exchange);
  const seen = maySee(exchange, request) ? commentsSeen(exchange, request) : [];
  const { query } = exchange;
  const wanted = seen.filter((comment) => query.text(comment.public ? 'public' : 'internal') !== 'false');
  return jsmPage(exchange, wanted, {
    expands: EXPANDS,
    toWire: (comment) => commentToWire(exchange, request, comment),
  });
}

function one(exchange: Exchange): SiteResponse {
  const request = seenRequest(exchange);
  const comment = commentsSeen(exchange, request).find(({ id }) => id === exchange.path['commentId']);
  if (!comment) throw noComment();
  return json(200, commentToWire(exchange, request, comment));
}

const PATH = '/rest/servicedeskapi/request/{issueIdOrKey}/comment';

export const commentReads: readonly Operation[] = [
  {
    document: 'jsm',
    operationId: 'getRequestComments',
    method: 'GET',
    template: PATH,
    statuses: [200, 404],
    play: list,
  },
  {
    document: 'jsm',
    operationId: 'getRequestCommentById',
    method: 'GET',
    template: `${PATH}/{commentId}`,
    statuses: [200, 403, 404],
    play: one,
  },
];
