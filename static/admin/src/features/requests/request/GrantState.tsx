import type { GrantView } from '@contract/request-views';
import { Person } from '../../../ui/Person';
import { Instant } from '../Instant';
import { GrantLozenges } from '../Lozenges';

/** Where a grant is, what is in its way, and what to do about it. */
export function GrantState({ grant }: { grant: GrantView }) {
  const { problem, driftedAt, acknowledgedBy, overdue } = grant;
  return (
    <div className="stack-small">
      <GrantLozenges grant={grant} />
      {overdue && (
        <p>
          <strong>Its end has passed, and the access has not been seen to be gone.</strong>
        </p>
      )}
      {problem && (
        <>
          <p>{problem.message}</p>
          <p>
            <strong>What to do:</strong> {problem.remedy}
          </p>
        </>
      )}
      {driftedAt !== undefined && (
        <p>
          The person was no longer in the group on <Instant at={driftedAt} />, though this app did not remove
          them. It does not put them back.
        </p>
      )}
      {acknowledgedBy !== undefined && (
        <div className="subtle">
          Acknowledged by <Person id={acknowledgedBy} />
        </div>
      )}
    </div>
  );
}
