import { useMemo } from 'react';
import { OptionPicker } from '../../../form/OptionPicker';
import { ofField, type GroupRef, type OptionRef } from '../draft/draft';
import { mapTo } from '../draft/map-to';
import { optionLines, withNewNames } from '../draft/options-of';
import type { FormStepProps } from './form-step';
import { Mapping } from './Mapping';
import { MatchByName } from './MatchByName';
import { Row } from './Row';

const nothing = () => undefined;
const noGroups: readonly GroupRef[] = [];

/** The groups that each option gives. They are all that this rule can ever give. */
export function GroupChoices({ editor, form }: FormStepProps) {
  const { kind, connectionId, by, field, choices } = editor.draft.access;
  const source = useMemo(
    () => (connectionId === '' ? undefined : { connection: connectionId }),
    [connectionId],
  );
  const groupKind = kind === 'privileged-access' ? 'privileged' : 'membership';
  const renamed = withNewNames(form.fields, field, choices);
  const lines = optionLines(form.fields, field, choices);
  const map = (option: OptionRef, groups: readonly GroupRef[]) =>
    editor.edit('access.choices', 'access', {
      choices: mapTo(choices, { field, option }, groups.length === 0 ? undefined : { groups }),
    });
  return (
    <Mapping
      editor={editor}
      path="access.choices"
      title={`What each option of ${field.name} gives`}
      help="Requests for an option without a group are refused."
      mapped={ofField(choices, field).length}
      total={lines.length}
      onRename={renamed && (() => editor.edit('access.choices', 'access', { choices: renamed }))}
    >
      {by === 'groups' && source && (
        <MatchByName
          key={`${connectionId} ${field.id}`}
          editor={editor}
          source={source}
          kind={groupKind}
          options={lines.filter(({ mapped }) => !mapped).map(({ option }) => option)}
        />
      )}
      {lines.map(({ option, index, mapped, label }) => (
        <Row
          key={option.id}
          editor={editor}
          path={index < 0 ? `access.choices.new-${option.id}` : `access.choices.${index}`}
          label={label}
          isOptional
          isQuiet
        >
          {(described) => (
            <OptionPicker
              described={described}
              label={option.label}
              kind={groupKind}
              isMulti={by === 'level' || (mapped?.groups.length ?? 0) > 1}
              source={source}
              waitsFor="Choose a connection first"
              ids={(mapped?.groups ?? noGroups).map(({ id }) => id)}
              named={mapped?.groups ?? noGroups}
              onChange={(_, options) =>
                map(
                  option,
                  options.map(({ id, name }) => ({ id, name })),
                )
              }
              onProblem={nothing}
            />
          )}
        </Row>
      ))}
    </Mapping>
  );
}
