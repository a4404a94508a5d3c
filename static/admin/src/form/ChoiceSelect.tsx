import Select from '@atlaskit/select';
import type { Described } from './FormField';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
}

interface Common {
  described: Described;
  label: string;
  choices: readonly Choice[];
  placeholder: string;
  isDisabled?: boolean;
}

interface One extends Common {
  value: string;
  isClearable?: boolean;
  onChange(id: string): void;
}
interface Many extends Common {
  values: readonly string[];
  onChange(ids: string[]): void;
}

interface Item extends Choice {
  readonly value: string;
}
const itemOf = (choice: Choice): Item => ({ ...choice, value: choice.id });

const Words = ({ label, detail }: Choice) => (
  <span className="option-words">
    {label}
    {detail && <span className="option-detail"> {detail}</span>}
  </span>
);

/** What is chosen stays in sight, also when it is no longer offered. */
const chosenOf = (items: readonly Item[], id: string): Item =>
  items.find((item) => item.id === id) ?? itemOf({ id, label: 'No longer there' });

const propsOf = ({
  described: { id, ...aria },
  label,
  choices,
  placeholder,
  isDisabled = false,
}: Common) => ({
  ...aria,
  inputId: id,
  isInvalid: aria['aria-invalid'],
  clearControlLabel: `Clear ${label}`,
  options: choices.map(itemOf),
  placeholder,
  isDisabled,
  menuPlacement: 'auto' as const,
});

/** One of a few things that the page knows already. */
export function ChoiceSelect({ value, isClearable = false, onChange, ...common }: One) {
  const props = propsOf(common);
  return (
    <Select<Item>
      {...props}
      isClearable={isClearable}
      value={value === '' ? null : chosenOf(props.options, value)}
      formatOptionLabel={(item, { context }) => (context === 'menu' ? <Words {...item} /> : item.label)}
      onChange={(item) => onChange(item?.id ?? '')}
    />
  );
}

/** Several of them. */
export function ChoicesSelect({ values, onChange, ...common }: Many) {
  const props = propsOf(common);
  return (
    <Select<Item, true>
      {...props}
      isMulti
      closeMenuOnSelect={false}
      value={values.map((id) => chosenOf(props.options, id))}
      onChange={(items) => onChange(items.map(({ id }) => id))}
    />
  );
}
