import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import type { ConnectionView } from '@contract/views';
import { useCallback } from 'react';
import { healthText } from '../../ui/HealthLozenge';
import { useTypedFilter } from '../../ui/use-typed-filter';
import { healthStates, type ListState } from './list-state';

interface Props {
  connections: readonly ConnectionView[];
  state: ListState;
  onChange(part: Partial<ListState>): void;
}

export function ListFilters({ connections, state, onChange }: Props) {
  const setText = useCallback((text: string) => onChange({ text }), [onChange]);
  const [typed, type] = useTypedFilter(state.text, setText);
  const present = healthStates.filter((one) => connections.some(({ health }) => health.state === one));
  const offered = present.length > 1 ? present : present.filter((one) => one === state.health);
  const count = (wanted: string) => connections.filter(({ health }) => health.state === wanted).length;
  return (
    <div role="search" className="filters">
      <div className="filter-text">
        <TextField
          aria-label="Filter by name, application or admin"
          placeholder="Filter by name, application or admin"
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          isCompact
        />
      </div>
      {(offered.length > 0 || state.health) && (
        <div role="group" aria-label="Filter by health" className="actions">
          <Button
            isSelected={!state.health}
            aria-pressed={!state.health}
            onClick={() => onChange({ health: undefined })}
          >
            {`All (${connections.length})`}
          </Button>
          {offered.map((one) => (
            <Button
              key={one}
              isSelected={state.health === one}
              aria-pressed={state.health === one}
              onClick={() => onChange({ health: one })}
            >
              {`${healthText(one)} (${count(one)})`}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
