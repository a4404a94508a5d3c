import Button from '@atlaskit/button/new';
import type { FieldKind } from '@contract/rule-views';
import { anyOf } from '../words/approval-words';
import type { Editor } from './editor';
import { kindNames } from './field-kinds';
import { useForm } from '../use-rules';

interface Props {
  editor: Editor;
  kinds: readonly FieldKind[];
  /** There is none of that kind, so it has to be read. */
  isOpen: boolean;
}

/** How a missing field comes onto the form, in the words that Jira uses there. */
export function FieldHint({ editor, kinds, isOpen }: Props) {
  const { deskId, requestTypeId, requestTypeName, projectName } = editor.draft.trigger;
  const { refetch, isFetching } = useForm(deskId, requestTypeId);
  const names = anyOf(kinds.map((kind) => kindNames[kind]));
  return (
    <details className="hint" {...(isOpen && { open: true })}>
      <summary>{isOpen ? 'The form has no such field yet' : 'The field is not in the list?'}</summary>
      <div className="stack-small">
        <p>
          Only fields of the kind {names} can be used here, and only those that are on the form. In{' '}
          {projectName}, open Project settings, Request types, {requestTypeName}, and add one to the request
          form. Then come back here.
        </p>
        <Button spacing="compact" onClick={() => void refetch()} isLoading={isFetching}>
          Look again
        </Button>
      </div>
    </details>
  );
}
