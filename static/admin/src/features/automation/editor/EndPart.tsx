import Checkbox from '@atlaskit/checkbox';
import { RadioGroup, type RadioChoice } from '../../../form/RadioGroup';
import type { RuleDraft } from '../draft/draft';
import { EndChoices } from './EndChoices';
import { FieldSelect } from './FieldSelect';
import type { FormStepProps } from './form-step';
import { Row } from './Row';
import { SpanInput } from './SpanInput';

type End = RuleDraft['end'];

function Required({ editor }: FormStepProps) {
  const isPrivileged = editor.draft.access.kind === 'privileged-access';
  return (
    <Checkbox
      isChecked={editor.draft.end.required || isPrivileged}
      isDisabled={isPrivileged}
      onChange={(event) => editor.edit('end.required', 'end', { required: event.currentTarget.checked })}
      label="Refuse requests that do not say it"
    />
  );
}

function AtMost({ editor, isOptional }: FormStepProps & { isOptional: boolean }) {
  return (
    <Row
      editor={editor}
      path="end.maxHours"
      label="At most"
      help="Requests for longer are refused."
      isOptional={isOptional}
    >
      {(described) => (
        <SpanInput
          described={described}
          label="At most"
          span={editor.draft.end.atMost}
          onChange={(atMost) => editor.edit('end.maxHours', 'end', { atMost })}
        />
      )}
    </Row>
  );
}

function FieldOfEnd({ editor, form }: FormStepProps) {
  const { end } = editor.draft;
  const common = { editor, path: 'end.field', label: 'Field with the end', fields: form.fields };
  if (end.kind === 'hours') {
    return (
      <FieldSelect
        {...common}
        label="Field with the hours"
        kinds={['number']}
        value={end.number}
        onChange={(number) => editor.edit('end.field', 'end', { number })}
      />
    );
  }
  return (
    <FieldSelect
      {...common}
      kinds={['date', 'date-time']}
      value={end.date}
      onChange={(date) => editor.edit('end.field', 'end', { date })}
    />
  );
}

function Fixed({ editor }: FormStepProps) {
  return (
    <Row editor={editor} path="end.hours" label="Length">
      {(described) => (
        <SpanInput
          described={described}
          label="Length"
          span={editor.draft.end.after}
          onChange={(after) => editor.edit('end.hours', 'end', { after })}
        />
      )}
    </Row>
  );
}

const choicesFor = (props: FormStepProps): RadioChoice<End['kind']>[] => [
  { value: 'never', title: 'It has no end', text: 'It stays until somebody takes it back.' },
  {
    value: 'after',
    title: 'After a fixed time',
    text: 'Counted from the approval.',
    inside: <Fixed {...props} />,
  },
  {
    value: 'field',
    title: 'On a date that the form says',
    text: 'A date without a time ends at the end of that day, in the time zone of whoever gets the access.',
    inside: [
      <FieldOfEnd key="field" {...props} />,
      <Required key="required" {...props} />,
      <AtMost key="most" {...props} isOptional />,
    ],
  },
  {
    value: 'choice',
    title: 'After a time chosen on the form',
    text: 'A field with options such as “8 hours” and “7 days”.',
    inside: [<EndChoices key="field" {...props} />, <Required key="required" {...props} />],
  },
  {
    value: 'hours',
    title: 'After a number of hours on the form',
    inside: [
      <FieldOfEnd key="field" {...props} />,
      <Required key="required" {...props} />,
      <AtMost key="most" {...props} isOptional={false} />,
    ],
  },
];

/** When the access ends. */
export function EndPart({ editor, form }: FormStepProps) {
  const isPrivileged = editor.draft.access.kind === 'privileged-access';
  const choices = choicesFor({ editor, form });
  return (
    <RadioGroup
      name="end"
      legend="Access Expires On"
      value={editor.draft.end.kind}
      error={editor.errors['end'] ?? editor.errors['end.kind']}
      onChange={(kind) => editor.edit('end', 'end', { kind })}
      choices={isPrivileged ? choices.filter(({ value }) => value !== 'never') : choices}
    />
  );
}
