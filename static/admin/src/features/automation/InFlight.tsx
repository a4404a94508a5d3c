import type { RuleView } from '@contract/rule-views';

const counted = (count: number, one: string, many: string) =>
  `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;

/** What goes on by this rule, whatever becomes of it. */
export function InFlight({ rule: { inFlight } }: { rule: RuleView }) {
  const { requests, grants } = inFlight;
  const open = counted(requests, 'open request', 'open requests');
  const live = counted(grants, 'live grant', 'live grants');
  if (requests === 0 && grants === 0) return <p>{`Nothing: ${open} and ${live}.`}</p>;
  const [first = '', ...rest] = `${open} and ${live}.`;
  return (
    <>
      <p>
        <strong>{first.toUpperCase() + rest.join('')}</strong>
      </p>
      <p>They keep the version of the rule that they came with, and end as it says.</p>
    </>
  );
}
