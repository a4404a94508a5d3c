import { kvs } from '@forge/kvs';
import type { Connections, Watched } from '../../app/ports';
import { FREE } from '../../app/ports';
import { readGuard } from './guards';
import { keys } from './keys';
import { listAll } from './list';
import * as shapes from './shapes';

/** A connection and its health rest under one prefix, so that one query shows them all. */
export const kvsConnections: Connections = {
  async list() {
    const rows = new Map((await listAll(keys.connections)).map(({ key, value }) => [key, value]));
    return [...rows]
      .filter(([key]) => !key.endsWith('#health'))
      .map(([key, value]) => watched(value, rows.get(`${key}#health`)));
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
};

const watched = (facts: unknown, health: unknown): Watched => ({
  connection: shapes.connection.parse(facts),
  ...(health !== undefined && { health: shapes.health.parse(health) }),
});
