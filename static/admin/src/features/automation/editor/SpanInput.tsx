import Select from '@atlaskit/select';
import TextField from '@atlaskit/textfield';
import type { Described } from '../../../form/FormField';
import type { Span } from '../draft/draft';

interface Props {
  described: Described;
  label: string;
  span: Span;
  onChange(span: Span): void;
}

const units = [
  { value: 'hours', label: 'hours' },
  { value: 'days', label: 'days' },
] as const;

/** A number and its unit. */
export const SpanInput = ({ described, label, span, onChange }: Props) => (
  <div className="span">
    <TextField
      {...described}
      inputMode="decimal"
      autoComplete="off"
      isInvalid={described['aria-invalid']}
      value={span.amount}
      onChange={(event) => onChange({ ...span, amount: event.currentTarget.value })}
    />
    <Select<(typeof units)[number]>
      aria-label={`Unit of ${label}`}
      inputId={`${described.id}-unit`}
      options={units}
      value={units.find(({ value }) => value === span.unit) ?? units[0]}
      menuPlacement="auto"
      onChange={(unit) => unit && onChange({ ...span, unit: unit.value })}
    />
  </div>
);
