import { FieldSelect } from './FieldSelect';
import type { FormStepProps } from './form-step';

/** The field in which people say why they ask. */
export function ReasonPart({ editor, form }: FormStepProps) {
  const { kind, reason } = editor.draft.access;
  const isPrivileged = kind === 'privileged-access';
  return (
    <FieldSelect
      editor={editor}
      path="reason"
      label="Field with the reason"
      help={
        isPrivileged
          ? 'Mandatory for privileged access: without a reason the request is refused.'
          : 'An approval counts only for this reason. The text stays on the ticket.'
      }
      isOptional={!isPrivileged}
      fields={form.fields}
      kinds={['text']}
      value={reason}
      onChange={(field) => editor.edit('reason', 'access', { reason: field })}
    />
  );
}
