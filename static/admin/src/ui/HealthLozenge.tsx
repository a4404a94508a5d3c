import Lozenge from '@atlaskit/lozenge';
import type { HealthState } from '@contract/views';

const looks = {
  healthy: { appearance: 'success', text: 'Healthy' },
  warning: { appearance: 'moved', text: 'Needs attention' },
  broken: { appearance: 'removed', text: 'Broken' },
  unreachable: { appearance: 'inprogress', text: 'Out of reach' },
  unchecked: { appearance: 'default', text: 'Not checked yet' },
} as const;

export const healthText = (state: HealthState): string => looks[state].text;

export const HealthLozenge = ({ state }: { state: HealthState }) => (
  <Lozenge appearance={looks[state].appearance}>{looks[state].text}</Lozenge>
);
