import type { Exchange } from '../../exchange';
import type { Issue } from '../../work/issue';
import type { Order } from './clause';
import type { SearchField } from './field';
import { fieldOf } from './field-of';
import { JqlError } from './tokens';

const MOST_ORDERS = 7;

/** Without an order, the newest issue comes first. */
export function compileOrder(exchange: Exchange, orders: readonly Order[]): (a: Issue, b: Issue) => number {
  if (orders.length > MOST_ORDERS) throw new JqlError(`At most ${MOST_ORDERS} fields can be ordered by.`);
  const compares = orders.map(({ field, descending }) => {
    const found = fieldOf(exchange, field);
    return (a: Issue, b: Issue) => (descending ? -1 : 1) * compareBy(found, a, b);
  });
  return (a, b) =>
    compares.map((compare) => compare(a, b)).find((sign) => sign !== 0) ?? Number(b.id) - Number(a.id);
}

function compareBy(field: SearchField, a: Issue, b: Issue): number {
  switch (field.kind) {
    case 'amounts':
      return (field.value(a) ?? Infinity) - (field.value(b) ?? Infinity) || 0;
    case 'texts':
      return field.value(a).localeCompare(field.value(b));
    case 'ids':
      return (field.values(a)[0] ?? '').localeCompare(field.values(b)[0] ?? '', 'en', { numeric: true });
  }
}
