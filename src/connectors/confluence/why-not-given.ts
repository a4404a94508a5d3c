import { z } from 'zod';
import { Fault } from '../../domain/fault';
import { blocked, external } from './blocks';
import type { Call } from './client';
import type { Gift } from './give';
import { findGroup } from './group-options';
import { hasLicence } from './people';

/** No answer, or one that says nothing: what was asked may have been done. */
export const isLost = ({ code }: Fault): boolean => code === 'target-unavailable';

const brokeDown = z.object({ status: z.literal(500) });

/**
 * What a refusal means, now that person and group were found to be fine and the person is seen not to be in the group.
 * Statuses and further looks tell; the words of an answer follow the language of the account.
 */
export async function whyNotGiven(call: Call, { who, groupId, opens }: Gift, fault: Fault): Promise<Fault> {
  const { cause, retryAfterSeconds } = fault;
  const changed = isLost(fault) ? undefined : await groupChanged(call, groupId);
  if (changed) return changed;
  switch (fault.code) {
    case 'target-refused':
      return new Fault(
        'target-refused',
        'Atlassian refused to add the person to the group. Most often no licence is left for what the group opens: ' +
          'free one or buy one at admin.atlassian.com → Billing.',
        { cause, reason: 'no-seat' },
      );
    case 'not-found': {
      const message = 'Atlassian does not know the person everywhere yet. Try again in a while.';
      return new Fault('target-unavailable', message, { cause });
    }
    case 'target-unavailable': {
      const isFull = opens && brokeDown.safeParse(cause).success && (await isUnlicensed(call, who.id));
      const hint = opens
        ? 'If it goes on, look whether a Confluence licence is left, at admin.atlassian.com → Billing.'
        : 'Try again in a while.';
      return new Fault(
        'target-unavailable',
        `Atlassian failed while it added the person to the group. ${hint}`,
        { cause, retryAfterSeconds, ...(isFull && { reason: 'no-seat' }) },
      );
    }
    default:
      return fault;
  }
}

/** Whether the group has gone or has got another keeper since the look. Undefined: neither, as far as is seen. */
export async function groupChanged(call: Call, groupId: string): Promise<Fault | undefined> {
  try {
    const group = await findGroup(call, groupId);
    if (!group) return new Fault('not-found', 'The group does not exist any more.', { reason: 'group-gone' });
    return group.managedBy === 'EXTERNAL' ? blocked('The group cannot be changed', external) : undefined;
  } catch (error) {
    // The refusal that is being explained counts for more than a look that failed.
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

/** Somebody who has a licence needs none. A look that failed has seen nothing. */
async function isUnlicensed(call: Call, accountId: string): Promise<boolean> {
  try {
    return !(await hasLicence(call, accountId));
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}
