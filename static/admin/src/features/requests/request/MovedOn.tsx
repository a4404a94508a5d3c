import SectionMessage from '@atlaskit/section-message';

/** While the dialog stood open, the access became something else. */
export const MovedOn = ({ canStill }: { canStill: boolean }) => (
  <div role="status">
    {!canStill && (
      <SectionMessage appearance="warning" title="This cannot be done any more">
        <p>The access has changed while this was open. Close this to see how it is now.</p>
      </SectionMessage>
    )}
  </div>
);
