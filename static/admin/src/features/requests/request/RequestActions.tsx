import Button from '@atlaskit/button/new';
import type { RequestView } from '@contract/request-views';
import { TicketLink } from '../../../ui/TicketLink';
import type { Look } from './use-look-again';

interface Props {
  request: RequestView;
  look: Look;
}

export const RequestActions = ({ request: { key, path, retryable }, look }: Props) => (
  <>
    <TicketLink path={path}>
      Open in Jira<span className="visually-hidden"> (ticket {key})</span>
    </TicketLink>
    {retryable && (
      <Button onClick={() => void look.run()} isLoading={look.isRunning}>
        Read the ticket again now
      </Button>
    )}
  </>
);
