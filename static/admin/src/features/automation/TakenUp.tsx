import type { TakenUpView } from '@contract/rule-views';
import { LinkTo } from '../../ui/LinkTo';
import { Instant } from '../requests/Instant';
import { RequestLozenge } from '../requests/Lozenges';

interface Props {
  taken: TakenUpView;
}

function End({ taken: { end, endedAt } }: Props) {
  if (endedAt !== undefined) {
    return (
      <p>
        The access ended on <Instant at={endedAt} />.
      </p>
    );
  }
  if (end?.kind === 'never') return <p>The access has no end.</p>;
  return (
    end && (
      <p>
        The access ends on <Instant at={end.at} />.
      </p>
    )
  );
}

/** What has become of the ticket in fact. A trial says only what would have. */
export function TakenUp({ taken }: Props) {
  const { issueId, ruleName, ruleVersion } = taken;
  const rule = ruleName === '' ? 'a rule that was deleted' : `rule ${ruleName}`;
  return (
    <section className="stack-small" aria-label="What has become of it">
      <p>
        {`Already taken up by ${rule}, version ${ruleVersion}: `}
        <RequestLozenge request={taken} /> <LinkTo to={`/requests/${issueId}`}>See the request</LinkTo>
      </p>
      <End taken={taken} />
    </section>
  );
}
