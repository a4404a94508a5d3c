import type { RequestView } from '@contract/request-views';
import type { ReactNode } from 'react';
import { titleOf } from '../../../problem';
import { Page } from '../../../ui/Page';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { FactsPanel } from './FactsPanel';
import { GrantsPanel } from './GrantsPanel';
import { listTrail, RequestGate } from './RequestGate';
import { RequestActions } from './RequestActions';
import { TimelinePanel } from './TimelinePanel';
import { useLookAgain } from './use-look-again';
import '../requests.css';

interface Props {
  request: RequestView;
  warning: ReactNode;
}

function Detail({ request, warning }: Props) {
  const look = useLookAgain(request);
  return (
    <Page title={request.key} trail={listTrail} actions={<RequestActions request={request} look={look} />}>
      <div className="stack-large">
        {warning}
        {look.problem && (
          <ProblemMessage
            problem={look.problem}
            title={titleOf(look.problem, 'The ticket was not read again')}
          />
        )}
        <FactsPanel request={request} />
        <GrantsPanel request={request} />
        <TimelinePanel request={request} />
      </div>
    </Page>
  );
}

/** One request: what is known of it, what came of it, and what happened when. */
export const RequestPage = () => (
  <RequestGate>
    {(request, warning) => <Detail key={request.issueId} request={request} warning={warning} />}
  </RequestGate>
);
