import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronUpIcon from '@atlaskit/icon/core/chevron-up';
import type { ConnectionView } from '@contract/views';
import { columns } from './columns';
import type { ListState, SortKey } from './list-state';

interface Props {
  rows: readonly ConnectionView[];
  state: ListState;
  onSort(sort: SortKey, order: ListState['order']): void;
}

const ariaOrder = { asc: 'ascending', desc: 'descending' } as const;

/** A table of its own making: Atlaskit's cannot be read at 320 px. There, each row becomes a card (see `app.css`). */
export function ConnectionTable({ rows, state, onSort }: Props) {
  const Arrow = state.order === 'asc' ? ChevronUpIcon : ChevronDownIcon;
  return (
    <table className="list" role="table" aria-label="Connections">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, title }) => {
            const isSorted = key === state.sort;
            const next = isSorted && state.order === 'asc' ? 'desc' : 'asc';
            return (
              <th
                key={key}
                role="columnheader"
                scope="col"
                {...(isSorted && { 'aria-sort': ariaOrder[state.order] })}
              >
                <button type="button" className="sort" onClick={() => onSort(key, next)}>
                  {title} {isSorted && <Arrow label="" size="small" />}
                </button>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((connection) => (
          <tr key={connection.id} role="row">
            {columns.map(({ key, title, show }) => (
              <td key={key} role="cell" data-title={title}>
                {show(connection)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
