import type { FormView } from '@contract/rule-views';
import type { ReactNode } from 'react';
import { Lines } from '../../../ui/Lines';
import { LinkTo } from '../../../ui/LinkTo';
import { Failure } from '../../../ui/ProblemMessage';
import { useForm } from '../use-rules';
import type { Editor } from './editor';

interface Props {
  editor: Editor;
  children(form: FormView): ReactNode;
}

/** The branches that come before the request type's form is there. */
export function FormGate({ editor, children }: Props) {
  const { deskId, requestTypeId } = editor.draft.trigger;
  const { data: form, error, refetch } = useForm(deskId, requestTypeId);
  if (requestTypeId === '') {
    return (
      <p>
        What can be said here depends on the form.{' '}
        <LinkTo to="?step=when">Choose a request type first.</LinkTo>
      </p>
    );
  }
  if (form) return children(form);
  if (error) return <Failure error={error} title="The form could not be loaded" retry={refetch} />;
  return <Lines label="Loading the form…" />;
}
