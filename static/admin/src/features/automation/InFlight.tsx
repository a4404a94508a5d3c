import type { RuleView } from '@contract/rule-views';
import { LinkTo } from '../../ui/LinkTo';
import { requestsBy } from './requests-by';

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** What goes on by this rule, whatever becomes of it. */
export function InFlight({ rule: { id, inFlight } }: { rule: RuleView }) {
  const { requests, grants, isCut = false } = inFlight;
  if (requests + grants === 0)
    return <p>{isCut ? 'It could not be counted.' : 'Nothing: no open requests and no live grants.'}</p>;
  const told = [
    requests > 0 && counted(requests, 'open request', 'open requests'),
    grants > 0 && counted(grants, 'live grant', 'live grants'),
  ].filter(Boolean);
  return (
    <>
      <p>
        <LinkTo to={requestsBy(id)}>{`${isCut ? 'At least ' : ''}${told.join(' and ')}`}</LinkTo>
      </p>
      <p>
        {requests + grants === 1
          ? 'It keeps the version of the rule that it came with, and ends as that says.'
          : 'They keep the version of the rule that they came with, and end as that says.'}
      </p>
    </>
  );
}
