import { Fault } from '../../domain/fault';
import type { Call } from './client';
import { failed, passed, type Line } from './check-lines';
import { operations } from './operations';
import { faultOf } from './outcomes';
import { protectionOf } from './protected-groups';
import { MissingScope } from './refusals';
import { anything, groupPage, pickedGroups, type Group, type JiraUser } from './shapes';

/** The answer, or undefined when the account is kept out of Confluence: a missing scope is another thing. */
export async function unlessClosed<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const isClosed =
      error instanceof Fault && error.code === 'target-forbidden' && !(error instanceof MissingScope);
    if (isClosed) return undefined;
    throw error;
  }
}

/** The caller's own groups, as Confluence tells them: the first page is plenty. Undefined: it is closed to them. */
export async function readOwnGroups(call: Call, accountId: string): Promise<readonly Group[] | undefined> {
  const query = [['accountId', accountId]] as const;
  return (await unlessClosed(call(operations.memberOf, { shape: groupPage, query })))?.results;
}

/** By Atlassian's words, this call is open to whoever may use Confluence. Neither admin role brings that along. */
export const judgeConfluence = (own: readonly Group[] | undefined): Line =>
  own
    ? passed('has-confluence', 'Confluence is open to the account.')
    : failed('has-confluence', {
        finding: 'The account cannot use Confluence. Being an organization admin does not bring it along.',
        remedy:
          'Give the account Confluence at admin.atlassian.com → Directory → Users. It takes one licence.',
        field: 'adminEmail',
      });

/** A group as either product tells it; Jira's lists do not always say who manages one. */
type OwnGroup = Pick<Group, 'id' | 'name'> & { readonly managedBy?: string | undefined };

/**
 * A group of the caller's that may be written to and makes nobody an admin, for all that is known. Without Confluence,
 * Jira's picker tells who manages one.
 */
async function findOwnGroup(call: Call, me: JiraUser, seen: Seen): Promise<string | undefined> {
  const isFit = ({ id, name, managedBy }: OwnGroup): boolean =>
    managedBy !== undefined &&
    managedBy !== 'EXTERNAL' &&
    protectionOf(name) === undefined &&
    !seen.adminIds?.has(id);
  if (seen.own) return seen.own.find(isFit)?.id;
  const candidate = me.groups?.items.find(({ name }) => protectionOf(name) === undefined);
  if (!candidate) return undefined;
  const query = [['query', candidate.name]] as const;
  const { groups } = await call(operations.pickGroups, { shape: pickedGroups, query });
  const picked = groups.find(({ groupId }) => groupId === candidate.groupId);
  return picked && isFit({ ...picked, id: picked.groupId }) ? picked.groupId : undefined;
}

/** What is known before the probe. */
export interface Seen {
  /** The caller's groups; undefined when Confluence did not tell. */
  readonly own: readonly Group[] | undefined;
  readonly adminIds: ReadonlySet<string> | undefined;
}

const noGroupToTry = failed('may-change-membership', {
  finding:
    'It could not be tried: the account is in no group with which it can be tried without changing anything.',
  remedy: 'Add the account to a group that is managed in Atlassian administration and holds no admins.',
  field: 'adminEmail',
});

/**
 * May the account really change a group? It is added to a group that it is in already: nothing changes, and only
 * who may write gets as far as being told so. Not documented as a probe; the order of Atlassian's checks makes it one.
 * Undefined: there is nothing to try it with yet. Whoever is given Confluence is given a group, too.
 */
export async function probe(call: Call, me: JiraUser, seen: Seen): Promise<Line | undefined> {
  const { accountId } = me;
  const groupId = await findOwnGroup(call, me, seen);
  if (groupId === undefined) return seen.own && noGroupToTry;
  const adding = call(operations.addMember, {
    shape: anything,
    query: [['groupId', groupId]],
    body: { accountId },
  });
  const fault = await faultOf(adding, 'target-refused', 'conflict', 'target-forbidden', 'not-found');
  if (fault instanceof MissingScope) throw fault;
  switch (fault?.code) {
    case 'target-forbidden':
      return failed('may-change-membership', {
        finding: 'Atlassian does not let the account change who is in a group.',
        remedy:
          'Use the account of an organization admin. Product admins and user access admins are not enough.',
        field: 'adminEmail',
      });
    case 'not-found':
      return failed('may-change-membership', {
        finding: 'It could not be tried: the group to try it with has just gone.',
        remedy: 'Check again.',
        field: 'adminEmail',
      });
    default:
      return passed('may-change-membership', 'The account may add and remove people.');
  }
}
