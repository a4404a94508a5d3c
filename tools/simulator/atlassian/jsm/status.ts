import type { Exchange, Operation } from '../exchange';
import type { Issue } from '../work/issue';
import { jsmDate } from './date';
import { jsmPage } from './paging';
import { seenRequest } from './visible-request';

type Entry = Issue['statuses'][number];

export function statusToWire(exchange: Exchange, { statusId, at }: Entry) {
  const { name, category } = exchange.world.work.status(statusId);
  return { status: name, statusCategory: category, statusDate: jsmDate(exchange, at) };
}

export const newestFirst = ({ statuses }: Issue): readonly Entry[] => [...statuses].reverse();

/** Through which statuses a request has come, the latest first. */
export const getCustomerRequestStatus: Operation = {
  document: 'jsm',
  operationId: 'getCustomerRequestStatus',
  method: 'GET',
  template: '/rest/servicedeskapi/request/{issueIdOrKey}/status',
  statuses: [200, 403, 404],
  play: (exchange) =>
    jsmPage(exchange, newestFirst(seenRequest(exchange).issue), {
      toWire: (entry) => statusToWire(exchange, entry),
    }),
};
