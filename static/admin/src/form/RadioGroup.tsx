import { ErrorMessage } from '@atlaskit/form';
import { useId, type ReactNode } from 'react';
import { fieldId } from './fields';

export interface RadioChoice<Value extends string> {
  readonly value: Value;
  readonly title: string;
  readonly text?: string;
  /** What belongs to this choice, shown while it is the one. */
  readonly inside?: ReactNode;
}

interface Props<Value extends string> {
  name: string;
  legend: string;
  value: Value;
  choices: readonly RadioChoice<Value>[];
  error?: string | undefined;
  onChange(value: Value): void;
}

/** A question with a few answers, each with its explanation. The browser's own radio buttons. */
export function RadioGroup<Value extends string>(props: Props<Value>) {
  const { name, legend, value, choices, error, onChange } = props;
  const id = useId();
  const errorId = `${fieldId(name)}-error`;
  return (
    <fieldset
      className="plain-fieldset choices"
      aria-describedby={errorId}
      {...(error !== undefined && { 'data-wrong': true })}
    >
      <legend>{legend}</legend>
      {choices.map(({ value: own, title, text, inside }) => (
        <div key={own} className="choice">
          <label className="choice-line">
            <input
              type="radio"
              name={id}
              value={own}
              checked={own === value}
              onChange={() => onChange(own)}
              aria-labelledby={`${id}-${own}`}
              aria-describedby={`${id}-${own}-text`}
            />
            <span>
              <span id={`${id}-${own}`} className="choice-title">
                {title}
              </span>
              <span id={`${id}-${own}-text`} className="option-detail">
                {text}
              </span>
            </span>
          </label>
          {own === value && inside && <div className="choice-inside">{inside}</div>}
        </div>
      ))}
      <div id={errorId}>{error !== undefined && <ErrorMessage>{error}</ErrorMessage>}</div>
    </fieldset>
  );
}
