import type { Exchange, Operation } from '../exchange';
import type { Workflow } from '../work/model';
import { jsmPage } from './paging';
import { seenRequest, type Request } from './visible-request';

export const TRANSITIONS = '/rest/servicedeskapi/request/{issueIdOrKey}/transition';

/** What customers may do with a request in its status. */
export function customerTransitions(
  { world }: Exchange,
  { issue }: Pick<Request, 'issue'>,
): Workflow['transitions'] {
  return world.work
    .workflowOf(issue)
    .transitions.filter(
      ({ customer, from }) => customer && (from.length === 0 || from.includes(issue.statusId)),
    );
}

export const getCustomerTransitions: Operation = {
  document: 'jsm',
  operationId: 'getCustomerTransitions',
  method: 'GET',
  template: TRANSITIONS,
  statuses: [200, 403, 404],
  play: (exchange) =>
    jsmPage(exchange, customerTransitions(exchange, seenRequest(exchange)), {
      toWire: ({ id, name }) => ({ id, name }),
    }),
};
