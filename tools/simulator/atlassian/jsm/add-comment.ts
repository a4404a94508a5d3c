import { z } from 'zod';
import { json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import type { SiteResponse } from '../wire';
import { addComment, adfOf } from '../work/engine';
import { callerOf, readBody } from './body';
import { commentToWire } from './comment';
import { isStaff } from './desk-role';
import { forbidden } from './refusals';
import { seenRequest } from './visible-request';

const Body = z.strictObject({ body: z.string().trim().min(1).max(32_767), public: z.boolean() });

/** Customers speak in public. */
function comment(exchange: Exchange): SiteResponse {
  const request = seenRequest(exchange);
  const said = readBody(exchange, Body);
  if (!said.public && !isStaff(exchange, request.project))
    throw forbidden('You do not have permission to add internal comments to this request.');
  const added = addComment(exchange.world, request.issue, {
    by: callerOf(exchange),
    body: adfOf(said.body),
    public: said.public,
  });
  return json(201, commentToWire(exchange, request, added));
}

export const createRequestComment: Operation = {
  document: 'jsm',
  operationId: 'createRequestComment',
  method: 'POST',
  template: '/rest/servicedeskapi/request/{issueIdOrKey}/comment',
  statuses: [201, 400, 403, 404],
  play: comment,
};
