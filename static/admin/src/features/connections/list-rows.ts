import type { ConnectionView, HealthState } from '@contract/views';
import { pageOf, type PageOf } from '../../ui/page-of';
import type { ListState, SortKey } from './list-state';

type Names = ReadonlyMap<string, string>;

const includes = (text: string, part: string) => text.toLocaleLowerCase().includes(part);

const matches = (connection: ConnectionView, names: Names, { text, health }: ListState): boolean => {
  const part = text.trim().toLocaleLowerCase();
  if (health && connection.health.state !== health) return false;
  const admin = names.get(connection.applicationAdmin) ?? '';
  return [connection.name, connection.connectorName, admin].some((value) => includes(value, part));
};

/** The worst first, when sorted upwards. */
const severity: Readonly<Record<HealthState, number>> = {
  broken: 0,
  unreachable: 1,
  warning: 2,
  unchecked: 3,
  healthy: 4,
};

const valueOf = (connection: ConnectionView, names: Names): Record<SortKey, string | number> => ({
  name: connection.name,
  application: connection.connectorName,
  admin: names.get(connection.applicationAdmin) ?? '',
  health: severity[connection.health.state],
  expiry: connection.tokenExpiry?.daysLeft ?? Infinity,
  checked: connection.health.checkedAt ?? '',
  used: connection.usedBy.length,
});

/** One page of what matches, in order. */
export const rowsOf = (
  connections: readonly ConnectionView[],
  names: Names,
  state: ListState,
): PageOf<ConnectionView> =>
  pageOf(
    connections.filter((connection) => matches(connection, names, state)),
    { ...state, valueOf: (connection) => valueOf(connection, names)[state.sort] },
  );
