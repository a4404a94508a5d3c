import type { FormFieldView } from '@contract/rule-views';
import { ofField, type FieldRef, type OptionRef, type RuleDraft, type Span } from '../draft/draft';
import { mapTo } from '../draft/map-to';
import { optionLines, withNewNames } from '../draft/options-of';
import { spanIn } from '../draft/spans';
import { FieldSelect } from './FieldSelect';
import type { FormStepProps } from './form-step';
import { Mapping } from './Mapping';
import { Row } from './Row';
import { SpanInput } from './SpanInput';

type Choices = RuleDraft['end']['choices'];

/** Options that call themselves lengths of time are taken at their word, to be changed. */
const read = (choices: Choices, field: FieldRef, options: FormFieldView['options']): Choices =>
  ofField(choices, field).length > 0
    ? choices
    : options.reduce<Choices>((all, option) => {
        const span = spanIn(option.label);
        return span.amount === '' ? all : mapTo(all, { field, option }, { span });
      }, choices);

/** How long each option of the field is. */
export function EndChoices({ editor, form }: FormStepProps) {
  const { choice, choices } = editor.draft.end;
  const renamed = withNewNames(form.fields, choice, choices);
  const lines = optionLines(form.fields, choice, choices);
  const map = (option: OptionRef, span: Span) =>
    editor.edit('end.choices', 'end', {
      choices: mapTo(choices, { field: choice, option }, span.amount.trim() === '' ? undefined : { span }),
    });
  return (
    <>
      <FieldSelect
        editor={editor}
        path="end.field"
        label="Field with the length"
        fields={form.fields}
        kinds={['option']}
        value={choice}
        onChange={(field, view) =>
          editor.edit('end', 'end', { choice: field, choices: read(choices, field, view?.options ?? []) })
        }
      />
      {choice.id !== '' && (
        <Mapping
          editor={editor}
          path="end.choices"
          title={`How long each option of ${choice.name} is`}
          help="Requests for an option without a length are refused."
          mapped={ofField(choices, choice).length}
          total={lines.length}
          onRename={renamed && (() => editor.edit('end.choices', 'end', { choices: renamed }))}
        >
          {lines.map(({ option, index, mapped, label }) => (
            <Row
              key={option.id}
              editor={editor}
              path={index < 0 ? `end.choices.new-${option.id}` : `end.choices.${index}`}
              label={label}
              isOptional
              isQuiet
            >
              {(described) => (
                <SpanInput
                  described={described}
                  label={option.label}
                  span={mapped?.span ?? { amount: '', unit: 'hours' }}
                  onChange={(span) => map(option, span)}
                />
              )}
            </Row>
          ))}
        </Mapping>
      )}
    </>
  );
}
