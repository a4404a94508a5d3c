import type { OptionView } from '@contract/views';

/** An option in the words of Atlaskit's Select, which names the buttons of a chosen one after its `label`. */
export interface PickOption extends OptionView {
  label: string;
  value: string;
}

export const pickOption = (option: OptionView): PickOption => ({
  ...option,
  label: option.name,
  value: option.id,
});
