import type { z } from 'zod';
import { getConnector, readFields } from '../connectors/connector';
import type { RotateInput } from '../contract/inputs';
import { isAccepted, type CheckLine } from '../domain/check';
import type { Connection } from '../domain/connection';
import { isOpen, type Draft } from '../domain/draft';
import { refused } from './connect';
import { commitWatched } from './commit-watched';
import { discard } from './discard';
import { FREE, policyOf, type Change, type Ports, type Watched } from './ports';
import { connectionGone, draftGone, somebodyElseChanged } from './problems';
import { healthGuard, provenHealth } from './record-health';
import { openTarget } from './target';

type Input = z.output<typeof RotateInput>;

/** Puts a new credential in the place of the old one. The new one is proven once more before the old one goes. */
export const rotate =
  (ports: Ports) =>
  async ({ id, version, draft: draftId, values }: Input, by: string): Promise<Watched> => {
    // Read.
    const watched = await ports.connections.find(id);
    if (!watched) throw connectionGone();
    const { connection } = watched;
    if (connection.version !== version) throw somebodyElseChanged('this connection');
    const [draft, credential] = await Promise.all([
      ports.drafts.find(draftId),
      ports.credentials.find(draftId),
    ]);
    if (!draft || !credential || !isOpen(draft, by, ports.clock.now()) || draft.connectionId !== id)
      throw draftGone();
    const facts = readFields(getConnector(ports.connectors, connection.connector).facts, {
      ...factsOf(connection),
      ...values,
    });
    const target = await openTarget(ports, connection.connector, credential);
    const { lines, found } = await target.check(policyOf(await ports.settings.read()));

    // Decide.
    if (!isAccepted(lines)) throw refused(lines);

    // Act.
    await ports.credentials.keep(draftId, { ...credential, found });

    // Write down.
    const { tokenExpiresOn: _ofTheOldToken, ...rest } = connection;
    const { tokenExpiresOn } = facts;
    const next: Connection = {
      ...rest,
      ...(tokenExpiresOn !== undefined && { tokenExpiresOn }),
      version: version + 1,
      credentialId: draftId,
      changedAt: ports.clock.now(),
    };
    const replaced = retired(draft, connection);
    const written = await commitWatched(ports, watched, (current) =>
      exchange(current, next, { draft, lines, replaced }),
    );
    if (written === 'moved') throw somebodyElseChanged('this connection');

    // Act: the switch is made. Should this fail, the sweep finds what is left.
    await discard(ports, replaced, { kind: 'user', id: by }).catch(ports.report);
    return { connection: next, health: provenHealth(next, lines) };
  };

/** What a connection says, without the end of the token that goes. */
const factsOf = ({ name, applicationAdmin, defaultGroups }: Connection) => ({
  name,
  applicationAdmin,
  defaultGroups,
});

/** Found by the sweep, should we die before the old credential is deleted. */
const retired = (draft: Draft, { credentialId, id: connectionId }: Connection): Draft => ({
  ...draft,
  id: credentialId,
  connectionId,
  state: 'retired',
});

interface Exchange {
  readonly draft: Draft;
  readonly lines: readonly CheckLine[];
  readonly replaced: Draft;
}

function exchange(before: Watched, next: Connection, { draft, lines, replaced }: Exchange): Change {
  const { id, version, changedAt: at } = next;
  const guard = healthGuard(before);
  return {
    guards: [
      { on: { kind: 'connection', id }, was: String(before.connection.version), becomes: String(version) },
      { on: { kind: 'draft', id: draft.id }, was: 'open', becomes: FREE },
      guard,
    ],
    puts: [
      { kind: 'connection', value: next },
      { kind: 'health', value: { ...provenHealth(next, lines), version: Number(guard.becomes) } },
      { kind: 'draft', value: replaced },
    ],
    drops: [{ kind: 'draft', id: draft.id }],
    events: [
      {
        id: `connection#${id}#${version}`,
        schema: 1,
        what: 'connection.rotated',
        at,
        by: { kind: 'user', id: draft.by },
        on: `connection#${id}`,
        detail: { account: draft.account },
      },
    ],
  };
}
