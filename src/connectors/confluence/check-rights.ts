import { Fault } from '../../domain/fault';
import type { Call } from './client';
import { failed, passed, warned, type Line } from './check-lines';
import { operations } from './operations';
import { faultOf } from './outcomes';
import { protectionOf } from './protected-groups';
import { MissingScope } from './refusals';
import { anything, groupPage, type Group, type JiraUser } from './shapes';

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

/** What is known before the probe. */
export interface Seen {
  /** The caller's groups, as Confluence tells them. */
  readonly own: readonly Group[];
  readonly adminIds: ReadonlySet<string>;
}

/** Atlassian's own groups that open a product, by the names that it gives them. */
const ACCESS = /-users(-|$)/i;

/**
 * A group to try it with: both products show the caller in it, it is kept by admins, and it makes nobody an admin for
 * all that is known. Rather one that opens nothing, as far as its name tells.
 */
function findOwnGroup(me: JiraUser, { own, adminIds }: Seen): Group | undefined {
  const inJira = new Set(me.groups?.items.map(({ groupId }) => groupId));
  const fit = own.filter(
    ({ id, name, managedBy, usageType }) =>
      inJira.has(id) &&
      managedBy === 'ADMINS' &&
      usageType === 'USERBASE_GROUP' &&
      protectionOf(name) === undefined &&
      !adminIds.has(id),
  );
  return fit.find(({ name }) => !ACCESS.test(name)) ?? fit[0];
}

const noGroupToTry = failed('may-change-membership', {
  finding:
    'It could not be tried: the account is in no group with which it can be tried without changing anything.',
  remedy: 'Add the account to a group that is managed in Atlassian administration and holds no admins.',
  field: 'adminEmail',
});

/** Atlassian took the addition for a change. Whether it was one cannot be told: the lists that would tell may lag. */
const maybeAdded = ({ displayName }: JiraUser, { name }: Group): Line =>
  warned('may-change-membership', {
    finding:
      `The account may add and remove people. But when it was tried, Atlassian answered that it had added ` +
      `${displayName} to ${name}: the account may have left that group shortly before, and was then put back.`,
    remedy:
      `Look at admin.atlassian.com → Directory → Groups whether the account belongs in ${name}, and take it out if ` +
      'it does not.',
    field: 'adminEmail',
  });

/**
 * May the account really change a group? It is added to a group that it is in already: nothing changes, and only
 * who may write gets as far as being told so. Not documented as a probe; the order of Atlassian's checks makes it one.
 * Lists lag behind, so the account may have left the group a moment ago: then it is put back, Atlassian says so, and
 * so does the line. docs/decisions/0009-the-check-tries-a-group-of-its-own.md
 */
export async function probe(call: Call, me: JiraUser, seen: Seen): Promise<Line> {
  const { accountId } = me;
  const group = findOwnGroup(me, seen);
  if (!group) return noGroupToTry;
  const adding = call(operations.addMember, {
    shape: anything,
    query: [['groupId', group.id]],
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
    case undefined:
      return maybeAdded(me, group);
    default:
      return passed('may-change-membership', 'The account may add and remove people.');
  }
}
