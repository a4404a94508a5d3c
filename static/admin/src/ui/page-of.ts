const PAGE_SIZE = 20;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
type Value = string | number;
const compare = (a: Value, b: Value): number =>
  typeof a === 'number' && typeof b === 'number' ? Math.sign(a - b) || 0 : collator.compare(`${a}`, `${b}`);

export interface PageOf<Row> {
  readonly shown: readonly Row[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

interface Wanted<Row> {
  readonly valueOf: (row: Row) => Value;
  readonly order: 'asc' | 'desc';
  readonly page: number;
}

/** One page of rows, in order; those of the same value by name. A page beyond the end is the last one. */
export function pageOf<Row extends { readonly name: string }>(
  rows: readonly Row[],
  { valueOf, order, page: wanted }: Wanted<Row>,
): PageOf<Row> {
  const direction = order === 'asc' ? 1 : -1;
  const sorted = rows
    .map((row) => ({ row, value: valueOf(row) }))
    .toSorted((a, b) => direction * compare(a.value, b.value) || collator.compare(a.row.name, b.row.name))
    .map(({ row }) => row);
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  const page = Math.min(wanted, pages);
  const start = (page - 1) * PAGE_SIZE;
  return { shown: sorted.slice(start, start + PAGE_SIZE), total: sorted.length, page, pages };
}
