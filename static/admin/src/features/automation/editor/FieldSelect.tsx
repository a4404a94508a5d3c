import type { FieldKind, FormFieldView } from '@contract/rule-views';
import { ChoiceSelect } from '../../../form/ChoiceSelect';
import { noField, type FieldRef } from '../draft/draft';
import type { Editor } from './editor';
import { FieldHint } from './FieldHint';
import { fieldRef, fieldsOf } from './field-kinds';
import { Row } from './Row';

interface Props {
  editor: Editor;
  path: string;
  label: string;
  help?: string;
  isOptional?: boolean;
  /** What is on the form. */
  fields: readonly FormFieldView[];
  kinds: readonly FieldKind[];
  value: FieldRef;
  onChange(field: FieldRef, view: FormFieldView | undefined): void;
}

/** Chooses a field of the form, of the right kind. One that was taken off the form is shown as such. */
export function FieldSelect({ fields, kinds, value, onChange, ...row }: Props) {
  const offered = fieldsOf(fields, kinds);
  const isGone = value.id !== '' && !offered.some(({ id }) => id === value.id);
  const choices = [
    ...offered.map(({ id, name }) => ({ id, label: name })),
    ...(isGone ? [{ id: value.id, label: `${value.name} (not on the form any more)` }] : []),
  ];
  const choose = (chosen: string) => {
    const view = offered.find(({ id }) => id === chosen);
    onChange((view && fieldRef(view)) ?? noField, view);
  };
  return (
    <div className="stack-small">
      <Row {...row}>
        {(described) => (
          <ChoiceSelect
            described={described}
            label={row.label}
            choices={choices}
            placeholder={choices.length === 0 ? 'No such field on the form' : 'Choose a field'}
            value={value.id}
            isClearable={row.isOptional === true}
            onChange={choose}
          />
        )}
      </Row>
      <FieldHint editor={row.editor} kinds={kinds} isOpen={offered.length === 0} />
    </div>
  );
}
