import { z } from 'zod';
import { empty } from '../answer';
import type { Exchange, Operation } from '../exchange';
import type { SiteResponse } from '../wire';
import { addComment, adfOf, customerTransitions, transitionIssue } from '../work/engine';
import { callerOf, readBody } from './body';
import { jsmPage } from './paging';
import { badBody } from './refusals';
import { seenRequest } from './visible-request';

const PATH = '/rest/servicedeskapi/request/{issueIdOrKey}/transition';
const Body = z.strictObject({
  id: z.string(),
  additionalComment: z.strictObject({ body: z.string().trim().min(1) }).optional(),
});

function list(exchange: Exchange): SiteResponse {
  const { issue } = seenRequest(exchange);
  return jsmPage(exchange, customerTransitions(exchange.world, issue), {
    toWire: ({ id, name }) => ({ id, name }),
  });
}

/** What the portal does not offer cannot be done here, by staff neither: they have Jira for that. */
function perform(exchange: Exchange): SiteResponse {
  const { world } = exchange;
  const { issue } = seenRequest(exchange);
  const { id, additionalComment } = readBody(exchange, Body);
  const offered = customerTransitions(world, issue).some((transition) => transition.id === id);
  const by = callerOf(exchange);
  const moved = offered ? transitionIssue(world, issue, { by, transitionId: id }) : 'not-available';
  if (moved === 'not-available') throw badBody(`The transition '${id}' is not available on this request.`);
  if (additionalComment) addComment(world, moved, { by, body: adfOf(additionalComment.body), public: true });
  return empty(204);
}

export const transitionOperations: readonly Operation[] = [
  {
    document: 'jsm',
    operationId: 'getCustomerTransitions',
    method: 'GET',
    template: PATH,
    statuses: [200, 403, 404],
    play: list,
  },
  {
    document: 'jsm',
    operationId: 'performCustomerTransition',
    method: 'POST',
    template: PATH,
    statuses: [204, 400, 403, 404],
    play: perform,
  },
];
