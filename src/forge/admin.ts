import { asUser, NeedsAuthenticationError, route } from '@forge/api';
import { z } from 'zod';
import { Fault } from '../domain/fault';

const answer = z.object({ permissions: z.object({ ADMINISTER: z.object({ havePermission: z.boolean() }) }) });

const NOBODY = new Set(['', 'unidentified']);

/**
 * Jira's global permission Administer, asked of Jira for this very call. No answer is a no.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/
 */
export async function requireJiraAdmin(accountId: string): Promise<void> {
  const admin = !NOBODY.has(accountId) && (await isJiraAdmin());
  if (!admin) throw new Fault('not-allowed', 'Only Jira administrators can use this app.');
}

/** A platform that asks the caller for consent does so by its own error, which has to reach it. */
async function isJiraAdmin(): Promise<boolean> {
  try {
    const response = await asUser().requestJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`);
    if (response.status === 401 || response.status === 403) return false;
    return answer.parse(await response.json()).permissions.ADMINISTER.havePermission;
  } catch (cause) {
    if (cause instanceof NeedsAuthenticationError) throw cause;
    throw new Fault(
      'not-confirmed',
      'Jira did not confirm that you are an administrator, so nothing was done.',
      { cause, retryable: true },
    );
  }
}
