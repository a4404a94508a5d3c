import { z } from 'zod';
import type { Exchange, Operation } from '../exchange';
import { personOf } from '../rights';
import type { SiteResponse } from '../wire';
import { editIssue } from '../work/engine';
import { callerOf, readBody } from './body';
import { customerOf } from './create';
import { isStaff } from './desk-role';
import { jsmPage } from './paging';
import { PARTICIPANTS, peopleById } from './participant';
import { badBody, forbidden } from './refusals';
import { jsmUser } from './user';
import { seenRequest, type Request } from './visible-request';

const Body = z.strictObject({ accountIds: z.array(z.string()).min(1) });

/** Those who work on the desk, and who raised the request, say who takes part. */
function managed(exchange: Exchange): Request {
  const request = seenRequest(exchange);
  const mine = request.issue.reporter === personOf(exchange.asker)?.accountId;
  if (!mine && !isStaff(exchange, request.project))
    throw forbidden('You do not have permission to manage the participants of this request.');
  return request;
}

function keep(exchange: Exchange, { issue }: Request, participants: readonly string[]): void {
  editIssue(exchange.world, issue, { by: callerOf(exchange), participants });
}

const answer = (exchange: Exchange, ids: readonly string[]): SiteResponse =>
  jsmPage(exchange, peopleById(exchange, ids), { toWire: (person) => jsmUser(exchange, person) });

function add(exchange: Exchange): SiteResponse {
  const request = managed(exchange);
  const { accountIds } = readBody(exchange, Body);
  const added = [...new Set(accountIds)].map((id) => customerOf(exchange, request.project, id));
  keep(exchange, request, [...new Set([...request.issue.participants, ...added])]);
  return answer(exchange, added);
}

function remove(exchange: Exchange): SiteResponse {
  const request = managed(exchange);
  const { accountIds } = readBody(exchange, Body);
  const { participants } = request.issue;
  const stranger = accountIds.find((id) => !participants.includes(id));
  if (stranger !== undefined) throw badBody(`The user '${stranger}' is not a participant of this request.`);
  const left = participants.filter((id) => !accountIds.includes(id));
  keep(exchange, request, left);
  return answer(exchange, left);
}

const at = { document: 'jsm', template: PARTICIPANTS, statuses: [200, 400, 403, 404] } as const;

export const participantWrites: readonly Operation[] = [
  { ...at, operationId: 'addRequestParticipants', method: 'POST', play: add },
  { ...at, operationId: 'removeRequestParticipants', method: 'DELETE', play: remove },
];
