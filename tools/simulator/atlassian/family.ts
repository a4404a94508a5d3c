import { documentOf, type Address } from './address';
import { confluenceError, confluenceV2Error, gatewayError, jiraError, json } from './answer';
import type { DocumentName } from './exchange';
import type { SiteResponse } from './wire';

/** A request that cannot be read, in the words of the API that was asked. */
export function badRequest(document: DocumentName, message: string): SiteResponse {
  switch (document) {
    case 'jira':
      return jiraError(400, message);
    case 'confluence-v1':
      return confluenceError(400, message);
    case 'confluence-v2':
      return confluenceV2Error(400, 'INVALID_REQUEST', message);
  }
}

/** A path at which there is nothing. */
export function nothingHere({ pathname, via }: Address): SiteResponse {
  if (via === 'gateway') return gatewayError(404, 'Not Found');
  switch (documentOf(pathname)) {
    case 'jira':
      return json(404, { message: `null for uri: ${pathname}`, 'status-code': 404 });
    case 'confluence-v1':
      return confluenceError(404, `null for uri: ${pathname}`);
    case 'confluence-v2':
      return confluenceV2Error(404, 'NOT_FOUND', 'Not Found');
  }
}
