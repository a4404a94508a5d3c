import { route } from '@forge/api';
import { z } from 'zod';
import type { People } from '../app/desk-ports';
import type { Option } from '../connectors/connector';
import { Fault } from '../domain/fault';
import type { Person } from '../domain/ticket';
import type { Remember } from '../connectors/installation';
import { askJira, findInJira } from './jira';

/** Customers and apps have an account like everyone else; `unknown` is somebody of another site. */
const accountType = z.string().transform((type): Person['kind'] => {
  if (type === 'atlassian') return 'person';
  return type === 'app' ? 'app' : 'customer';
});
const person = z.object({
  accountId: z.string(),
  accountType,
  active: z.boolean(),
  timeZone: z.string().optional(),
  groups: z.object({ size: z.int(), items: z.array(z.object({ groupId: z.string() })) }),
});

const user = z.object({ accountId: z.string(), accountType, active: z.boolean(), displayName: z.string() });
const group = z.object({ groupId: z.string(), name: z.string() });

const kindOfAccount = z.enum(['person', 'app', 'customer']).nullable();
const FIVE_MINUTES = 300;

/**
 * The site's directory through Jira. Of what kind an account is never changes, so that is remembered for a while.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/
 */
export const createPeople = (remember: Remember): People => ({
  ...jiraPeople,
  async kindOf(accountId) {
    const what = { key: `kind of ${accountId}`, forSeconds: FIVE_MINUTES, shape: kindOfAccount };
    return (await remember(what, async () => (await jiraPeople.find(accountId))?.kind ?? null)) ?? undefined;
  },
});

const jiraPeople: Omit<People, 'kindOf'> = {
  async find(accountId) {
    const found = await findInJira(route`/rest/api/3/user?accountId=${accountId}&expand=groups`, {
      shape: person,
    });
    if (!found) return undefined;
    const { size, items } = found.groups;
    if (items.length < size)
      throw new Fault(
        'target-unavailable',
        'Jira did not tell all groups of a person. Try again in a moment.',
      );
    return {
      id: found.accountId,
      kind: found.accountType,
      active: found.active,
      timeZone: found.timeZone ?? 'UTC',
      groups: items.map(({ groupId }) => groupId),
    };
  },

  async search(kind, query) {
    if (kind === 'group') {
      const shape = z.object({ groups: z.array(group) });
      const path = route`/rest/api/3/groups/picker?query=${query}&maxResults=20&caseInsensitive=true`;
      return (await askJira(path, { shape })).groups.map(groupOption);
    }
    // Jira refuses to search people for nothing.
    if (query.trim() === '') return [];
    const path = route`/rest/api/3/user/search?query=${query}&maxResults=20`;
    const found = await askJira(path, { shape: z.array(user) });
    return found.filter(({ accountType: type }) => type === 'person').map(personOption);
  },

  async describe(kind, ids) {
    const pages = inPieces([...new Set(ids)]).map((piece) =>
      kind === 'group' ? describeGroups(piece) : describePeople(piece),
    );
    return (await Promise.all(pages)).flat();
  },
};

const PIECE = 50;
const inPieces = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / PIECE) }, (_, at) => ids.slice(at * PIECE, (at + 1) * PIECE));

function listOf(name: string, ids: readonly string[]): URLSearchParams {
  const list = new URLSearchParams({ maxResults: String(PIECE) });
  ids.forEach((id) => list.append(name, id));
  return list;
}

async function describePeople(ids: readonly string[]): Promise<readonly Option[]> {
  const path = route`/rest/api/3/user/bulk?${listOf('accountId', ids)}`;
  return (await askJira(path, { shape: z.object({ values: z.array(user) }) })).values.map(personOption);
}

async function describeGroups(ids: readonly string[]): Promise<readonly Option[]> {
  const path = route`/rest/api/3/group/bulk?${listOf('groupId', ids)}`;
  return (await askJira(path, { shape: z.object({ values: z.array(group) }) })).values.map(groupOption);
}

const personOption = ({ accountId, displayName, active }: z.output<typeof user>): Option => ({
  id: accountId,
  name: displayName,
  ...(!active && { blocked: 'This account is not active.' }),
});
const groupOption = ({ groupId, name }: z.output<typeof group>): Option => ({ id: groupId, name });
