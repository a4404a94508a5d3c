import { ErrorMessage, HelperMessage, Label } from '@atlaskit/form';
import type { FieldView } from '@contract/views';
import type { ReactNode } from 'react';
import { fieldId } from './fields';

export interface Described {
  id: string;
  'aria-describedby': string;
  'aria-invalid': boolean;
  'aria-required': boolean;
}

interface Props {
  field: FieldView;
  error: string | undefined;
  /** One of many that may stay empty: it would be said too often. */
  isQuiet?: boolean;
  children(described: Described): ReactNode;
}

/** A label above, help below, and what is wrong beneath that; all of it tied to the input for those who cannot see. */
export function FormField({
  field: { name, label, help, required },
  error,
  isQuiet = false,
  children,
}: Props) {
  const id = fieldId(name);
  const described = {
    id,
    'aria-describedby': `${id}-help ${id}-error`,
    'aria-invalid': error !== undefined,
    'aria-required': required,
  };
  return (
    <div className="field">
      <Label htmlFor={id}>
        {label}
        {!required && !isQuiet && <span className="subtle"> (optional)</span>}
      </Label>
      {children(described)}
      <div id={`${id}-help`}>
        <HelperMessage>{help}</HelperMessage>
      </div>
      <div id={`${id}-error`}>{error !== undefined && <ErrorMessage>{error}</ErrorMessage>}</div>
    </div>
  );
}
