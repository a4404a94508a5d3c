import type { ConnectionView } from '@contract/views';
import { HealthLozenge } from '../../ui/HealthLozenge';
import { LinkTo } from '../../ui/LinkTo';
import { Person } from '../../ui/Person';
import type { Column } from '../../ui/SortTable';
import { TokenExpiry } from '../../ui/TokenExpiry';
import { When } from '../../ui/When';
import type { SortKey } from './list-state';

const usedBy = ({ usedBy: { length } }: ConnectionView): string =>
  length === 0 ? 'Nothing yet' : `${length} ${length === 1 ? 'rule' : 'rules'}`;

/** The first column names the row. */
export const columns: readonly Column<ConnectionView, SortKey>[] = [
  { key: 'name', title: 'Name', show: ({ id, name }) => <LinkTo to={`/connections/${id}`}>{name}</LinkTo> },
  { key: 'application', title: 'Application', show: ({ connectorName }) => connectorName },
  {
    key: 'admin',
    title: 'Application admin',
    show: ({ applicationAdmin }) => <Person id={applicationAdmin} />,
  },
  { key: 'health', title: 'Health', show: ({ health }) => <HealthLozenge state={health.state} /> },
  { key: 'expiry', title: 'Token', show: ({ tokenExpiry }) => <TokenExpiry expiry={tokenExpiry} /> },
  {
    key: 'checked',
    title: 'Last checked',
    show: ({ health }) => (health.checkedAt ? <When at={health.checkedAt} /> : 'Never'),
  },
  { key: 'used', title: 'Used by', show: usedBy },
];
