import SectionMessage from '@atlaskit/section-message';
import type { FormView } from '@contract/rule-views';
import { ChoiceSelect, ChoicesSelect, type Choice } from '../../../form/ChoiceSelect';
import { noStatus, type StatusRef } from '../draft/draft';
import type { StepProps } from './editor';
import { FormGate } from './FormGate';
import { Row } from './Row';

const categories = { new: 'To do', 'in-progress': 'In progress', done: 'Done' } as const;

/** The statuses that tickets of this request type can have, and those that were chosen and are gone. */
function offered({ statuses }: FormView, chosen: readonly StatusRef[]): Choice[] {
  const gone = chosen.filter(({ id }) => id !== '' && !statuses.some((status) => status.id === id));
  return [
    ...statuses.map(({ id, name, category }) => ({ id, label: name, detail: categories[category] })),
    ...gone.map(({ id, name }) => ({ id, label: `${name} (status is gone)` })),
  ];
}

const refsOf = (ids: readonly string[], { statuses }: FormView, before: readonly StatusRef[]): StatusRef[] =>
  ids.flatMap((id) => {
    const found = statuses.find((status) => status.id === id) ?? before.find((status) => status.id === id);
    return found ? [{ id: found.id, name: found.name }] : [];
  });

const decisions = [
  { key: 'approved', label: 'Statuses that mean approved' },
  { key: 'declined', label: 'Statuses that mean declined' },
] as const;

/** Which statuses tell of a decision. */
export function DecisionStep({ editor }: StepProps) {
  const { decision, approval } = editor.draft;
  return (
    <>
      {approval.by === 'record' && (
        <SectionMessage appearance="information" title="No status gives access: the approval record decides">
          <p>
            When a ticket reaches one of these statuses, the app looks at the record at once. Moved to an
            approved status without an approval, it is stopped; moved to a declined one, it is declined.
          </p>
        </SectionMessage>
      )}
      <FormGate editor={editor}>
        {(form) =>
          decisions.map(({ key, label }) => (
            <Row
              key={key}
              editor={editor}
              path={`decision.${key}`}
              label={label}
              isOptional={approval.by === 'record'}
            >
              {(described) => (
                <ChoicesSelect
                  described={described}
                  label={label}
                  placeholder="Choose statuses"
                  choices={offered(form, decision[key])}
                  values={decision[key].map(({ id }) => id)}
                  onChange={(ids) =>
                    editor.edit(`decision.${key}`, 'decision', { [key]: refsOf(ids, form, decision[key]) })
                  }
                />
              )}
            </Row>
          ))
        }
      </FormGate>
    </>
  );
}

const outcomes = [
  {
    key: 'fulfilled',
    label: 'Status when the access was given',
    help: 'Given and read back. If empty, the request stays where it is.',
  },
  {
    key: 'failed',
    label: 'Status when it could not be given',
    help: 'The request says why. If empty, the request stays where it is.',
  },
] as const;

/** Where the ticket goes afterwards. */
export function OutcomeStep({ editor }: StepProps) {
  const { outcome } = editor.draft;
  return (
    <FormGate editor={editor}>
      {(form) =>
        outcomes.map(({ key, label, help }) => (
          <Row key={key} editor={editor} path={`outcome.${key}`} label={label} help={help} isOptional>
            {(described) => (
              <ChoiceSelect
                described={described}
                label={label}
                placeholder="Stays where it is"
                isClearable
                choices={offered(form, [outcome[key]])}
                value={outcome[key].id}
                onChange={(id) =>
                  editor.edit(`outcome.${key}`, 'outcome', {
                    [key]: refsOf([id], form, [outcome[key]])[0] ?? noStatus,
                  })
                }
              />
            )}
          </Row>
        ))
      }
    </FormGate>
  );
}
