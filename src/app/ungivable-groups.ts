import { Fault } from '../domain/fault';
import { inBatches } from '../domain/in-batches';
import { connectionsOf, type GroupAccess, type GroupRef, type RuleDefinition } from '../domain/rule';
import { entitlementOf } from './givable';
import type { Ports, Watched } from './ports';
import { useTarget } from './target';

/** Each takes a question of its own, and the platform lets one run ask a hundred. */
const MOST = 80;

export interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

interface Saving {
  /** The version that is replaced, if there is one. */
  readonly before?: RuleDefinition | undefined;
  readonly by: string;
}

/** What speaks against the connections and the groups that a rule names: each has to be there, and to be givable. */
export async function findUngivableGroups(
  ports: Ports,
  definition: RuleDefinition,
  saving: Saving,
): Promise<readonly Problem[]> {
  const { access } = definition;
  const found = await Promise.all(connectionsOf(definition).map((id) => ports.connections.find(id)));
  if (access.kind === 'application-access') {
    return found.includes(undefined)
      ? [{ path: ['access', 'applications'], message: 'A connection does not exist any more.' }]
      : [];
  }
  const [watched] = found;
  return watched
    ? judgeGroups(ports, watched, { ...saving, access })
    : [{ path: ['access', 'connectionId'], message: 'The connection does not exist any more.' }];
}

type Judging = Saving & { readonly access: GroupAccess };

/** What is new in the rule is looked at first. What it named before is looked at again as far as there is room. */
async function judgeGroups(ports: Ports, watched: Watched, judging: Judging): Promise<readonly Problem[]> {
  const { access, before } = judging;
  const known = before && before.access.kind !== 'application-access' ? groupsOf(before.access) : NONE;
  const named = [...groupsOf(access).values()];
  const added = named.filter(({ id }) => !known.has(id));
  if (added.length > MOST) return [{ path: ['access', 'choices'], message: TOO_MANY }];
  const asked = [...added, ...named.filter(({ id }) => known.has(id))].slice(0, MOST);
  const messages = await inBatches(asked, (group) => problemOf(ports, watched, { ...judging, group }));
  const messageOf = new Map(asked.map(({ id }, index) => [id, messages[index]]));
  return access.choices.flatMap(({ groups }, index) =>
    groups.flatMap(({ id }) => {
      const message = messageOf.get(id);
      return message === undefined ? [] : [{ path: ['access', 'choices', String(index), 'groups'], message }];
    }),
  );
}

const NONE: ReadonlyMap<string, GroupRef> = new Map();
const TOO_MANY = `At most ${MOST} groups can be added at once. Save fewer first, then add the others.`;

const groupsOf = ({ choices }: GroupAccess): ReadonlyMap<string, GroupRef> =>
  new Map(choices.flatMap(({ groups }) => groups.map((group) => [group.id, group])));

async function problemOf(
  ports: Ports,
  watched: Watched,
  { access, group, by }: Judging & { readonly group: GroupRef },
): Promise<string | undefined> {
  const use = { during: 'a look at the groups of a rule', by: { kind: 'user', id: by } as const };
  const options = { named: access.kind === 'privileged-access' };
  try {
    const what = entitlementOf(ports, watched.connection, group);
    await useTarget(ports, watched, { ...use, work: (target) => target.mustBeGivable(what, options) });
    return undefined;
  } catch (error) {
    if (!(error instanceof Fault) || error.reason === undefined) throw error;
    return `${group.name}: ${error.message}`;
  }
}
