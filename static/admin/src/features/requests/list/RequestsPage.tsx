import { Page } from '../../../ui/Page';
import { Alerts } from '../alerts/Alerts';
import { RequestList } from './RequestList';
import '../requests.css';

/** Who asked for which access, and what became of it. */
export const RequestsPage = () => (
  <Page title="Requests">
    <div className="stack-large">
      <Alerts />
      <RequestList />
    </div>
  </Page>
);
