import Button from '@atlaskit/button/new';
import { Label } from '@atlaskit/form';
import TextField from '@atlaskit/textfield';
import { useCallback, useMemo, type ReactNode } from 'react';
import { ChoiceSelect } from '../../../form/ChoiceSelect';
import type { Described } from '../../../form/FormField';
import { OptionPicker } from '../../../form/OptionPicker';
import { useTypedFilter } from '../../../ui/use-typed-filter';
import { useRules } from '../../automation/use-rules';
import { alertNames } from '../alerts/alerts';
import { requestStates } from '../words/states';
import { everything, isFiltered, stateNames, type ListState } from './list-state';

interface Props {
  state: ListState;
  onChange(part: Partial<ListState>): void;
}

interface FilterProps {
  name: string;
  label: string;
  children(described: Described): ReactNode;
}

function Filter({ name, label, children }: FilterProps) {
  const id = `filter-${name}`;
  const described = { id, 'aria-describedby': '', 'aria-invalid': false, 'aria-required': false };
  return (
    <div className="filter">
      <Label htmlFor={id}>{label}</Label>
      {children(described)}
    </div>
  );
}

const nothing = () => undefined;
const states = stateNames.map((id) => ({ id, label: requestStates[id].text }));

function RuleFilter({ state: { rule }, onChange }: Props) {
  const { data: rules = [] } = useRules();
  return (
    <Filter name="rule" label="Rule">
      {(described) => (
        <ChoiceSelect
          described={described}
          label="Rule"
          placeholder="Any rule"
          choices={rules.map(({ id, name }) => ({ id, label: name }))}
          value={rule}
          isClearable
          onChange={(id) => onChange({ rule: id, key: '', alert: undefined })}
        />
      )}
    </Filter>
  );
}

function PersonFilter({ state: { person }, onChange }: Props) {
  const ids = useMemo(() => (person ? [person] : []), [person]);
  return (
    <Filter name="person" label="Person it is for">
      {(described) => (
        <OptionPicker
          described={described}
          label="Person it is for"
          kind="person"
          source="directory"
          ids={ids}
          onChange={([id = '']) => onChange({ person: id, key: '', alert: undefined })}
          onProblem={nothing}
        />
      )}
    </Filter>
  );
}

export function ListFilters({ state, onChange }: Props) {
  const setKey = useCallback((key: string) => onChange({ key, alert: undefined }), [onChange]);
  const [typed, type] = useTypedFilter(state.key, setKey);
  return (
    <div role="search" aria-label="Requests" className="request-filters">
      <Filter name="key" label="Ticket">
        {({ id }) => (
          <TextField
            id={id}
            placeholder="For example IT-42"
            value={typed}
            onChange={(event) => type(event.currentTarget.value)}
          />
        )}
      </Filter>
      <Filter name="state" label="State">
        {(described) => (
          <ChoiceSelect
            described={described}
            label="State"
            placeholder="Any state"
            choices={states}
            value={state.state ?? ''}
            isClearable
            onChange={(id) =>
              onChange({ state: stateNames.find((name) => name === id), key: '', alert: undefined })
            }
          />
        )}
      </Filter>
      <PersonFilter state={state} onChange={onChange} />
      <RuleFilter state={state} onChange={onChange} />
      {isFiltered(state) && (
        <div className="filter-end actions">
          {state.alert && <strong>{`Only: ${alertNames[state.alert]}`}</strong>}
          <Button onClick={() => onChange(everything)}>Show all requests</Button>
        </div>
      )}
    </div>
  );
}
