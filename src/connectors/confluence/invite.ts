import { z } from 'zod';
import { Fault } from '../../domain/fault';
import type { Client } from './client';
import { comesTrue } from './membership';
import { operations } from './operations';
import { faultOf } from './outcomes';
import { findByEmail, isAccountId, readUser } from './people';

const created = z.object({ accountId: z.string() });

/**
 * Makes an account on the site for an address that has none, without any product: access is given by `grant` alone, so
 * that no default group brings an unasked licence. https://developer.atlassian.com/cloud/jira/platform/rest/v3/ ,
 * operation `createUser`, which answers 201 for somebody who was there already, too.
 */
export async function invite(client: Client, wait: (ms: number) => Promise<void>, email: string) {
  const address = z.email().safeParse(email.trim());
  if (!address.success) throw new Fault('invalid', 'This is not an email address.');
  const before = await findByEmail(client, address.data);
  if (before.kind === 'found') return 'already';
  const candidates = before.kind === 'uncertain' ? before.candidates.map(({ id }) => id) : [];

  let accountId = '';
  const creating = async () => {
    const body = { emailAddress: address.data, products: [] };
    ({ accountId } = await client.call(operations.createUser, { shape: created, body }));
  };
  const fault = await faultOf(creating(), 'target-refused', 'conflict', 'target-unavailable');
  // Someone who hides the address is told by the answer: their account, or that there is one without Jira.
  if (candidates.includes(accountId)) return 'already';
  if (candidates.length > 0 && fault?.code === 'target-refused') return 'already';
  // An account that was made may hide its address: whoever was no candidate before is the one.
  const isThere = async () => {
    if (isAccountId(accountId)) return (await readUser(client.call, accountId)) !== undefined;
    const now = await findByEmail(client, address.data);
    return (
      now.kind === 'found' ||
      (now.kind === 'uncertain' && now.candidates.some(({ id }) => !candidates.includes(id)))
    );
  };
  if (await comesTrue(wait, isThere))
    return fault && fault.code !== 'target-unavailable' ? 'already' : 'invited';
  if (!fault)
    throw new Fault('unverified', 'Atlassian accepted the invitation, but the account cannot be seen yet.');
  if (fault.code !== 'target-refused') throw fault;
  throw new Fault(
    'target-refused',
    'Atlassian refused the invitation. The person may have an account here that is suspended or hidden.',
  );
}
