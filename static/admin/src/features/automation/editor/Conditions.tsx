import Button from '@atlaskit/button/new';
import { ErrorMessage } from '@atlaskit/form';
import type { FormView } from '@contract/rule-views';
import { ChoicesSelect } from '../../../form/ChoiceSelect';
import { noField } from '../draft/draft';
import type { StepProps } from './editor';
import { FieldSelect } from './FieldSelect';
import { FormGate } from './FormGate';
import { Row } from './Row';

const MOST = 5;

interface Props extends StepProps {
  form: FormView;
  index: number;
}

function Condition({ editor, form, index }: Props) {
  const { conditions } = editor.draft.trigger;
  const condition = conditions[index];
  if (!condition) return null;
  const path = `trigger.conditions.${index}`;
  const options = form.fields.find(({ id }) => id === condition.field.id)?.options ?? [];
  const put = (at: string, change: Partial<typeof condition>) =>
    editor.edit(at, 'trigger', { conditions: conditions.with(index, { ...condition, ...change }) });
  const choose = (ids: readonly string[]) =>
    put(`${path}.anyOf`, {
      anyOf: ids.flatMap((id) => [...options, ...condition.anyOf].find((option) => option.id === id) ?? []),
    });
  return (
    <li className="card">
      <div className="condition">
        <FieldSelect
          editor={editor}
          path={`${path}.field`}
          label={`Field of condition ${index + 1}`}
          fields={form.fields}
          kinds={['option']}
          value={condition.field}
          onChange={(field) => put(path, { field, anyOf: [] })}
        />
        <Row editor={editor} path={`${path}.anyOf`} label={`Is one of, condition ${index + 1}`}>
          {(described) => (
            <ChoicesSelect
              described={described}
              label={`Options of condition ${index + 1}`}
              placeholder="Choose options"
              choices={options}
              values={condition.anyOf.map(({ id }) => id)}
              onChange={choose}
            />
          )}
        </Row>
      </div>
      <Button
        spacing="compact"
        aria-label={`Remove condition ${index + 1}`}
        onClick={() =>
          editor.edit('trigger.conditions', 'trigger', {
            conditions: conditions.filter((_, other) => other !== index),
          })
        }
      >
        Remove
      </Button>
    </li>
  );
}

/** Several rules may share a request type when their conditions tell them apart. */
export function Conditions({ editor }: StepProps) {
  const { conditions } = editor.draft.trigger;
  const error = editor.errors['trigger.conditions'];
  const add = () =>
    editor.edit('trigger.conditions', 'trigger', {
      conditions: [...conditions, { field: noField, anyOf: [] }],
    });
  return (
    <section
      className="stack-small"
      aria-label="Conditions"
      {...(error !== undefined && { 'data-wrong': true })}
    >
      <h3 className="part">Conditions</h3>
      <p className="help">
        Without a condition the rule answers every request of this type. With conditions, several rules can
        share a request type; no two rules may answer the same request.
      </p>
      <FormGate editor={editor}>
        {(form) => (
          <ul className="plain stack-small">
            {conditions.map((_, index) => (
              // Conditions have nothing but their place to tell them apart.
              <Condition key={index} editor={editor} form={form} index={index} />
            ))}
          </ul>
        )}
      </FormGate>
      {error !== undefined && <ErrorMessage>{error}</ErrorMessage>}
      <div>
        <Button onClick={add} isDisabled={conditions.length >= MOST}>
          Add a condition
        </Button>
      </div>
    </section>
  );
}
