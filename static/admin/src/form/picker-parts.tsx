import { components, type OptionProps } from '@atlaskit/select';
import { createContext, useContext, useEffect, useRef } from 'react';
import type { PickOption } from './pick-option';

interface NearEnd {
  /** The option from which on more is loaded. */
  readonly from: string | undefined;
  more(): void;
}
export const NearEndContext = createContext<NearEnd>({ from: undefined, more: () => undefined });

/**
 * An option that cannot be chosen can still be reached and read, with its reason: Select would jump over a disabled
 * one. Whoever walks down the list with the keyboard has more of it loaded, as one who scrolls has.
 */
export function PickerOption(props: OptionProps<PickOption, boolean>) {
  const { from, more } = useContext(NearEndContext);
  const latest = useRef(more);
  useEffect(() => {
    latest.current = more;
  });
  const { data, isFocused } = props;
  const isNearEnd = isFocused && data.id === from;
  useEffect(() => {
    if (isNearEnd) latest.current();
  }, [isNearEnd]);
  const isBlocked = data.blocked !== undefined;
  return (
    <components.Option
      {...props}
      isDisabled={isBlocked}
      className={isFocused ? 'option-reached' : ''}
      innerProps={{ ...props.innerProps, 'aria-disabled': isBlocked }}
    />
  );
}
