import type { RequestView } from '../contract/request-views';
import { advance } from './advance';
import type { Ports } from './ports';
import { requestGone } from './problems';
import { readRequest } from './show-requests';

/** Looks at a request again now, as an event would. */
export const retryRequest =
  (ports: Ports) =>
  async (issueId: string, by: string): Promise<RequestView> => {
    if (!(await ports.requests.find(issueId))) throw requestGone();
    await advance(ports)(issueId, { kind: 'user', id: by });
    return readRequest(ports)(issueId);
  };
