import type { ReactNode } from 'react';
import { FormField, type Described } from '../../../form/FormField';
import { errorAt } from '../draft/steps';
import type { Editor } from './editor';

interface Props {
  editor: Editor;
  /** Where the server says what is wrong with it. */
  path: string;
  label: string;
  help?: string;
  isOptional?: boolean;
  isQuiet?: boolean;
  children(described: Described): ReactNode;
}

/** One question of a step: label, input, help, and what is wrong. */
export const Row = ({ editor, path, label, help = '', isOptional = false, ...rest }: Props) => (
  <FormField
    field={{ name: path, kind: 'text', label, help, required: !isOptional }}
    error={errorAt(editor.errors, path)}
    {...rest}
  />
);
