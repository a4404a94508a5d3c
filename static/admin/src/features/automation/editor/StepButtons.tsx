import Button from '@atlaskit/button/new';
import { useNavigate } from 'react-router';
import type { RuleDraft } from '../draft/draft';
import { gapsOf, type Gaps } from '../draft/gaps';
import { stepOf, type StepKey } from '../draft/steps';

interface Named {
  readonly key: StepKey;
  readonly title: string;
}

interface Props {
  draft: RuleDraft;
  step: StepKey;
  next: Named | undefined;
  previous: Named | undefined;
  go(step: StepKey): void;
  refuse(errors: Gaps): void;
  submit: string;
  cancel: string;
  isSaving: boolean;
  onSave(): void;
  onCancel(): void;
}

const gapsAt = (draft: RuleDraft, step: StepKey): Gaps =>
  Object.fromEntries(Object.entries(gapsOf(draft)).filter(([path]) => stepOf(path) === step));

/** Back, on, save. Going on looks whether the step says everything; going back does not. */
export function StepButtons(props: Props) {
  const { draft, step, next, previous, go, refuse, submit, cancel, isSaving, onSave, onCancel } = props;
  const navigate = useNavigate();
  const goOn = (to: StepKey) => {
    const gaps = gapsAt(draft, step);
    if (Object.keys(gaps).length > 0) refuse(gaps);
    else go(to);
  };
  return (
    <div className="actions form-footer">
      {next ? (
        <Button appearance="primary" onClick={() => goOn(next.key)}>{`Next: ${next.title}`}</Button>
      ) : (
        <Button appearance="primary" onClick={onSave} isLoading={isSaving}>
          {submit}
        </Button>
      )}
      {previous && <Button onClick={() => go(previous.key)}>Back</Button>}
      <Button
        appearance="subtle"
        onClick={() => {
          onCancel();
          void navigate(cancel);
        }}
      >
        Cancel
      </Button>
    </div>
  );
}
