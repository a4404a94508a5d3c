import Select from '@atlaskit/select';
import type { OptionView } from '@contract/views';
import { useEffect, useState } from 'react';
import { problemOf, type ShownProblem } from '../problem';
import { Failure } from '../ui/ProblemMessage';
import type { Described } from './FormField';
import { OptionText } from './OptionText';
import { NearEndContext, PickerOption } from './picker-parts';
import { statusOf, words } from './picker-words';
import { useChosen } from './use-chosen';
import { useOptionSearch, type OptionKind, type OptionSource } from './use-option-search';

interface Props {
  described: Described;
  kind: OptionKind;
  ids: readonly string[];
  source: OptionSource | undefined;
  onChange(ids: string[]): void;
  onProblem(problem: ShownProblem): void;
}

const parts = { Option: PickerOption };

/** Picks people or groups that the site itself finds. */
export function OptionPicker({ described, kind, ids, source, onChange, onProblem }: Props) {
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState('');
  const { chosen, see, error: unknown } = useChosen(source, kind, ids);
  const found = useOptionSearch({ source, kind, text: typed.trim(), isOpen });
  const problem = found.error ?? unknown;
  useEffect(() => {
    if (problem) onProblem(problemOf(problem));
  }, [problem, onProblem]);

  const choose = (picked: OptionView | readonly OptionView[] | null) => {
    const wanted = picked === null ? [] : 'id' in picked ? [picked] : picked;
    const blocked = wanted.find((option) => option.blocked !== undefined && !ids.includes(option.id));
    setRefusal(blocked ? `${blocked.name} cannot be chosen: ${blocked.blocked}` : '');
    if (blocked) return;
    see(wanted);
    onChange(wanted.map(({ id }) => id));
  };
  const status = statusOf(kind, found);
  return (
    <NearEndContext.Provider
      value={{ from: found.options.at(-3)?.id ?? found.options.at(-1)?.id, more: found.more }}
    >
      <Select<OptionView, boolean>
        {...described}
        inputId={described.id}
        isMulti={kind === 'groups'}
        isInvalid={described['aria-invalid']}
        isDisabled={source === undefined}
        isLoading={found.isLoading}
        isClearable
        placeholder={source ? words[kind].pick : 'Check the credential first'}
        value={kind === 'groups' ? chosen : (chosen[0] ?? null)}
        options={found.options}
        filterOption={null}
        getOptionValue={({ id }) => id}
        getOptionLabel={({ name }) => name}
        formatOptionLabel={(option, { context }) => (
          <OptionText option={option} kind={kind} isInList={context === 'menu'} />
        )}
        components={parts}
        closeMenuOnSelect={kind === 'person'}
        menuPlacement="auto"
        inputValue={typed}
        onInputChange={setTyped}
        onMenuOpen={() => setOpen(true)}
        onMenuClose={() => setOpen(false)}
        onMenuScrollToBottom={found.more}
        onChange={choose}
        noOptionsMessage={() => status}
        loadingMessage={() => status}
      />
      <p role="status" className={refusal ? 'picker-refusal' : 'picker-status'}>
        {refusal || (isOpen ? status : '')}
      </p>
      {problem && <Failure error={problem} title="The list could not be loaded" retry={found.retry} />}
    </NearEndContext.Provider>
  );
}
