import type { Exchange, Operation } from '../exchange';
import { jsmPage } from './paging';
import { jsmUser } from './user';
import { seenRequest } from './visible-request';

export const PARTICIPANTS = '/rest/servicedeskapi/request/{issueIdOrKey}/participant';

export const peopleById = ({ view }: Exchange, ids: readonly string[]) =>
  ids.flatMap((id) => view.person(id) ?? []);

export const getRequestParticipants: Operation = {
  document: 'jsm',
  operationId: 'getRequestParticipants',
  method: 'GET',
  template: PARTICIPANTS,
  statuses: [200, 403, 404],
  play: (exchange) =>
    jsmPage(exchange, peopleById(exchange, seenRequest(exchange).issue.participants), {
      toWire: (person) => jsmUser(exchange, person),
    }),
};
