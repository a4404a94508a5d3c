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

const OUTSIDE = 'EXTERNAL';
const isFit = ({
  name,
  managedBy,
}: {
  readonly name: string;
  readonly managedBy?: string | undefined;
}): boolean => managedBy !== undefined && managedBy !== OUTSIDE && protectionOf(name) === undefined;

/** A group of the caller's that may be written to. Without Confluence, Jira's picker tells who manages one. */
export async function findOwnGroup(call: Call, me: JiraUser, own: readonly Group[] | undefined) {
  if (own) return own.find(isFit)?.id;
  const mine = (me.groups?.items ?? []).filter(({ name }) => protectionOf(name) === undefined);
  const [candidate] = mine;
  if (!candidate) return undefined;
  const { groups } = await call(operations.pickGroups, {
    shape: pickedGroups,
    query: [['query', candidate.name]],
  });
  return groups.find((group) => isFit(group) && mine.some(({ groupId }) => groupId === group.groupId))
    ?.groupId;
}

/**
 * May the account really change a group? It is added to a group that it is in already: nothing changes, and only
 * who may write gets as far as being told so. Not documented as a probe; the order of Atlassian's checks makes it one.
 */
export async function probe(call: Call, accountId: string, groupId: string | undefined): Promise<Line> {
  if (groupId === undefined) {
    return failed('may-change-membership', {
      finding:
        'It could not be tried: the account is in no group that could be used to try it without changing anything.',
      remedy: 'Add the account to a group that is managed in Atlassian administration and holds no admins.',
      field: 'adminEmail',
    });
  }
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
