import type { RuleVersionView } from '@contract/rule-views';
import type { Names } from './approval-words';
import { sentencesOf } from './sentences';

/** What a version changed, one line each: what was said before, and what is said now. */
export interface Changed {
  readonly key: string;
  readonly before: string | undefined;
  readonly now: string | undefined;
}

export function changesOf(before: RuleVersionView, now: RuleVersionView, names: Names): Changed[] {
  const told = ({ rule }: RuleVersionView) =>
    new Map([
      ['name', `It is called “${rule.name}”.`] as const,
      ...sentencesOf(rule, names).map(({ key, text }) => [key, text] as const),
    ]);
  const [old, current] = [told(before), told(now)];
  return [...new Set([...old.keys(), ...current.keys()])]
    .map((key) => ({ key, before: old.get(key), now: current.get(key) }))
    .filter((line) => line.before !== line.now);
}

/** What became of the rule, in a word or two. */
export function versionTitle(before: RuleVersionView | undefined, now: RuleVersionView): string {
  if (!before) return 'Created';
  if (before.state !== now.state) return now.state === 'enabled' ? 'Enabled' : 'Disabled';
  return 'Changed';
}
