import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import { Component, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
}

/** A bug, or a part of the page that could not be loaded: said in words, in place of an empty page. */
export class ErrorBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className="page">
        <div role="alert" className="stack">
          <Heading size="large" as="h1">
            This page could not be shown
          </Heading>
          <SectionMessage appearance="error">
            <div className="stack-small">
              <p>
                A part of it failed or could not be loaded. The app may have been updated while the page was
                open.
              </p>
              <Button onClick={() => window.location.reload()}>Load the page again</Button>
            </div>
          </SectionMessage>
        </div>
      </main>
    );
  }
}
