import type { Page } from '../connector';
import { pages } from '../pages';
import type { Call } from './client';
import { allGroups, collect, idsOf } from './lists';
import { operations } from './operations';
import { unless } from './outcomes';
import { jiraGroupPage } from './shapes';

/**
 * Ids of the groups whose members have this access to Jira. The operation is experimental and known to fail, so
 * undefined says that Jira did not tell.
 */
export const jiraGroupIds = (
  call: Call,
  accessType: 'admin' | 'site-admin',
): Promise<ReadonlySet<string> | undefined> =>
  unless(listJiraGroupIds(call, accessType), 'target-unavailable', 'target-forbidden', 'target-refused');

async function listJiraGroupIds(call: Call, accessType: string): Promise<ReadonlySet<string>> {
  const fetch = async (cursor = '0'): Promise<Page<string>> => {
    const page = await call(operations.jiraGroups, {
      shape: jiraGroupPage,
      query: [
        ['accessType', accessType],
        ['startAt', cursor],
      ],
    });
    const next = page.isLast ? undefined : String(page.startAt + page.values.length);
    return { items: page.values.map(({ groupId }) => groupId), ...(next !== undefined && { next }) };
  };
  return new Set(await collect(pages(fetch)));
}

/** Ids of every group that makes somebody an administrator of the organisation, the site, Confluence or Jira. */
export async function adminGroupIds(call: Call): Promise<ReadonlySet<string>> {
  const [confluence, site, jira] = await Promise.all([
    idsOf(allGroups(call, 'admin')),
    idsOf(allGroups(call, 'site-admin')),
    jiraGroupIds(call, 'admin'),
  ]);
  return new Set([...confluence, ...site, ...(jira ?? [])]);
}
