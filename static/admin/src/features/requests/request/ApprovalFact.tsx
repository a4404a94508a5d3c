import Lozenge from '@atlaskit/lozenge';
import { useQuery } from '@tanstack/react-query';
import type { RequestView } from '@contract/request-views';
import { api } from '../../../api';
import { Person } from '../../../ui/Person';
import { Instant } from '../Instant';

const People = ({ ids }: { ids: readonly string[] }) => (
  <ul className="plain">
    {ids.map((id) => (
      <li key={id}>
        <Person id={id} />
      </li>
    ))}
  </ul>
);

/** The name of the group as the directory knows it; its id when it does not. */
function GroupName({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: ['directory-group', id],
    queryFn: () => api.describeInDirectory({ kind: 'group', ids: [id] }),
  });
  return <>{data?.[0]?.name ?? id}</>;
}

/** Where it may still come; a ticket that was moved past it may be moved back. */
const isPending = ({ state }: RequestView): boolean =>
  state === 'awaiting-approval' || state === 'quarantined';

function Unapproved({ request }: { request: RequestView }) {
  const { asked, unasked } = request;
  if (unasked) return <>Pending: nobody who may approve it is asked</>;
  const standing = isPending(request) ? 'Pending' : 'None';
  if (asked.length === 0) return <>{isPending(request) ? 'Pending: anybody who may approve it' : standing}</>;
  return (
    <div className="stack-small">
      <p>{`${standing}. Asked:`}</p>
      <People ids={asked} />
    </div>
  );
}

/** Who approved it, and how. What counts for less than a record says so. */
export function ApprovalFact({ request }: { request: RequestView }) {
  const { approval } = request;
  if (approval === undefined) return <Unapproved request={request} />;
  switch (approval.kind) {
    case 'record':
      return (
        <div className="stack-small">
          <People ids={approval.by} />
          <p className="subtle">
            {'On the service desk, '}
            <Instant at={approval.at} />
          </p>
        </div>
      );
    case 'status':
      return (
        <div className="stack-small">
          <p>
            <Lozenge appearance="moved">By status alone</Lozenge>
          </p>
          <Person id={approval.by} />
          <p className="subtle">
            Moved the ticket to an approved status, <Instant at={approval.at} />. This is weaker than an
            approval: whoever may move tickets can do it.
          </p>
        </div>
      );
    case 'exempt':
      return (
        <>
          Not needed: the requester is in the exempt group <GroupName id={approval.groupId} />
        </>
      );
  }
}
