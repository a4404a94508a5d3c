import Lozenge from '@atlaskit/lozenge';
import type { RuleRowView } from '@contract/rule-views';

const looks = {
  enabled: { appearance: 'success', text: 'Enabled' },
  disabled: { appearance: 'default', text: 'Disabled' },
} as const;

export const stateText = (state: RuleRowView['state']): string => looks[state].text;

export const RuleLozenge = ({ state }: { state: RuleRowView['state'] }) => (
  <Lozenge appearance={looks[state].appearance}>{looks[state].text}</Lozenge>
);
