import { LinkTo } from '../../../ui/LinkTo';
import type { Gaps } from '../draft/gaps';
import { stepOf, steps, type StepKey } from '../draft/steps';

interface Props {
  current: StepKey;
  errors: Gaps;
}

/** The steps, in the order of the thought. Each can be gone to at any time. */
export function StepList({ current, errors }: Props) {
  const wrong = new Set(Object.keys(errors).map(stepOf));
  return (
    <nav aria-label="Steps" className="step-list">
      <ol>
        {steps.map(({ key, title }) => (
          <li key={key} {...(key === current && { 'aria-current': 'step' })}>
            <LinkTo to={`?step=${key}`}>{title}</LinkTo>
            {wrong.has(key) && <span className="step-wrong"> Needs a look</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
