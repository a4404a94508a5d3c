import Heading from '@atlaskit/heading';
import type { RuleView } from '@contract/rule-views';
import { useCallback, useState, type ComponentType } from 'react';
import { titleOf } from '../../../problem';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import type { Gaps } from '../draft/gaps';
import type { Kept } from '../draft/memory';
import type { StepKey } from '../draft/steps';
import { AccessStep } from './AccessStep';
import { ApprovalStep } from './ApprovalStep';
import { BroughtBack } from './BroughtBack';
import type { StepProps } from './editor';
import { SavedBeside } from './SavedBeside';
import { SaveStep } from './SaveStep';
import { DecisionStep, OutcomeStep } from './StatusSteps';
import { StepButtons } from './StepButtons';
import { StepList } from './StepList';
import { useRuleDraft } from './use-rule-draft';
import { useSave } from './use-save';
import { useStep } from './use-step';
import { useWrongFocus } from './use-wrong-focus';
import { WhenStep } from './WhenStep';

interface Props {
  /** Under which name the draft survives a reload. */
  memory: string;
  start: Kept;
  /** The rule that is changed. Absent: a new one. */
  saved?: RuleView;
}

const panels: Readonly<Record<StepKey, ComponentType<StepProps>>> = {
  when: WhenStep,
  access: AccessStep,
  approval: ApprovalStep,
  decision: DecisionStep,
  outcome: OutcomeStep,
  save: SaveStep,
};

/** Writes a rule, step by step, forth and back. */
export function RuleEditor({ memory, start, saved }: Props) {
  const { editor, version, wasBrought, refuse, begin, clear } = useRuleDraft(memory, start);
  const { step, next, previous, go } = useStep();
  const [refusal, setRefusal] = useState<{ errors: Gaps }>();
  const tell = useCallback(
    (errors: Gaps) => {
      refuse(errors);
      setRefusal({ errors });
    },
    [refuse],
  );
  const { section, heading } = useWrongFocus(refusal, step.key, go);
  const { save, trySave } = useSave({ draft: editor.draft, id: saved?.id, version, refuse: tell, clear });
  const Panel = panels[step.key];
  return (
    <div className="rule-editor">
      <StepList current={step.key} errors={editor.errors} />
      <section ref={section} className="form rule-step" aria-labelledby="step-heading">
        {wasBrought && <BroughtBack onDiscard={() => begin(start)} />}
        <div ref={heading} tabIndex={-1}>
          <Heading size="medium" as="h2" id="step-heading">
            {step.title}
          </Heading>
        </div>
        <Panel editor={editor} />
        {save.problem && (
          <ProblemMessage problem={save.problem} title={titleOf(save.problem, 'Nothing was saved')}>
            {saved && save.problem.code === 'conflict' && (
              <SavedBeside
                id={saved.id}
                mine={editor.draft}
                onDecided={(kept) => {
                  begin(kept);
                  save.forget();
                }}
              />
            )}
          </ProblemMessage>
        )}
        <StepButtons
          {...{ draft: editor.draft, step: step.key, next, previous, go, refuse: tell }}
          submit={saved ? 'Save' : 'Create rule'}
          cancel={saved ? `/automation/${saved.id}` : '/automation'}
          isSaving={save.isRunning}
          onSave={trySave}
          onCancel={clear}
        />
      </section>
    </div>
  );
}
