import { documentOf, type Address } from './address';
import { confluenceError, confluenceV2Error, gatewayError, jiraError, jsmError, json } from './answer';
import type { DocumentName, Operation, World } from './exchange';
import type { SiteRequest, SiteResponse } from './wire';

/** A request that cannot be read, in the words of the API that was asked. */
export function badRequest(document: DocumentName, message: string): SiteResponse {
  switch (document) {
    case 'jira':
      return jiraError(400, message);
    case 'confluence-v1':
      return confluenceError(400, message);
    case 'confluence-v2':
      return confluenceV2Error(400, 'INVALID_REQUEST', message);
    case 'jsm':
      return jsmError(400, message, 'sd.validation.error.bad.request');
  }
}

/** A path at which there is nothing. */
export function nothingHere({ pathname, via }: Address): SiteResponse {
  if (via === 'gateway') return gatewayError(404, 'Not Found');
  switch (documentOf(pathname)) {
    case 'jira':
    case 'jsm':
      return json(404, { message: `null for uri: ${pathname}`, 'status-code': 404 });
    case 'confluence-v1':
      return confluenceError(404, `null for uri: ${pathname}`);
    case 'confluence-v2':
      return confluenceV2Error(404, 'NOT_FOUND', 'Not Found');
  }
}

/** Experimental calls are refused to whoever does not say that they know. Whether they truly are is a variant. */
export function optInNeeded(
  { variants }: World,
  { experimental }: Operation,
  { headers }: SiteRequest,
): SiteResponse | undefined {
  const free = experimental !== true || variants.experimentalWithoutOptIn === '200';
  if (free || headers['x-experimentalapi'] === 'opt-in') return undefined;
  return jsmError(
    412,
    "This is an experimental API. To use it, set the header 'X-ExperimentalApi: opt-in'.",
    'sd.error.experimental.api',
  );
}
