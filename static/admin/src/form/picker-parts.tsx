import { components, type MenuProps, type OptionProps } from '@atlaskit/select';
import { createContext, useContext, useEffect, useRef } from 'react';
import type { PickOption } from './pick-option';
import { CUT } from './picker-words';

interface NearEnd {
  /** The option from which on more is loaded. */
  readonly from: string | undefined;
  more(): void;
  /** More match than can be loaded. */
  readonly isCut: boolean;
}
export const NearEndContext = createContext<NearEnd>({
  from: undefined,
  more: () => undefined,
  isCut: false,
});

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

/** Below the list, what would bring others into it. The status says it to those who do not see it. */
export function PickerMenu(props: MenuProps<PickOption, boolean>) {
  const { isCut } = useContext(NearEndContext);
  return (
    <components.Menu {...props}>
      <>
        {props.children}
        {isCut && (
          <p aria-hidden className="picker-cut">
            {CUT}
          </p>
        )}
      </>
    </components.Menu>
  );
}
