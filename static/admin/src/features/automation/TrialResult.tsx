import Lozenge from '@atlaskit/lozenge';
import type { TrialLineView, TrialView } from '@contract/rule-views';
import { Person } from '../../ui/Person';
import { Instant } from '../requests/Instant';
import { hoursText } from './draft/spans';
import { TakenUp } from './TakenUp';

const decisions = {
  give: { appearance: 'success', text: 'Would be given' },
  wait: { appearance: 'inprogress', text: 'Would wait' },
  refuse: { appearance: 'removed', text: 'Would be refused' },
  declined: { appearance: 'removed', text: 'Was declined' },
  quarantine: { appearance: 'moved', text: 'Would be quarantined' },
  void: { appearance: 'moved', text: 'Would be void' },
  'not-this-rule': { appearance: 'default', text: 'Not answered by this rule' },
} as const;

const outcomes: Readonly<Record<TrialLineView['outcome'], string>> = {
  passed: 'Passed',
  failed: 'Failed',
  skipped: 'Not looked at',
};

const People = ({ ids }: { ids: readonly string[] }) => (
  <ul className="plain">
    {ids.map((id) => (
      <li key={id}>
        <Person id={id} />
      </li>
    ))}
  </ul>
);

interface Props {
  trial: TrialView;
}

function Until({ until }: { until: NonNullable<TrialView['until']> }) {
  switch (until.kind) {
    case 'at':
      return <Instant at={until.at} />;
    case 'for':
      return <>{`${hoursText(until.hours)} after the approval`}</>;
    case 'never':
      return <>No end</>;
  }
}

/** What was not understood has no facts: that nobody may approve it would say too much. */
function Facts({ trial: { beneficiary, groups, until, approvers } }: Props) {
  if (!until) return null;
  return (
    <dl className="facts">
      <dt>Who gets it</dt>
      <dd>{beneficiary === undefined ? 'Nobody' : <Person id={beneficiary} />}</dd>
      <dt>Groups</dt>
      <dd>{groups.length === 0 ? 'None' : groups.map(({ name }) => name).join(', ')}</dd>
      <dt>Until</dt>
      <dd>
        <Until until={until} />
      </dd>
      <dt>Who may approve</dt>
      <dd>{approvers.length === 0 ? 'Nobody' : <People ids={approvers} />}</dd>
    </dl>
  );
}

function Verdict({ trial: { decision, why } }: Props) {
  const { appearance, text } = decisions[decision];
  return (
    <>
      {' '}
      <Lozenge appearance={appearance}>{text}</Lozenge> {why}
    </>
  );
}

/** What has become of the ticket, and what the rule would make of it, and why. */
export function TrialResult({ trial }: Props) {
  return (
    <div className="stack">
      <p>
        <strong>{trial.issueKey}</strong>
        {!trial.taken && <Verdict trial={trial} />}
      </p>
      {trial.taken && (
        <>
          <TakenUp taken={trial.taken} />
          <p>
            This rule, run on it anew:
            <Verdict trial={trial} />
          </p>
        </>
      )}
      <Facts trial={trial} />
      <ol className="trial-lines" aria-label="How the rule came to it">
        {trial.lines.map(({ label, outcome, finding }, index) => (
          // Two lines may be about the same thing: their place is all that tells them apart.
          <li key={index}>
            <strong>{label}</strong> <span className="check-outcome">{outcomes[outcome]}</span>
            {finding && <p className="subtle">{finding}</p>}
          </li>
        ))}
      </ol>
    </div>
  );
}
