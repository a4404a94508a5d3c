import SectionMessage from '@atlaskit/section-message';
import { RadioGroup } from '../../../form/RadioGroup';
import type { StepProps } from './editor';

const ways = [
  {
    value: 'record',
    title: 'The approval record of the request',
    text: 'It names who decided, what and when. Moving the ticket by hand gives nothing.',
  },
  {
    value: 'status',
    title: 'The status of the request alone',
    text: 'Weaker. Only for workflows without an approval step.',
  },
] as const;

/** Privileged access leaves no choice, so it asks nothing. */
const OnlyTheRecord = () => (
  <div className="stack-small">
    <h3 className="part">What counts as a decision</h3>
    <p>
      {ways[0].title}. {ways[0].text}
    </p>
  </div>
);

/** The approval record, or the status alone, which is weaker. */
export function HowDecided({ editor }: StepProps) {
  const { approval, access } = editor.draft;
  const { by } = approval;
  if (access.kind === 'privileged-access' && by === 'record') return <OnlyTheRecord />;
  return (
    <>
      <RadioGroup
        name="approval.by"
        legend="What counts as a decision"
        value={by}
        error={editor.errors['approval.by']}
        onChange={(next) => editor.edit('approval.by', 'approval', { by: next })}
        choices={ways}
      />
      {by === 'status' && (
        <SectionMessage appearance="warning" title="A status is weak proof">
          <p>
            Everybody who may move the ticket can then approve it, and nothing shows who was asked. The app
            still refuses when whoever moved it is the requester or gets the access. Every decision by this
            rule is marked as weaker.
          </p>
        </SectionMessage>
      )}
    </>
  );
}
