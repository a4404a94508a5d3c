import Heading from '@atlaskit/heading';
import type { RequestView } from '@contract/request-views';
import { LinkTo } from '../../../ui/LinkTo';
import { Person } from '../../../ui/Person';
import { TicketLink } from '../../../ui/TicketLink';
import { Instant } from '../Instant';
import { isGiven, isOpen } from '../words/states';
import { ApprovalFact } from './ApprovalFact';
import { AuditFacts } from './AuditFacts';
import { StateFact } from './StateFact';

function End({ request }: { request: RequestView }) {
  const { endsAt, endedAt } = request;
  if (endedAt !== undefined) {
    return (
      <>
        Ended <Instant at={endedAt} />
      </>
    );
  }
  if (endsAt !== undefined) return <Instant at={endsAt} />;
  if (isGiven(request)) return <>No end: the access is permanent</>;
  return <span className="subtle">{isOpen(request) ? 'Fixed when it is approved' : 'None'}</span>;
}

function Asked({ request: { requester, beneficiary, groups } }: { request: RequestView }) {
  return (
    <>
      <dt>Asked by</dt>
      <dd>
        <Person id={requester} />
      </dd>
      <dt>For</dt>
      <dd>
        {beneficiary === undefined ? (
          <span className="subtle">Not known yet, or somebody who is still to be invited</span>
        ) : beneficiary === requester ? (
          'Themselves'
        ) : (
          <Person id={beneficiary} />
        )}
      </dd>
      <dt>Groups</dt>
      <dd>
        {groups.length === 0 ? (
          <span className="subtle">None understood</span>
        ) : (
          <ul className="plain">
            {groups.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        )}
      </dd>
    </>
  );
}

const Reason = ({ request: { hasReason, path, key } }: { request: RequestView }) => (
  <>
    <TicketLink path={path}>
      On the ticket<span className="visually-hidden"> {key} in Jira</span>
    </TicketLink>
    <span className="option-detail">
      {hasReason
        ? 'Its words are read there: this app keeps only their digest, and notices when they are changed.'
        : 'If one was given: the rule reads none.'}
    </span>
  </>
);

/** What was asked for, and why it is where it is. */
export function FactsPanel({ request }: { request: RequestView }) {
  const { ruleId, ruleName, ruleVersion, receivedAt, changedAt } = request;
  return (
    <section className="stack" aria-labelledby="facts-heading">
      <Heading size="medium" as="h2" id="facts-heading">
        What was asked for
      </Heading>
      <dl className="facts">
        <dt>State</dt>
        <dd>
          <StateFact request={request} />
        </dd>
        <Asked request={request} />
        <dt>Reason</dt>
        <dd>
          <Reason request={request} />
        </dd>
        <dt>Until</dt>
        <dd>
          <End request={request} />
        </dd>
        <dt>Rule</dt>
        <dd>
          {ruleName ? <LinkTo to={`/automation/${ruleId}`}>{ruleName}</LinkTo> : 'A rule that was deleted'}
          {`, version ${ruleVersion}`}
        </dd>
        <dt>Approval</dt>
        <dd>
          <ApprovalFact request={request} />
        </dd>
        <dt>Asked</dt>
        <dd>
          <Instant at={receivedAt} />
        </dd>
        <dt>Last changed</dt>
        <dd>
          <Instant at={changedAt} />
        </dd>
      </dl>
      <AuditFacts request={request} />
    </section>
  );
}
