import type { SiteOptions } from '../../../../tools/simulator/atlassian/site';
import { acme } from '../../../../tools/simulator/atlassian/worlds/acme';
import { desk } from '../../../../tools/simulator/atlassian/worlds/acme-desk';
import type { ProductEvent } from '../../../../tools/simulator/product-events';
import { asApp, visit } from '../visit';

export const { people } = acme;
export const { fields, statuses, transitions, requestTypes } = desk;

/** Its own account, with every scope that work on a desk takes. */
export const theApp = asApp('read:jira-work', 'write:jira-work', 'manage:jira-configuration');

/** A request for group membership, raised by a plain user, on a site whose events are listened to. */
export function visitDesk(options: Partial<SiteOptions> = {}) {
  const told: ProductEvent[] = [];
  const visited = visit({ tell: (event) => void told.push(event), ...options });
  const { work } = visited.site;
  const raise = (values: Readonly<Record<string, unknown>> = {}) =>
    work.raise({
      by: people.plainUser.accountId,
      requestTypeId: requestTypes.groupMembership.id,
      fields: { [fields.reason.id]: null, ...values },
    });
  /** The same, with these people asked to approve. */
  const raiseFor = (...approvers: readonly { readonly accountId: string }[]) =>
    raise({ [fields.approvers.id]: approvers.map(({ accountId }) => accountId) });
  return { ...visited, work, told, raise, raiseFor };
}

/** The names of the events, in the order in which they were told. */
export const namesOf = (told: readonly ProductEvent[]): readonly string[] => told.map(({ name }) => name);
