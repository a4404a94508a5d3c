import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import MinusIcon from '@atlaskit/icon/core/minus';
import type { CheckLineView } from '@contract/views';

const marks = {
  passed: { Icon: StatusSuccessIcon, color: 'var(--ds-icon-success)', text: 'Passed' },
  warned: { Icon: StatusWarningIcon, color: 'var(--ds-icon-warning)', text: 'Warning' },
  failed: { Icon: StatusErrorIcon, color: 'var(--ds-icon-danger)', text: 'Failed' },
  skipped: { Icon: MinusIcon, color: 'var(--ds-icon-subtle)', text: 'Not checked' },
} as const;

function CheckLine({ line }: { line: CheckLineView }) {
  const { Icon, color, text } = marks[line.outcome];
  return (
    <li className="check-line">
      <span className="check-mark" style={{ color }}>
        <Icon label="" color="currentColor" />
      </span>
      <div>
        <p>
          <strong>{line.label}</strong> <span className="check-outcome">{text}</span>
        </p>
        {line.outcome !== 'skipped' && <p className="subtle">{line.finding}</p>}
        {line.remedy && line.outcome !== 'passed' && (
          <p>
            <strong>What to do:</strong> {line.remedy}
          </p>
        )}
      </div>
    </li>
  );
}

/** What was looked at, what came of it, and what to do about it. */
export const CheckList = ({ lines, label }: { lines: CheckLineView[]; label: string }) => (
  <ul className="check-list" aria-label={label}>
    {lines.map((line) => (
      <CheckLine key={line.key} line={line} />
    ))}
  </ul>
);
