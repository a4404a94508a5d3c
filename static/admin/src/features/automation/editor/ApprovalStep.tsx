import SectionMessage from '@atlaskit/section-message';
import TextField from '@atlaskit/textfield';
import { RadioGroup } from '../../../form/RadioGroup';
import { reachOf } from '../draft/gaps';
import { sourcesOf } from '../draft/to-rule';
import type { StepProps } from './editor';
import { FieldSelect } from './FieldSelect';
import { Exempt, Times } from './ApprovalTerms';
import { FormGate } from './FormGate';
import { HowDecided } from './HowDecided';
import { Row } from './Row';
import { Sources } from './Sources';

/** Told as soon as it is so, not only once somebody wants to go on. */
function TooFew({ editor }: StepProps) {
  const { approval } = editor.draft;
  const reach = reachOf(approval);
  const isSaid = editor.errors['approval.count'] !== undefined;
  const who = reach === 1 ? '1 person is' : `${reach} people are`;
  return (
    <div role="status">
      {Number(approval.count) > reach && !isSaid && (
        <SectionMessage appearance="warning" title="Fewer people than this can approve">
          <p>{`${approval.count} have to, and ${who} named above. Name more of them.`}</p>
        </SectionMessage>
      )}
    </div>
  );
}

function HowMany({ editor }: StepProps) {
  const { need, count } = editor.draft.approval;
  return (
    <>
      {sourcesOf(editor.draft).length > 1 && (
        <RadioGroup
          name="approval.need"
          legend="Of these"
          value={need}
          onChange={(next) => editor.edit('approval.need', 'approval', { need: next })}
          choices={[
            { value: 'any', title: 'Any of them' },
            {
              value: 'all',
              title: 'All of them',
              text: 'At least one approver out of every one ticked above.',
            },
          ]}
        />
      )}
      <div className="stack-small">
        <Row
          editor={editor}
          path="approval.count"
          label="How many different people have to approve"
          help="Whoever asks, and whoever gets the access, never counts."
        >
          {(described) => (
            <TextField
              {...described}
              inputMode="numeric"
              autoComplete="off"
              width="small"
              isInvalid={described['aria-invalid']}
              value={count}
              onChange={(event) =>
                editor.edit('approval.count', 'approval', { count: event.currentTarget.value })
              }
            />
          )}
        </Row>
        <TooFew editor={editor} />
      </div>
    </>
  );
}

function ApproversField({ editor }: StepProps) {
  return (
    <FormGate editor={editor}>
      {(form) => (
        <FieldSelect
          editor={editor}
          path="approval.approversField"
          label="Approvers field"
          help="The field that the approval step of the workflow asks. The app fills it when the request arrives."
          isOptional
          fields={[...form.ticketFields, ...form.fields]}
          kinds={['people']}
          value={editor.draft.approval.approversField}
          onChange={(approversField) =>
            editor.edit('approval.approversField', 'approval', { approversField })
          }
        />
      )}
    </FormGate>
  );
}

/** Who decides, and how many of them. */
export const ApprovalStep = ({ editor }: StepProps) => (
  <>
    <Sources editor={editor} />
    <HowMany editor={editor} />
    <HowDecided editor={editor} />
    <ApproversField editor={editor} />
    <Times editor={editor} />
    <Exempt editor={editor} />
  </>
);
