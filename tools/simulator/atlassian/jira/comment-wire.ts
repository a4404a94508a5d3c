import type { Exchange } from '../exchange';
import { jiraTime } from '../work/engine';
import type { Comment, Issue } from '../work/issue';
import { personById } from './person';

interface Part {
  readonly startAt?: number;
  readonly maxResults: number;
  readonly withProperties?: boolean;
  readonly newestFirst?: boolean;
}

export function commentToWire(exchange: Exchange, issue: Issue, comment: Comment) {
  const author = personById(exchange, comment.author);
  const at = jiraTime(comment.at);
  return {
    self: `${exchange.world.baseUrl}/rest/api/3/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    author,
    body: comment.body,
    updateAuthor: author,
    created: at,
    updated: at,
    jsdPublic: comment.public,
  };
}

export function commentPage(exchange: Exchange, issue: Issue, part: Part) {
  const { startAt = 0, maxResults, withProperties = false, newestFirst = false } = part;
  const all = newestFirst ? [...issue.comments].reverse() : issue.comments;
  return {
    startAt,
    maxResults,
    total: all.length,
    comments: all.slice(startAt, startAt + maxResults).map((comment) => ({
      ...commentToWire(exchange, issue, comment),
      ...(withProperties && { properties: comment.properties }),
    })),
  };
}
