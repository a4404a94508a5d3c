import { kindWords } from '../words/kinds';
import type { RuleDraft } from './draft';

const LONGEST = 100;

/** The name that was typed, or one made of what was chosen. */
export function nameOf({ naming, trigger, access }: RuleDraft): string {
  if (naming.isTyped) return naming.text.trim();
  if (trigger.requestTypeName === '') return '';
  const options = trigger.conditions.flatMap(({ anyOf }) => anyOf.map(({ label }) => label));
  const kind = kindWords[access.kind].title;
  const what = trigger.requestTypeName.toLowerCase() === kind.toLowerCase() ? '' : ` (${kind})`;
  const told = `${trigger.projectName}: ${trigger.requestTypeName}${what}`;
  return [told, ...options].join(', ').slice(0, LONGEST);
}
