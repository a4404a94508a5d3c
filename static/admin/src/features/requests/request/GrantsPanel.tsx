import Heading from '@atlaskit/heading';
import type { GrantView, RequestView } from '@contract/request-views';
import { Person } from '../../../ui/Person';
import { PlainTable, type PlainColumn } from '../../../ui/PlainTable';
import { Instant } from '../Instant';
import { GrantActions } from './GrantActions';
import { GrantState } from './GrantState';

const idOf = ({ id }: GrantView) => id;

function Until({ grant: { until, endedAt } }: { grant: GrantView }) {
  if (endedAt !== undefined) {
    return (
      <span>
        Ended <Instant at={endedAt} />
      </span>
    );
  }
  return until === undefined ? <>No end</> : <Instant at={until} />;
}

const columns: readonly PlainColumn<GrantView>[] = [
  { title: 'Group', show: ({ group }) => <strong>{group.name}</strong> },
  { title: 'Who', show: ({ accountId }) => <Person id={accountId} /> },
  { title: 'State', show: (grant) => <GrantState grant={grant} /> },
  {
    title: 'Seen in place',
    show: ({ verifiedAt }) =>
      verifiedAt === undefined ? <span className="subtle">Never</span> : <Instant at={verifiedAt} />,
  },
  { title: 'Until', show: (grant) => <Until grant={grant} /> },
  { title: 'Actions', show: (grant) => <GrantActions grant={grant} /> },
];

/** What was given because of the request, group by group. */
export const GrantsPanel = ({ request: { grants } }: { request: RequestView }) => (
  <section className="stack" aria-labelledby="grants-heading">
    <Heading size="medium" as="h2" id="grants-heading">
      What was given
    </Heading>
    {grants.length === 0 ? (
      <p>Nothing so far.</p>
    ) : (
      <PlainTable label="Access" columns={columns} rows={grants} idOf={idOf} />
    )}
  </section>
);
