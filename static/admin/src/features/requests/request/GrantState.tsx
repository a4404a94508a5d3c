import type { GrantView } from '@contract/request-views';
import { LinkTo } from '../../../ui/LinkTo';
import { Person } from '../../../ui/Person';
import { Instant } from '../Instant';
import { GrantLozenges } from '../Lozenges';
import { isOfConnection, stillHeld } from '../words/troubles';

const unseen = 'Its end has passed, and the access has not been seen to be gone.';

/** The worst of it: somebody has what nobody wants them to have. */
function StillThere({ grant }: { grant: GrantView }) {
  const held = stillHeld(grant);
  const words = grant.overdue ? (held === undefined ? unseen : `Its end has passed. ${held}`) : held;
  return (
    words !== undefined && (
      <p>
        <strong>{words}</strong>
      </p>
    )
  );
}

/** Where a grant is, what is in its way, and what to do about it. */
export function GrantState({ grant }: { grant: GrantView }) {
  const { problem, driftedAt, acknowledgedBy, connectionId } = grant;
  return (
    <div className="stack-small">
      <GrantLozenges grant={grant} />
      <StillThere grant={grant} />
      {problem && (
        <>
          <p>{problem.message}</p>
          <p>
            <strong>What to do:</strong> {problem.remedy}
          </p>
          {isOfConnection(grant) && <LinkTo to={`/connections/${connectionId}`}>Open the connection</LinkTo>}
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
