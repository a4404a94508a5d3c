import { RadioGroup } from '../../../form/RadioGroup';
import type { AccessKind } from '../draft/draft';
import { withKind } from '../draft/propose';
import { kindWords } from '../words/kinds';
import { ApplicationMapping } from './ApplicationMapping';
import { BeneficiaryPart } from './BeneficiaryPart';
import type { StepProps } from './editor';
import { EndPart } from './EndPart';
import { FieldSelect } from './FieldSelect';
import { FormGate } from './FormGate';
import { GroupMapping } from './GroupMapping';

const kinds: readonly AccessKind[] = ['application-access', 'group-membership', 'privileged-access'];

/** What an approved request gives, to whom, and for how long. */
export function AccessStep({ editor }: StepProps) {
  const { access } = editor.draft;
  const isPrivileged = access.kind === 'privileged-access';
  return (
    <>
      <RadioGroup
        name="access.kind"
        legend="What an approved request gives"
        value={access.kind}
        choices={kinds.map((value) => ({ value, ...kindWords[value] }))}
        error={editor.errors['access.kind'] ?? editor.errors['access']}
        onChange={(kind) => editor.become('access.kind', (draft) => withKind(draft, kind))}
      />
      <FormGate editor={editor}>
        {(form) => (
          <>
            {access.kind === 'application-access' ? (
              <ApplicationMapping editor={editor} form={form} />
            ) : (
              <GroupMapping editor={editor} form={form} />
            )}
            <BeneficiaryPart editor={editor} form={form} />
            <EndPart editor={editor} form={form} />
            <FieldSelect
              editor={editor}
              path="reason"
              label="Reason"
              help={
                isPrivileged
                  ? 'Mandatory for privileged access: without a reason the request is refused.'
                  : 'Kept with the request, as the approvers saw it.'
              }
              isOptional={!isPrivileged}
              fields={form.fields}
              kinds={['text']}
              value={access.reason}
              onChange={(reason) => editor.edit('reason', 'access', { reason })}
            />
          </>
        )}
      </FormGate>
    </>
  );
}
