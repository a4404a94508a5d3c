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
  children: ReactNode;
}

/** What the options of a field stand for, one line each. */
export function Mapping({ editor, path, title, help, mapped, total, children }: Props) {
  const error = editor.errors[path];
  return (
    <fieldset className="plain-fieldset mapping" {...(error !== undefined && { 'data-wrong': true })}>
      <legend>{title}</legend>
      <p className="help">{help}</p>
      {children}
      <p role="status" className="help">{`${mapped} of ${total} options are mapped.`}</p>
      <div id={`${fieldId(path)}-error`}>{error !== undefined && <ErrorMessage>{error}</ErrorMessage>}</div>
    </fieldset>
  );
}
