import TextField from '@atlaskit/textfield';
import type { FieldView } from '@contract/views';
import type { ShownProblem } from '../problem';
import { FormField } from './FormField';
import { OptionPicker } from './OptionPicker';
import type { OptionSource } from './pick-source';
import type { Value } from './fields';

const types = { text: 'text', email: 'email', secret: 'password', date: 'date' } as const;

interface Props {
  field: FieldView;
  value: Value;
  error: string | undefined;
  /** Whose credential searches for what can be picked. Absent: nothing can be searched yet. */
  source: OptionSource | undefined;
  isReadOnly?: boolean;
  onChange(name: string, value: Value): void;
  /** The site or the server could not be asked for what can be picked. */
  onProblem(problem: ShownProblem): void;
}

/** Draws any field of any connector by its kind. */
export function FieldInput({ field, value, error, source, isReadOnly = false, onChange, onProblem }: Props) {
  const { name, kind } = field;
  if (kind === 'person' || kind === 'groups') {
    const ids = typeof value === 'string' ? [value].filter(Boolean) : value;
    return (
      <FormField field={field} error={error}>
        {(described) => (
          <OptionPicker
            label={field.label}
            described={described}
            kind={kind}
            ids={ids}
            source={source}
            onChange={(chosen) => onChange(name, kind === 'person' ? (chosen[0] ?? '') : chosen)}
            onProblem={onProblem}
          />
        )}
      </FormField>
    );
  }
  return (
    <FormField field={field} error={error}>
      {(described) => (
        <TextField
          {...described}
          name={name}
          type={types[kind]}
          autoComplete="off"
          spellCheck={false}
          isReadOnly={isReadOnly}
          isInvalid={error !== undefined}
          value={String(value)}
          onChange={(event) => onChange(name, event.currentTarget.value)}
        />
      )}
    </FormField>
  );
}
