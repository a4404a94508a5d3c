import { RadioGroup } from '../../../form/RadioGroup';
import { noField } from '../draft/draft';
import { ConnectionSelect } from './ConnectionSelect';
import { FieldSelect } from './FieldSelect';
import type { FormStepProps } from './form-step';
import { GroupChoices } from './GroupChoices';
import { Row } from './Row';

const ways = [
  {
    value: 'level',
    title: 'Access level',
    text: 'A field with friendly names, such as “HR readers”. Each stands for one or more groups.',
  },
  {
    value: 'groups',
    title: 'Requested Groups',
    text: 'A field whose options are names of groups. Only groups named here can be given.',
  },
] as const;

/** Which connection, which field, and which groups its options give. */
export function GroupMapping({ editor, form }: FormStepProps) {
  const { connectionId, by, field } = editor.draft.access;
  const kinds = by === 'level' ? (['option'] as const) : (['option', 'options'] as const);
  const changeWay = (way: typeof by) => {
    // A level is one option. A field with several options cannot name it.
    const isFit = way === 'groups' || field.kind !== 'options';
    editor.edit('access.by', 'access', { by: way, ...(!isFit && { field: noField }) });
  };
  return (
    <>
      <Row editor={editor} path="access.connectionId" label="Connection">
        {(described) => (
          <ConnectionSelect
            described={described}
            label="Connection"
            value={connectionId}
            onChange={(id) => editor.edit('access.connectionId', 'access', { connectionId: id })}
          />
        )}
      </Row>
      <RadioGroup
        name="access.by"
        legend="How people say what they need"
        value={by}
        choices={ways}
        error={editor.errors['access.by']}
        onChange={changeWay}
      />
      <FieldSelect
        editor={editor}
        path="access.field"
        label={by === 'level' ? 'Access level' : 'Requested Groups'}
        fields={form.fields}
        kinds={kinds}
        value={field}
        onChange={(chosen) => editor.edit('access.field', 'access', { field: chosen })}
      />
      {field.id !== '' && <GroupChoices editor={editor} form={form} />}
    </>
  );
}
