import Select from '@atlaskit/select';
import { Failure } from '../ui/ProblemMessage';
import type { Described } from './FormField';
import { OptionText } from './OptionText';
import type { PickOption } from './pick-option';
import { NearEndContext, PickerMenu, PickerOption } from './picker-parts';
import { statusOf, words } from './picker-words';
import { useMenuInView } from './use-menu-in-view';
import { usePicker, type PickerOptions } from './use-picker';

interface Props extends PickerOptions {
  label: string;
  described: Described;
  /** Groups are many and a person is one, unless it is said otherwise. */
  isMulti?: boolean;
  /** Why nothing can be searched yet. */
  waitsFor?: string;
}

const parts = { Option: PickerOption, Menu: PickerMenu };

/** Picks people or groups that the site itself finds. */
export function OptionPicker({ label, described: { id: inputId, ...aria }, ...options }: Props) {
  const { kind, source, isMulti = kind !== 'person', waitsFor = 'Check the credential first' } = options;
  const { typed, setTyped, isOpen, setOpen, refusal, chosen, found, problem, choose } = usePicker(options);
  const status = statusOf(kind, found);
  useMenuInView(inputId, found.options.length > 0);
  const nearEnd = found.options.at(-3) ?? found.options.at(-1);
  return (
    <NearEndContext.Provider
      value={{ from: nearEnd?.id, more: found.more, isCut: found.isCut && !found.hasMore }}
    >
      <Select<PickOption, boolean>
        {...aria}
        inputId={inputId}
        isMulti={isMulti}
        isInvalid={aria['aria-invalid']}
        isDisabled={source === undefined}
        isLoading={found.isLoading}
        isClearable
        clearControlLabel={`Clear ${label}`}
        placeholder={source ? words[kind].pick : waitsFor}
        value={isMulti ? chosen : (chosen[0] ?? null)}
        options={found.options}
        filterOption={null}
        formatOptionLabel={(option, { context }) => (
          <OptionText option={option} kind={kind} isInList={context === 'menu'} />
        )}
        components={parts}
        closeMenuOnSelect={!isMulti}
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
      <p role="status" className={refusal ? 'picker-refusal' : 'visually-hidden'}>
        {refusal || (isOpen ? status : '')}
      </p>
      {problem && <Failure error={problem} title="The list could not be loaded" retry={found.retry} />}
    </NearEndContext.Provider>
  );
}
