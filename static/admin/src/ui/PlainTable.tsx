import type { ReactNode } from 'react';

export interface PlainColumn<Row> {
  readonly title: string;
  readonly show: (row: Row) => ReactNode;
}

interface Props<Row> {
  label: string;
  columns: readonly PlainColumn<Row>[];
  rows: readonly Row[];
  idOf(row: Row): string;
}

/** A table in the order in which its rows came. On a narrow screen each row becomes a card (see `app.css`). */
export const PlainTable = <Row,>({ label, columns, rows, idOf }: Props<Row>) => (
  <table className="list plain-table" role="table" aria-label={label}>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ title }) => (
          <th key={title} role="columnheader" scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr key={idOf(row)} role="row">
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
