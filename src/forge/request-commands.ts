import { z } from 'zod';
import { extendGrant } from '../app/extend-grant';
import { acknowledgeGrant, retryGrant, withdrawGrant } from '../app/grant-actions';
import { retryRequest } from '../app/retry-request';
import { readAlerts } from '../app/show-alerts';
import { listRequests, readRequest } from '../app/show-requests';
import * as inputs from '../contract/inputs';
import { define } from './define';

const role = 'jira-admin';

/** The calls of the page Requests. */
export const requestCommands = {
  'request.list': define({
    role,
    input: inputs.RequestListInput,
    audit: { none: 'reads requests' },
    run: (ports, input) => listRequests(ports)(input),
  }),
  'request.read': define({
    role,
    input: inputs.RequestRef,
    audit: { none: 'reads a request' },
    run: (ports, { issueId }) => readRequest(ports)(issueId),
  }),
  'request.alerts': define({
    role,
    input: z.strictObject({}),
    audit: { none: 'counts what needs attention' },
    run: (ports) => readAlerts(ports)(),
  }),
  'request.retry': define({
    role,
    input: inputs.RequestRef,
    audit: { none: 'looks again; what comes of it leaves its own events' },
    run: (ports, { issueId }, by) => retryRequest(ports)(issueId, by),
  }),
  'grant.retry': define({
    role,
    input: inputs.GrantRef,
    audit: 'grant.retried',
    run: (ports, input, by) => retryGrant(ports)(input, by),
  }),
  'grant.withdraw': define({
    role,
    input: inputs.GrantRef,
    audit: 'grant.withdrawing',
    run: (ports, input, by) => withdrawGrant(ports)(input, by),
  }),
  'grant.extend': define({
    role,
    input: inputs.ExtendInput,
    audit: 'grant.extended',
    run: (ports, input, by) => extendGrant(ports)(input, by),
  }),
  'grant.acknowledge': define({
    role,
    input: inputs.GrantRef,
    audit: 'grant.acknowledged',
    run: (ports, input, by) => acknowledgeGrant(ports)(input, by),
  }),
};
