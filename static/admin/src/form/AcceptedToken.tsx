import Button from '@atlaskit/button/new';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import { clockTime } from '../ui/dates';
import { fieldId } from './fields';
import type { Proof } from './proof';

interface Props {
  /** Name and label of the field whose place this takes. */
  name: string;
  label: string;
  proof: Proof;
  onDrop(): void;
}

/** In the place of a token that the server keeps until the form is sent. */
export function AcceptedToken({ name, label, proof: { until, account }, onDrop }: Props) {
  const drop = () => {
    onDrop();
    requestAnimationFrame(() => document.getElementById(fieldId(name))?.focus());
  };
  return (
    <div className="field" role="group" aria-label={label}>
      <p className="label">{label}</p>
      <p className="accepted">
        <span style={{ color: 'var(--ds-icon-success)' }}>
          <StatusSuccessIcon label="" color="currentColor" />
        </span>
        <span>
          Token accepted{account !== undefined && ` for ${account}`}
          {until === undefined ? ', kept on the server.' : `, kept on the server until ${clockTime(until)}.`}
        </span>
      </p>
      <Button spacing="compact" onClick={drop}>
        Use another token
      </Button>
    </div>
  );
}
