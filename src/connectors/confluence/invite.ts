import { z } from 'zod';
import { Fault } from '../../domain/fault';
import type { Invited } from '../connector';
import type { Client } from './client';
import { operations } from './operations';
import { faultOf } from './outcomes';
import { findByEmail, isAccountId } from './people';
import { isLost } from './why-not-given';

const created = z.object({ accountId: z.string().refine(isAccountId) });

/**
 * Makes an account on the site for an address that has none, without any product: access is given by `grant` alone, so
 * that no default group brings an unasked licence. https://developer.atlassian.com/cloud/jira/platform/rest/v3/ ,
 * operation `createUser`. It answers 201 with the account for somebody who was there already and has Jira, and 400 for
 * somebody without Jira. Nobody is taken for the one but the account that it names, or one that shows the very address:
 * anybody may give themselves a name that the search finds.
 */
export async function invite(client: Client, email: string): Promise<Invited> {
  const address = z.email().safeParse(email.trim());
  if (!address.success) throw new Fault('invalid', 'This is not an email address.');
  const before = await findByEmail(client, address.data);
  if (before.kind === 'found') return { outcome: 'already', accountId: before.principal.id };
  const body = { emailAddress: address.data, products: [] };
  const create = async () => {
    const { accountId } = await client.call(operations.createUser, { shape: created, body });
    const isOld = before.kind === 'uncertain' && before.candidates.some(({ id }) => id === accountId);
    return { outcome: isOld ? 'already' : 'invited', accountId } as const;
  };

  const first = await orFault(create());
  if (!(first instanceof Fault)) return first;
  // A lost answer is asked for again: the account that was made is named then, if it has Jira.
  const again = isLost(first) && first.retryAfterSeconds === undefined ? await orFault(create()) : first;
  if (!(again instanceof Fault)) return again;
  if (again.code !== 'target-refused') throw again;
  const after = await findByEmail(client, address.data);
  return { outcome: 'already', ...(after.kind === 'found' && { accountId: after.principal.id }) };
}

async function orFault<T>(answer: Promise<T>): Promise<T | Fault> {
  return (await faultOf(answer, 'target-refused', 'target-unavailable')) ?? answer;
}
