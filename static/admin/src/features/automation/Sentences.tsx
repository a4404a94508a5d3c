import type { RuleInput } from '@contract/rule';
import { useRuleNames } from './use-rule-names';
import { peopleIn } from './words/approval-words';
import { sentencesOf } from './words/sentences';

/** The rule in plain words. */
export function Sentences({ rule, label }: { rule: RuleInput; label: string }) {
  const names = useRuleNames(peopleIn(rule.approval));
  return (
    <ol className="sentences" aria-label={label}>
      {sentencesOf(rule, names).map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ol>
  );
}
