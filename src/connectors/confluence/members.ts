import type { Entitlement, Principal } from '../../domain/access';
import { Fault } from '../../domain/fault';
import type { Call } from './client';
import { inGroup, mustBeGroup } from './membership';
import { operations } from './operations';
import { unless } from './outcomes';
import { jiraMemberPage } from './shapes';

const PAGE = 50;

/**
 * Everybody in a group, as Jira lists them: Confluence has an empty list for a group that does not exist, and leaves
 * out who is suspended. Whole or nothing: each page must agree on the count, and the people must come to it. The
 * accounts of apps, which sit in the default groups, count, and are then left out.
 */
export async function members(call: Call, what: Entitlement): Promise<readonly Principal[]> {
  mustBeGroup(what);
  const found = new Map<string, { readonly accountType: string; readonly displayName: string }>();
  let total: number | undefined;
  for (let startAt = 0, isLast = false; !isLast;) {
    const page = await readPage(call, what.resource.id, startAt);
    total ??= page.total;
    const isOther = page.total !== total || page.startAt !== startAt;
    for (const person of page.values) found.set(person.accountId, person);
    startAt += page.values.length;
    isLast = page.isLast;
    const isStuck = !isLast && page.values.length === 0;
    if (isOther || isStuck || found.size !== startAt) throw notWhole();
  }
  if (found.size !== total) throw notWhole();
  return [...found].flatMap(([id, { accountType, displayName: name }]) =>
    accountType === 'app' ? [] : [{ id, name }],
  );
}

async function readPage(call: Call, groupId: string, startAt: number) {
  const query = inGroup(groupId, [
    ['includeInactiveUsers', 'true'],
    ['startAt', String(startAt)],
    ['maxResults', String(PAGE)],
  ]);
  const page = await unless(call(operations.members, { shape: jiraMemberPage, query }), 'not-found');
  if (page) return page;
  throw new Fault('unverified', 'The group does not exist any more, so nobody can be listed.', {
    reason: 'group-gone',
  });
}

const notWhole = (): Fault =>
  new Fault(
    'unverified',
    'The list of the people in the group did not come out whole: it may have changed while it was read. Nothing was ' +
      'concluded from it.',
    { retryable: true },
  );
