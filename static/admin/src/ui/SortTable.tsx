import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronUpIcon from '@atlaskit/icon/core/chevron-up';
import type { ReactNode } from 'react';

export type Order = 'asc' | 'desc';

export interface Column<Row, Key extends string> {
  /** Absent: nobody sorts by it. */
  readonly key?: Key;
  readonly title: string;
  readonly show: (row: Row) => ReactNode;
}

interface Props<Row, Key extends string> {
  label: string;
  columns: readonly Column<Row, Key>[];
  rows: readonly Row[];
  sort: Key;
  order: Order;
  onSort(sort: Key, order: Order): void;
}

const ariaOrder = { asc: 'ascending', desc: 'descending' } as const;

/** A table of its own making: Atlaskit's cannot be read at 320 px. There, each row becomes a card (see `app.css`). */
export function SortTable<Row extends { readonly id: string }, Key extends string>(props: Props<Row, Key>) {
  const { label, columns, rows, sort, order, onSort } = props;
  const Arrow = order === 'asc' ? ChevronUpIcon : ChevronDownIcon;
  return (
    <table className="list" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, title }) => {
            const isSorted = key === sort;
            const next = isSorted && order === 'asc' ? 'desc' : 'asc';
            return (
              <th
                key={title}
                role="columnheader"
                scope="col"
                {...(isSorted && { 'aria-sort': ariaOrder[order] })}
              >
                {key === undefined ? (
                  <span className="unsorted">{title}</span>
                ) : (
                  <button type="button" className="sort" onClick={() => onSort(key, next)}>
                    {title} {isSorted && <Arrow label="" size="small" />}
                  </button>
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            {columns.map(({ title, show }) => (
              <td key={title} role="cell" data-title={title}>
                {show(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
