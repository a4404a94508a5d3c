import type { RequestRowView } from '@contract/request-views';
import { LinkTo } from '../../../ui/LinkTo';
import { Person } from '../../../ui/Person';
import type { PlainColumn } from '../../../ui/PlainTable';
import { TicketLink } from '../../../ui/TicketLink';
import { When } from '../../../ui/When';
import { RequestLozenge } from '../Lozenges';
import { Instant } from '../Instant';
import { isGiven, isOpen } from '../words/states';

const FEW = 4;
const few = (names: readonly string[]): string =>
  names.length <= FEW
    ? names.join(', ')
    : `${names.slice(0, FEW - 1).join(', ')} and ${names.length - FEW + 1} more`;

const Ticket = ({ row: { key, issueId, path } }: { row: RequestRowView }) => (
  <div>
    <LinkTo to={`/requests/${issueId}`}>{key}</LinkTo>
    <span className="option-detail">
      <TicketLink path={path}>
        Open in Jira<span className="visually-hidden"> (ticket {key})</span>
      </TicketLink>
    </span>
  </div>
);

const State = ({ row }: { row: RequestRowView }) => (
  <div>
    <RequestLozenge request={row} />
    {row.why !== undefined && <span className="option-detail">{row.why}</span>}
  </div>
);

const Rule = ({ row: { ruleId, ruleName } }: { row: RequestRowView }) =>
  ruleName ? (
    <LinkTo to={`/automation/${ruleId}`}>{ruleName}</LinkTo>
  ) : (
    <span className="subtle">Deleted</span>
  );

const Beneficiary = ({ row }: { row: RequestRowView }) => {
  const { requester, beneficiary } = row;
  if (beneficiary === undefined) {
    return <span className="subtle">{isOpen(row) ? 'Not known yet' : 'Not known'}</span>;
  }
  return beneficiary === requester ? <>Themselves</> : <Person id={beneficiary} />;
};

/** One that was taken back early has ended before its end. */
const Ends = ({ row }: { row: RequestRowView }) => {
  const at = row.endedAt ?? row.endsAt;
  if (at !== undefined) return <Instant at={at} short />;
  if (isGiven(row)) return <>Permanent</>;
  return <span className="subtle">{isOpen(row) ? 'Not fixed yet' : 'None'}</span>;
};

/** The first column names the row. */
export const columns: readonly PlainColumn<RequestRowView>[] = [
  { title: 'Request', show: (row) => <Ticket row={row} /> },
  { title: 'State', show: (row) => <State row={row} /> },
  { title: 'Asked by', show: ({ requester }) => <Person id={requester} /> },
  { title: 'For', show: (row) => <Beneficiary row={row} /> },
  { title: 'Groups', show: ({ groups }) => few(groups.map(({ name }) => name)) || 'None' },
  { title: 'Rule', show: (row) => <Rule row={row} /> },
  { title: 'Asked', show: ({ receivedAt }) => <When at={receivedAt} /> },
  { title: 'Ends', show: (row) => <Ends row={row} /> },
];
