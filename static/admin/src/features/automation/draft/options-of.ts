import type { FormFieldView } from '@contract/rule-views';
import { ofField, type FieldRef, type Mapped, type OptionRef } from './draft';

interface OptionLine<Meaning> {
  readonly option: OptionRef;
  /** Its place among what is sent, which is how the server speaks of it. */
  readonly index: number;
  readonly mapped: Mapped<Meaning> | undefined;
  /** How the option is called here: with what became of it since it was mapped. */
  readonly label: string;
}

function labelOf(
  { label }: OptionRef,
  { mapped, isGone }: { mapped: { option: OptionRef } | undefined; isGone: boolean },
): string {
  if (isGone) return `${label} (option is gone)`;
  const isRenamed = mapped !== undefined && mapped.option.label !== label;
  return isRenamed ? `${label} (was “${mapped.option.label}”)` : label;
}

/** What is mapped, with the names that its options have now. Undefined: none has another name. */
export function withNewNames<Meaning>(
  fields: readonly FormFieldView[],
  field: FieldRef,
  all: readonly Mapped<Meaning>[],
): Mapped<Meaning>[] | undefined {
  const options = fields.find(({ id }) => id === field.id)?.options ?? [];
  const renamed = all.map((mapped) => {
    const option = options.find(({ id }) => id === mapped.option.id);
    const isOther = mapped.fieldId === field.id && option && option.label !== mapped.option.label;
    return isOther ? { ...mapped, option } : mapped;
  });
  return renamed.some((mapped, index) => mapped !== all[index]) ? renamed : undefined;
}

/** Every option of a field with what it stands for, and those that are mapped but gone. */
export function optionLines<Meaning>(
  fields: readonly FormFieldView[],
  field: FieldRef,
  all: readonly Mapped<Meaning>[],
): OptionLine<Meaning>[] {
  const sent = ofField(all, field);
  const options = fields.find(({ id }) => id === field.id)?.options ?? [];
  const gone = sent.map(({ option }) => option).filter(({ id }) => !options.some((one) => one.id === id));
  return [...options, ...gone].map((option) => {
    const index = sent.findIndex((one) => one.option.id === option.id);
    const mapped = sent[index];
    return { option, index, mapped, label: labelOf(option, { mapped, isGone: gone.includes(option) }) };
  });
}
