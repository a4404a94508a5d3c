import { OptionPicker } from '../../../form/OptionPicker';
import type { StepProps } from './editor';
import { Row } from './Row';
import { SpanInput } from './SpanInput';

const nothing = () => undefined;

/** Reminder and deadline. */
export function Times({ editor }: StepProps) {
  const { remind, cancel } = editor.draft.approval;
  const rows = [
    {
      key: 'remind',
      path: 'approval.remindAfterHours',
      label: 'Remind the approvers after',
      help: 'Counted from the arrival of the request.',
      span: remind,
    },
    {
      key: 'cancel',
      path: 'approval.cancelAfterHours',
      label: 'Cancel the request after',
      help: 'When it is not decided by then. What is approved later gives nothing.',
      span: cancel,
    },
  ];
  return rows.map(({ key, span, ...row }) => (
    <Row key={key} editor={editor} isOptional {...row}>
      {(described) => (
        <SpanInput
          described={described}
          label={row.label}
          span={span}
          onChange={(next) => editor.edit(row.path, 'approval', { [key]: next })}
        />
      )}
    </Row>
  ));
}

/** Whose requests need no approval. */
export function Exempt({ editor }: StepProps) {
  const { approval, access } = editor.draft;
  const { exempt } = approval;
  if (access.kind === 'privileged-access' && exempt.length === 0) return null;
  return (
    <Row
      editor={editor}
      path="approval.exempt"
      label="No approval needed for members of"
      help="Their requests are given at once, and recorded as needing no approval."
      isOptional
    >
      {(described) => (
        <OptionPicker
          described={described}
          label="No approval needed for members of"
          kind="groups"
          source="directory"
          ids={exempt.map(({ id }) => id)}
          named={exempt}
          onChange={(_, options) =>
            editor.edit('approval.exempt', 'approval', {
              exempt: options.map(({ id, name }) => ({ id, name })),
            })
          }
          onProblem={nothing}
        />
      )}
    </Row>
  );
}
