import Button from '@atlaskit/button/new';
import { ErrorMessage } from '@atlaskit/form';
import type { ReactNode } from 'react';
import { fieldId } from '../../../form/fields';
import type { Editor } from './editor';

interface Props {
  editor: Editor;
  path: string;
  title: string;
  help: string;
  mapped: number;
  total: number;
  /** There when options were renamed since: takes their new names over. */
  onRename?: (() => void) | undefined;
  children: ReactNode;
}

/** What the options of a field stand for, one line each. */
export function Mapping({ editor, path, title, help, mapped, total, onRename, children }: Props) {
  const error = editor.errors[path];
  return (
    <fieldset className="plain-fieldset mapping" {...(error !== undefined && { 'data-wrong': true })}>
      <legend>{title}</legend>
      <p className="help">{help}</p>
      {onRename && (
        <div className="stack-small">
          <p>Options were renamed since they were mapped. Check that they still mean the same.</p>
          <div>
            <Button spacing="compact" onClick={onRename}>
              Take over the new names
            </Button>
          </div>
        </div>
      )}
      {children}
      <p role="status" className="help">{`${mapped} of ${total} options are mapped.`}</p>
      <div id={`${fieldId(path)}-error`}>{error !== undefined && <ErrorMessage>{error}</ErrorMessage>}</div>
    </fieldset>
  );
}
