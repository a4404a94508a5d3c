import Button from '@atlaskit/button/new';
import type { FormEvent, ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api';
import { problemOf, titleOf, type ShownProblem } from '../problem';
import { ProblemMessage } from '../ui/ProblemMessage';
import { useAction } from '../ui/use-action';
import { DraftFields } from './DraftFields';
import { isCredential, say, type Value } from './fields';
import { useDraftForm, type DraftFormOptions } from './use-draft-form';

interface Props extends DraftFormOptions {
  /** What the last button says. */
  submit: string;
  cancel: string;
  onSubmit(draft: string, values: Record<string, Value>): Promise<void>;
  /** More ways out of a problem, e.g. of a conflict. */
  remedies?(problem: ShownProblem): ReactNode;
}

/** Checks a credential, then sends the rest of the form with the draft that stands for it. */
export function DraftForm({ submit, cancel, onSubmit, remedies, ...options }: Props) {
  const { fields } = options;
  const navigate = useNavigate();
  const form = useDraftForm(options);
  const draft = form.proof?.draft;
  const save = useAction(async (accepted: string) => {
    try {
      await onSubmit(
        accepted,
        say(
          fields.filter((field) => !isCredential(field)),
          form.values,
        ),
      );
      form.clear();
    } catch (error) {
      form.settle(problemOf(error));
      throw error;
    }
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (save.isRunning || form.check.isRunning) return;
    save.forget();
    void (draft === undefined ? form.check.run(undefined) : save.run(draft));
  };
  const giveUp = () => {
    // Nobody waits for this: what it misses is deleted by the server within the hour.
    if (draft !== undefined) void api.discard({ draft }).catch(() => undefined);
    form.clear();
    void navigate(cancel);
  };
  return (
    <form className="form" noValidate onSubmit={send} aria-label={submit} autoComplete="off">
      <DraftFields fields={fields} form={form} />
      {save.problem && (
        <ProblemMessage problem={save.problem} title={titleOf(save.problem, 'Nothing was saved')}>
          {remedies?.(save.problem)}
        </ProblemMessage>
      )}
      <div className="actions form-footer">
        <Button type="submit" appearance="primary" isLoading={save.isRunning}>
          {submit}
        </Button>
        <Button appearance="subtle" onClick={giveUp}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
