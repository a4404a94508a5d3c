import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import type { RuleRowView } from '@contract/rule-views';
import { useCallback } from 'react';
import { useTypedFilter } from '../../../ui/use-typed-filter';
import { stateText } from '../RuleLozenge';
import { ruleStates, type ListState } from './list-state';

interface Props {
  rules: readonly RuleRowView[];
  state: ListState;
  onChange(part: Partial<ListState>): void;
}

export function ListFilters({ rules, state, onChange }: Props) {
  const setText = useCallback((text: string) => onChange({ text }), [onChange]);
  const [typed, type] = useTypedFilter(state.text, setText);
  const label = 'Filter by name, request type, access or approver';
  return (
    <div role="search" className="filters">
      <div className="filter-text">
        <TextField
          aria-label={label}
          placeholder={label}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          isCompact
        />
      </div>
      <div role="group" aria-label="Filter by state" className="actions">
        {[undefined, ...ruleStates].map((one) => (
          <Button
            key={one ?? 'all'}
            isSelected={state.state === one}
            aria-pressed={state.state === one}
            onClick={() => onChange({ state: one })}
          >
            {`${one ? stateText(one) : 'All'} (${rules.filter((rule) => !one || rule.state === one).length})`}
          </Button>
        ))}
      </div>
    </div>
  );
}
