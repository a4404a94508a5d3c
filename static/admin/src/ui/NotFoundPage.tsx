import EmptyState from '@atlaskit/empty-state';
import { LinkButtonTo } from './LinkTo';
import { Page } from './Page';

export const NotFoundPage = () => (
  <Page title="Page not found">
    <EmptyState
      header="There is no such page here"
      headingLevel={2}
      description="The address may be old or mistyped."
      primaryAction={<LinkButtonTo to="/connections">Go to App Connections</LinkButtonTo>}
    />
  </Page>
);
