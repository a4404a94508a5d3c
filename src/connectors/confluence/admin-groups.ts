import { Fault } from '../../domain/fault';
import type { Page } from '../connector';
import { pages } from '../pages';
import type { Call } from './client';
import { allGroups, collect, idsOf } from './lists';
import { operations } from './operations';
import { unless } from './outcomes';
import { MissingScope } from './refusals';
import { jiraGroupPage } from './shapes';

/** How Jira's list of groups by access fails. The operation is experimental, and on some sites it always does. */
const untold = ['target-unavailable', 'target-forbidden', 'target-refused', 'not-found', 'conflict'] as const;

/**
 * Ids of the groups that make site admins, as Jira tells them. Undefined: it did not. Only for saying what an account
 * is: what may be changed is decided by `readAdminGroups`.
 */
export const jiraSiteAdminIds = (call: Call): Promise<ReadonlySet<string> | undefined> =>
  unless(listJiraGroupIds(call, 'site-admin'), ...untold);

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

/** Groups that make somebody an administrator, by what they administer, as ids. */
export interface AdminGroups {
  /** Those of the organisation and of the site. */
  readonly site: ReadonlySet<string>;
  readonly confluence: ReadonlySet<string>;
  readonly jira: ReadonlySet<string>;
}

export const makesAdmins = ({ site, confluence, jira }: AdminGroups, id: string): boolean =>
  [site, confluence, jira].some((ids) => ids.has(id));

/**
 * Every group that makes somebody an administrator of the organisation, the site, Confluence or Jira. Who administers
 * Jira is told by Jira alone: without that list nothing is known to be harmless, and the answer is a retryable
 * `Fault('target-unavailable')`.
 */
export async function readAdminGroups(call: Call): Promise<AdminGroups> {
  const [confluence, site, jira] = await Promise.all([
    idsOf(allGroups(call, 'admin')),
    idsOf(allGroups(call, 'site-admin')),
    listJiraGroupIds(call, 'admin').catch(faultAsValue),
  ]);
  // After the others: where nothing can be read at all, the reason for that is told.
  if (jira instanceof Fault) throw isUntold(jira) ? unknownAdmins(jira) : jira;
  return { confluence, site, jira };
}

function faultAsValue(error: unknown): Fault {
  if (error instanceof Fault) return error;
  throw error;
}

const isUntold = (fault: Fault): boolean =>
  !(fault instanceof MissingScope) && untold.some((code) => code === fault.code);

const unknownAdmins = ({ code, cause, retryAfterSeconds }: Fault): Fault =>
  new Fault(
    'target-unavailable',
    'Jira did not tell which groups make people administrators of Jira (its list of groups with admin access), so ' +
      'no group is known to be safe and nothing was changed. Try again in a while.' +
      (code === 'target-forbidden'
        ? ' The admin account needs the global permission Browse users and groups.'
        : ''),
    { cause, retryAfterSeconds },
  );
