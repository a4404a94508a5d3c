import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';

/** Says that the page was left with something unsaved, and offers to be rid of it. */
export const BroughtBack = ({ onDiscard }: { onDiscard(): void }) => (
  <SectionMessage appearance="information" title="Your unsaved changes are back">
    <div className="stack-small">
      <p>You left this page before you saved. What you had entered is here again.</p>
      <div>
        <Button spacing="compact" onClick={onDiscard}>
          Discard it and start afresh
        </Button>
      </div>
    </div>
  </SectionMessage>
);
