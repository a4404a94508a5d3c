import { isRecord } from '../../../people';
import { blankDraft, noField, noSpan, noStatus, type RuleDraft } from './draft';

/** A draft, and the version of the rule that it changes; 0 for a rule that does not exist yet. */
export interface Kept {
  readonly version: number;
  readonly draft: RuleDraft;
}

const option = { id: '', label: '' };
const mapped = { fieldId: '', option };
const group = { id: '', name: '' };

/** One of everything, to compare with. */
const sample: Kept = {
  version: 0,
  draft: {
    ...blankDraft,
    trigger: { ...blankDraft.trigger, conditions: [{ field: noField, anyOf: [option] }] },
    access: {
      ...blankDraft.access,
      applications: [{ ...mapped, connectionId: '' }],
      choices: [{ ...mapped, groups: [group] }],
    },
    end: { ...blankDraft.end, choices: [{ ...mapped, span: noSpan }] },
    approval: { ...blankDraft.approval, people: [''], groups: [group], fields: [noField], exempt: [group] },
    decision: { approved: [noStatus], declined: [noStatus] },
  },
};

/** Whether a value is built like another one. An older version of this page may have written it. */
function isLike<T>(one: T, value: unknown): value is T {
  if (Array.isArray(one)) return Array.isArray(value) && value.every((entry) => isLike(one[0], entry));
  if (isRecord(one))
    return isRecord(value) && Object.entries(one).every(([key, part]) => isLike(part, value[key]));
  return typeof value === typeof one;
}

/** The browser may forbid its storage to framed pages; then a reload loses what was typed, and nothing else. */
export function recallDraft(key: string): Kept | undefined {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isLike(sample, stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

export function rememberDraft(key: string, kept: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // See `recallDraft`.
  }
}
