import type { z } from 'zod';
import { getConnector, readFields } from '../connectors/connector';
import type { RotateInput } from '../contract/inputs';
import { isAccepted, type CheckLine } from '../domain/check';
import type { Connection } from '../domain/connection';
import { isOpen, type Draft } from '../domain/draft';
import { invalid } from '../domain/fault';
import { refused } from './connect';
import { commitWatched } from './commit-watched';
import { discard } from './discard';
import { FREE, NEW, policyOf, type Change, type Ports, type Watched } from './ports';
import { connectionGone, draftGone, somebodyElseChanged } from './problems';
import { keepFound } from './keep-found';
import { refusePastEnd } from './prove-facts';
import { healthGuard, provenHealth } from './record-health';
import { refuseHolder } from './refuse-holder';
import { openTarget } from './open-target';
import { answerOf } from './target';

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
    const isUsable = draft && isOpen(draft, by, ports.clock.now()) && draft.connectionId === id;
    if (!credential || !isUsable || draft.connector !== connection.connector) throw draftGone();
    const tokenExpiresOn = readEnd(ports, connection, values);
    const target = await openTarget(ports, connection.connector, credential);
    const { lines, found, account } = await answerOf(target.check(policyOf(await ports.settings.read())));

    // Decide.
    if (!isAccepted(lines) || !account) throw refused(lines);
    if (account.id !== connection.account)
      await answerOf(refuseHolder(ports, { connectionId: id, account: account.id, target }));

    // Write down.
    const { tokenExpiresOn: _ofTheOldToken, ...rest } = connection;
    const next: Connection = {
      ...rest,
      ...(tokenExpiresOn !== undefined && { tokenExpiresOn }),
      version: version + 1,
      credentialId: draftId,
      account: account.id,
      changedAt: ports.clock.now(),
    };
    const replaced = retired(connection, by, next.changedAt);
    const written = await commitWatched(ports, watched, (current) =>
      exchange(current, next, { draft, lines, replaced, account: account.id }),
    );
    if (written === 'moved') throw somebodyElseChanged('this connection');
    await keepFound(ports, draftId, { ...credential, found });

    // Act: the switch is made. Should this fail, the sweep finds what is left.
    await discard(ports, replaced, { kind: 'user', id: by }).catch(ports.report);
    return { connection: next, health: provenHealth(next, lines) };
  };

/** With a new token comes only the day of its end; the connector reads it as it reads every day. */
function readEnd(ports: Ports, connection: Connection, values: Input['values']): string | undefined {
  const { tokenExpiresOn: _typed, ...others } = values;
  const [stranger] = Object.keys(others);
  if (stranger !== undefined) {
    throw invalid([{ path: [stranger], message: 'This is changed with Edit, not with a new token.' }]);
  }
  const { name, applicationAdmin, defaultGroups } = connection;
  const shape = getConnector(ports.connectors, connection.connector).facts;
  const facts = readFields(shape, { name, applicationAdmin, defaultGroups, ...values });
  refusePastEnd(facts, ports.clock.now());
  return facts.tokenExpiresOn;
}

/** Found by the sweep, should we die before the old credential is deleted. */
const retired = ({ credentialId, id: connectionId, connector }: Connection, by: string, at: Date): Draft => ({
  id: credentialId,
  state: 'retired',
  connector,
  by,
  connectionId,
  expiresAt: at,
});

interface Exchange {
  readonly draft: Draft;
  readonly lines: readonly CheckLine[];
  readonly replaced: Draft;
  readonly account: string;
}

function exchange(before: Watched, next: Connection, { draft, lines, replaced, account }: Exchange): Change {
  const { id, version, changedAt: at } = next;
  const guard = healthGuard(before);
  return {
    guards: [
      { on: { kind: 'connection', id }, was: String(before.connection.version), becomes: String(version) },
      { on: { kind: 'draft', id: draft.id }, was: 'open', becomes: FREE },
      { on: { kind: 'draft', id: replaced.id }, was: NEW, becomes: 'retired' },
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
        detail: { account },
      },
    ],
  };
}
