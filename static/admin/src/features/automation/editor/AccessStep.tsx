import { RadioGroup } from '../../../form/RadioGroup';
import { Fold } from '../../../ui/Fold';
import type { AccessKind } from '../draft/draft';
import { withKind } from '../draft/propose';
import { errorAt } from '../draft/steps';
import { beneficiarySays, reasonSays } from '../words/draft-words';
import { kindWords } from '../words/kinds';
import { ApplicationMapping } from './ApplicationMapping';
import { BeneficiaryPart } from './BeneficiaryPart';
import type { StepProps } from './editor';
import { EndPart } from './EndPart';
import type { FormStepProps } from './form-step';
import { FormGate } from './FormGate';
import { GroupMapping } from './GroupMapping';
import { ReasonPart } from './ReasonPart';

const kinds: readonly AccessKind[] = ['application-access', 'group-membership', 'privileged-access'];

/** What is seldom other than proposed: shut, each is one line that says how it is. */
function Seldom({ editor, form }: FormStepProps) {
  const { draft, errors } = editor;
  const { kind, reason } = draft.access;
  const mustHaveReason = kind === 'privileged-access' && reason.id === '';
  return (
    <>
      <Fold
        title="Who gets the access"
        says={beneficiarySays(draft)}
        isWrong={errorAt(errors, 'beneficiary') !== undefined}
      >
        <BeneficiaryPart editor={editor} form={form} />
      </Fold>
      <Fold
        title="Reason"
        says={reasonSays(draft)}
        isWrong={mustHaveReason || errorAt(errors, 'reason') !== undefined}
      >
        <ReasonPart editor={editor} form={form} />
      </Fold>
    </>
  );
}

/** What an approved request gives, for how long, and to whom: in the order in which it matters. */
export function AccessStep({ editor }: StepProps) {
  const { kind } = editor.draft.access;
  return (
    <>
      <RadioGroup
        name="access.kind"
        legend="What an approved request gives"
        value={kind}
        choices={kinds.map((value) => ({ value, ...kindWords[value] }))}
        error={editor.errors['access.kind'] ?? editor.errors['access']}
        onChange={(next) => editor.become('access.kind', (draft) => withKind(draft, next))}
      />
      <FormGate editor={editor}>
        {(form) => (
          <>
            <div className="part-of-step">
              {kind === 'application-access' ? (
                <ApplicationMapping editor={editor} form={form} />
              ) : (
                <GroupMapping editor={editor} form={form} />
              )}
            </div>
            <div className="part-of-step">
              <EndPart editor={editor} form={form} />
            </div>
            <Seldom editor={editor} form={form} />
          </>
        )}
      </FormGate>
    </>
  );
}
