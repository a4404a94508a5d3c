import type { ConnectionView, HealthState } from '@contract/views';
import type { ListState, SortKey } from './list-state';

export const PAGE_SIZE = 20;

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

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? Math.sign(a - b) || 0 : collator.compare(`${a}`, `${b}`);

export interface Rows {
  readonly shown: readonly ConnectionView[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** One page of what matches, in order. A page beyond the end is the last one. */
export function rowsOf(connections: readonly ConnectionView[], names: Names, state: ListState): Rows {
  const direction = state.order === 'asc' ? 1 : -1;
  const sorted = connections
    .filter((connection) => matches(connection, names, state))
    .map((connection) => ({ connection, value: valueOf(connection, names)[state.sort] }))
    .sort(
      (a, b) =>
        direction * compare(a.value, b.value) || collator.compare(a.connection.name, b.connection.name),
    )
    .map(({ connection }) => connection);
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  const page = Math.min(state.page, pages);
  const start = (page - 1) * PAGE_SIZE;
  return { shown: sorted.slice(start, start + PAGE_SIZE), total: sorted.length, page, pages };
}
