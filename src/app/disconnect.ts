import type { z } from 'zod';
import type { VersionedRef } from '../contract/inputs';
import type { Draft } from '../domain/draft';
import { commitWatched } from './commit-watched';
import { discard } from './discard';
import { FREE, NEW, type Change, type Ports, type Watched } from './ports';
import { connectionGone, somebodyElseChanged, stillNeeded, usedLately } from './problems';
import { wasUsedLately } from './use-connection';

type Input = z.output<typeof VersionedRef>;

/** Ends a connection: its facts, its health and its credential go, its history stays. */
export const disconnect =
  (ports: Ports) =>
  async ({ id, version }: Input, by: string): Promise<{ id: string }> => {
    // Read.
    const watched = await ports.connections.find(id);
    if (!watched) throw connectionGone();
    if (watched.connection.version !== version) throw somebodyElseChanged('this connection');
    const use = await ports.connections.lastUse(id);
    const { items: live } = await ports.grants.listLiveOf(id);
    if (live.length > 0) throw stillNeeded();
    if (wasUsedLately(use, ports.clock.now())) throw usedLately();
    const { entries } = await ports.rules.book();
    const dependents = entries
      .filter(({ connectionIds }) => connectionIds.includes(id))
      .map((rule) => rule.id);

    // Write down: the credential stays findable until it is deleted.
    const left = leftBehind(watched, by, ports.clock.now());
    const written = await commitWatched(ports, watched, (current) =>
      ending(current, left, { by, use, dependents }),
    );
    if (written === 'moved')
      throw (await ports.connections.lastUse(id)) === use
        ? somebodyElseChanged('this connection')
        : usedLately();

    // Act: the connection is ended. Should this fail, the sweep finds what is left.
    await discard(ports, left, { kind: 'user', id: by }).catch(ports.report);
    return { id };
  };

const leftBehind = ({ connection }: Watched, by: string, now: Date): Draft => ({
  id: connection.credentialId,
  state: 'retired',
  connector: connection.connector,
  by,
  connectionId: connection.id,
  expiresAt: now,
});

interface Told {
  readonly by: string;
  /** Whoever gives access meanwhile changes this, and nothing is ended. */
  readonly use: string;
  readonly dependents: readonly string[];
}

function ending({ connection, health }: Watched, left: Draft, { by, use, dependents }: Told): Change {
  const { id, version, name } = connection;
  return {
    guards: [
      { on: { kind: 'connection', id }, was: String(version), becomes: FREE },
      { on: { kind: 'connection-use', id }, was: use, becomes: FREE },
      { on: { kind: 'connection-name', name }, was: id, becomes: FREE },
      { on: { kind: 'draft', id: left.id }, was: NEW, becomes: 'retired' },
      ...(health
        ? [{ on: { kind: 'health', id } as const, was: String(health.version), becomes: FREE }]
        : []),
    ],
    puts: [{ kind: 'draft', value: left }],
    drops: [
      { kind: 'connection', id },
      { kind: 'health', id },
    ],
    events: [
      {
        id: `connection#${id}#${version + 1}`,
        schema: 1,
        what: 'connection.disconnected',
        at: left.expiresAt,
        by: { kind: 'user', id: by },
        on: `connection#${id}`,
        detail: { dependents },
      },
    ],
  };
}
