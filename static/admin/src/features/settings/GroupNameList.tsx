import Button from '@atlaskit/button/new';
import { ErrorMessage } from '@atlaskit/form';
import TextField from '@atlaskit/textfield';

interface Props {
  names: readonly string[];
  /** Sentences under `adminGroups` and `adminGroups.<position>`. */
  errors: Readonly<Record<string, string>>;
  onChange(names: string[]): void;
}

/** One line for each name, because a group's name may hold any character that could separate two of them. */
export function GroupNameList({ names, errors, onChange }: Props) {
  const general = errors.adminGroups;
  return (
    <fieldset className="field plain-fieldset">
      <legend>Names of administrator groups</legend>
      {names.map((name, position) => {
        const error = errors[`adminGroups.${position}`];
        const errorId = `group-name-${position}-error`;
        return (
          // The position is all that tells two lines apart: names may be empty or alike while they are typed.
          <div key={position} className="group-name">
            <TextField
              aria-label={`Group name ${position + 1}`}
              aria-invalid={error !== undefined}
              aria-describedby={errorId}
              isInvalid={error !== undefined}
              value={name}
              onChange={(event) => onChange(names.with(position, event.currentTarget.value))}
            />
            <Button
              aria-label={`Remove group name ${position + 1}`}
              onClick={() => onChange(names.filter((_, other) => other !== position))}
            >
              Remove
            </Button>
            <div id={errorId} className="whole-line">
              {error !== undefined && <ErrorMessage>{error}</ErrorMessage>}
            </div>
          </div>
        );
      })}
      {general !== undefined && <ErrorMessage>{general}</ErrorMessage>}
      <Button onClick={() => onChange([...names, ''])}>Add a name</Button>
    </fieldset>
  );
}
