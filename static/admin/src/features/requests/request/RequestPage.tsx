import type { RequestView } from '@contract/request-views';
import { titleOf } from '../../../problem';
import { Page } from '../../../ui/Page';
import { Failure, ProblemMessage } from '../../../ui/ProblemMessage';
import { useRequest } from '../use-requests';
import { FactsPanel } from './FactsPanel';
import { GrantsPanel } from './GrantsPanel';
import { listTrail, RequestGate } from './RequestGate';
import { RequestActions } from './RequestActions';
import { TimelinePanel } from './TimelinePanel';
import { useLookAgain } from './use-look-again';
import '../requests.css';

/** What is on the screen may be older than it looks, and has to say so. */
function Stale({ issueId }: { issueId: string }) {
  const { error, refetch } = useRequest(issueId);
  return error ? (
    <Failure error={error} title="This may be out of date: it could not be loaded again" retry={refetch} />
  ) : null;
}

function Detail({ request }: { request: RequestView }) {
  const look = useLookAgain(request);
  return (
    <Page title={request.key} trail={listTrail} actions={<RequestActions request={request} look={look} />}>
      <div className="stack-large">
        <Stale issueId={request.issueId} />
        {look.problem && (
          <ProblemMessage
            problem={look.problem}
            title={titleOf(look.problem, 'It was not looked at again')}
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
  <RequestGate>{(request) => <Detail key={request.issueId} request={request} />}</RequestGate>
);
