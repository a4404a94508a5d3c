import { kvs } from '@forge/kvs';
import type { Connections, Watched } from '../../app/ports';
import { FREE } from '../../app/ports';
import type { Health } from '../../domain/health';
import { readGuard } from './guards';
import { keys } from './keys';
import { listAll, readable } from './list';
import * as shapes from './shapes';

/** A connection and its health rest under one prefix, so that one query shows them all. */
export const kvsConnections: Connections = {
  async list() {
    const rows = await listAll(keys.connections);
    const health = new Map(
      rows
        .filter(({ key }) => isHealth(key))
        .flatMap((row) => readable(shapes.health, row))
        .map((each) => [each.connectionId, each]),
    );
    return rows
      .filter(({ key }) => !isHealth(key))
      .flatMap((row) => readable(shapes.connection, row))
      .map((connection) => ({ connection, ...optional(health.get(connection.id)) }));
  },

  async find(id) {
    const [facts, health] = await Promise.all([
      kvs.get<unknown>(keys.connection(id)),
      kvs.get<unknown>(keys.health(id)),
    ]);
    return facts === undefined ? undefined : watched(facts, health);
  },

  async findHolder(name) {
    const holder = await readGuard({ kind: 'connection-name', name });
    return holder === FREE ? undefined : holder;
  },

  lastUse: (id) => readGuard({ kind: 'connection-use', id }),
};

const isHealth = (key: string) => key.endsWith('#health');
const optional = (health: Health | undefined) => (health === undefined ? {} : { health });

const watched = (facts: unknown, health: unknown): Watched => ({
  connection: shapes.connection.parse(facts),
  ...(health !== undefined && { health: shapes.health.parse(health) }),
});
