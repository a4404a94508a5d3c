import Checkbox from '@atlaskit/checkbox';
import { ErrorMessage } from '@atlaskit/form';
import type { ReactNode } from 'react';
import { ChoicesSelect } from '../../../form/ChoiceSelect';
import { fieldId } from '../../../form/fields';
import { OptionPicker } from '../../../form/OptionPicker';
import type { SourceKind } from '../draft/draft';
import { sourceKinds } from '../draft/draft';
import { accessOf } from '../draft/to-rule';
import { useRuleNames } from '../use-rule-names';
import { adminsInBrackets, connectionsIn } from '../words/approval-words';
import type { StepProps } from './editor';
import { fieldRef, fieldsOf } from './field-kinds';
import { FieldHint } from './FieldHint';
import { FormGate } from './FormGate';
import { Row } from './Row';

const nothing = () => undefined;

const People = ({ editor }: StepProps) => (
  <Row editor={editor} path="approval.people" label="People who may approve">
    {(described) => (
      <OptionPicker
        described={described}
        label="People who may approve"
        kind="person"
        isMulti
        source="directory"
        ids={editor.draft.approval.people}
        onChange={(people) => editor.edit('approval.people', 'approval', { people })}
        onProblem={nothing}
      />
    )}
  </Row>
);

const Groups = ({ editor }: StepProps) => (
  <Row
    editor={editor}
    path="approval.group"
    label="Groups whose members may approve"
    help="Who is a member counts when the decision is looked at, and again before access is given."
  >
    {(described) => (
      <OptionPicker
        described={described}
        label="Groups whose members may approve"
        kind="groups"
        source="directory"
        ids={editor.draft.approval.groups.map(({ id }) => id)}
        named={editor.draft.approval.groups}
        onChange={(_, options) =>
          editor.edit('approval.group', 'approval', { groups: options.map(({ id, name }) => ({ id, name })) })
        }
        onProblem={nothing}
      />
    )}
  </Row>
);

const kinds = ['person', 'people'] as const;

function Fields({ editor }: StepProps) {
  const { fields } = editor.draft.approval;
  return (
    <FormGate editor={editor}>
      {(form) => {
        const offered = fieldsOf(form.fields, kinds).flatMap((view) => fieldRef(view) ?? []);
        const known = [...offered, ...fields.filter(({ id }) => !offered.some((one) => one.id === id))];
        return (
          <div className="stack-small">
            <Row
              editor={editor}
              path="approval.field"
              label="Fields that name who may approve"
              help="Whoever fills in the form chooses them: use it for a manager, together with others."
            >
              {(described) => (
                <ChoicesSelect
                  described={described}
                  label="Fields that name who may approve"
                  placeholder="Choose fields"
                  choices={known.map(({ id, name }) => ({ id, label: name }))}
                  values={fields.map(({ id }) => id)}
                  onChange={(ids) =>
                    editor.edit('approval.field', 'approval', {
                      fields: known.filter(({ id }) => ids.includes(id)),
                    })
                  }
                />
              )}
            </Row>
            <FieldHint editor={editor} kinds={kinds} isOpen={offered.length === 0} />
          </div>
        );
      }}
    </FormGate>
  );
}

const words: Readonly<Record<SourceKind, string>> = {
  'application-admin': 'The application admin of the connection',
  people: 'Named people',
  group: 'Members of groups',
  field: 'Whom a field on the form names',
};
const inside: Readonly<Record<SourceKind, (props: StepProps) => ReactNode>> = {
  'application-admin': () => null,
  people: People,
  group: Groups,
  field: Fields,
};

/** Who is entitled to approve. */
export function Sources({ editor }: StepProps) {
  const { sources } = editor.draft.approval;
  const error = editor.errors['approval.sources'];
  const admins = adminsInBrackets(connectionsIn(accessOf(editor.draft)), useRuleNames([]));
  const tick = (kind: SourceKind, isOn: boolean) =>
    editor.edit('approval.sources', 'approval', {
      sources: sourceKinds.filter((one) => (one === kind ? isOn : sources.includes(one))),
    });
  return (
    <fieldset className="plain-fieldset choices" {...(error !== undefined && { 'data-wrong': true })}>
      <legend>Who may approve</legend>
      {sourceKinds.map((kind) => {
        const Inside = inside[kind];
        const isOn = sources.includes(kind);
        return (
          <div key={kind} className="choice">
            <Checkbox
              isChecked={isOn}
              onChange={(event) => tick(kind, event.currentTarget.checked)}
              label={kind === 'application-admin' ? words[kind] + admins : words[kind]}
            />
            {isOn && kind !== 'application-admin' && (
              <div className="choice-inside">
                <Inside editor={editor} />
              </div>
            )}
          </div>
        );
      })}
      <div id={`${fieldId('approval.sources')}-error`}>
        {error !== undefined && <ErrorMessage>{error}</ErrorMessage>}
      </div>
    </fieldset>
  );
}
