import Lozenge from '@atlaskit/lozenge';
import type { RequestView } from '@contract/request-views';
import { Person } from '../../../ui/Person';
import { RequestLozenge } from '../Lozenges';
import { outOfQuarantine } from '../words/states';
import { needsAttention } from '../words/troubles';

const all = new Intl.ListFormat('en', { type: 'conjunction' });

/** Whoever moved the ticket past its approval, so that somebody can ask them why. */
function MovedBy({ request: { state, timeline } }: { request: RequestView }) {
  const by = timeline.findLast(({ what }) => what === 'request.quarantined')?.detail['by'];
  if (state !== 'quarantined' || typeof by !== 'string') return null;
  return (
    <div className="line">
      It was moved by <Person id={by} />
    </div>
  );
}

/** A request that was fulfilled stays so, whatever becomes of what it gave. */
function Attention({ request: { grants } }: { request: RequestView }) {
  const names = grants.filter(needsAttention).map(({ group }) => group.name);
  if (names.length === 0) return null;
  return (
    <>
      <Lozenge appearance="removed">Needs attention</Lozenge>
      <p>{`See ${all.format(names)} below.`}</p>
    </>
  );
}

const remedyOf = ({ state, unasked }: RequestView): string | undefined =>
  state === 'quarantined' ? outOfQuarantine : unasked?.remedy;

/** Where the request is, why, and what to do about it. */
export const StateFact = ({ request }: { request: RequestView }) => (
  <>
    <RequestLozenge request={request} /> <Attention request={request} />
    {request.why !== undefined && <p>{request.why}</p>}
    <MovedBy request={request} />
    {remedyOf(request) !== undefined && (
      <p>
        <strong>What to do:</strong> {remedyOf(request)}
      </p>
    )}
  </>
);
