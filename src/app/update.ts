import type { z } from 'zod';
import { getConnector, readFields } from '../connectors/connector';
import type { UpdateInput } from '../contract/inputs';
import { changedFields, foldName, type Connection } from '../domain/connection';
import { invalid } from '../domain/fault';
import { refuseTakenName } from './connect';
import { FREE, type Change, type Guard, type Ports, type Watched } from './ports';
import { connectionGone, somebodyElseChanged } from './problems';
import { proveFacts, refusePastEnd } from './prove-facts';
import { useTarget } from './target';

type Input = z.output<typeof UpdateInput>;

/** An administrator changes what a connection says. The application confirms it again, changed or not. */
export const update =
  (ports: Ports) =>
  async ({ id, version, values }: Input, by: string): Promise<Watched> => {
    // Read.
    const watched = await ports.connections.find(id);
    if (!watched) throw connectionGone();
    const { connection } = watched;
    if (connection.version !== version) throw somebodyElseChanged('this connection');
    const facts = readFields(getConnector(ports.connectors, connection.connector).facts, values);
    if (facts.tokenExpiresOn !== connection.tokenExpiresOn) refusePastEnd(facts, ports.clock.now());
    await refuseTakenName(ports, facts.name, id);
    const issues = await useTarget(ports, watched, {
      during: 'confirming a change',
      by: { kind: 'user', id: by },
      work: (target) => proveFacts(target, facts),
    });

    // Decide.
    if (issues.length > 0) throw invalid(issues);
    const changed = changedFields(connection, facts);
    if (changed.length === 0) return watched;

    // Write down.
    const { tokenExpiresOn: _before, ...rest } = connection;
    const changedAt = ports.clock.now();
    const regrouped = changed.includes('defaultGroups') && { groupsChangedAt: changedAt };
    const next: Connection = { ...rest, ...facts, ...regrouped, version: version + 1, changedAt };
    if ((await ports.commit(revision(connection, next, { by, changed }))) === 'written') {
      return { ...watched, connection: next };
    }
    await refuseTakenName(ports, facts.name, id);
    throw somebodyElseChanged('this connection');
  };

interface Told {
  readonly by: string;
  readonly changed: readonly string[];
}

function revision(before: Connection, after: Connection, { by, changed }: Told): Change {
  const { id, version, changedAt: at } = after;
  return {
    guards: [
      { on: { kind: 'connection', id }, was: String(before.version), becomes: String(version) },
      ...renaming(before, after),
    ],
    puts: [{ kind: 'connection', value: after }],
    drops: [],
    events: [
      {
        id: `connection#${id}#${version}`,
        schema: 1,
        what: 'connection.updated',
        at,
        by: { kind: 'user', id: by },
        on: `connection#${id}`,
        detail: { changed, ...idsThatChanged(before, after) },
      },
    ],
  };
}

/** The old name is given back and the new one taken, unless they are the same name written otherwise. */
function renaming(before: Connection, after: Connection): readonly Guard[] {
  if (foldName(before.name) === foldName(after.name)) return [];
  return [
    { on: { kind: 'connection-name', name: before.name }, was: before.id, becomes: FREE },
    { on: { kind: 'connection-name', name: after.name }, was: FREE, becomes: after.id },
  ];
}

/** What an auditor asks first: from whom to whom, which groups, until when. Ids and days only. */
function idsThatChanged(before: Connection, after: Connection) {
  const groupsAdded = after.defaultGroups.filter((id) => !before.defaultGroups.includes(id));
  const groupsRemoved = before.defaultGroups.filter((id) => !after.defaultGroups.includes(id));
  const sameEnd = before.tokenExpiresOn === after.tokenExpiresOn;
  return {
    ...(before.applicationAdmin !== after.applicationAdmin && {
      applicationAdminBefore: before.applicationAdmin,
      applicationAdminAfter: after.applicationAdmin,
    }),
    ...(groupsAdded.length > 0 && { groupsAdded }),
    ...(groupsRemoved.length > 0 && { groupsRemoved }),
    ...(!sameEnd && before.tokenExpiresOn !== undefined && { tokenExpiresBefore: before.tokenExpiresOn }),
    ...(!sameEnd && after.tokenExpiresOn !== undefined && { tokenExpiresAfter: after.tokenExpiresOn }),
  };
}
