import type { Gaps } from './gaps';

export const steps = [
  { key: 'when', title: 'When' },
  { key: 'access', title: 'Access Definition and Mapping' },
  { key: 'approval', title: 'Approval' },
  { key: 'decision', title: 'Access Decision Mapping' },
  { key: 'outcome', title: 'Outcome' },
  { key: 'save', title: 'Try and save' },
] as const;
export type StepKey = (typeof steps)[number]['key'];

const parts: Readonly<Record<string, StepKey>> = {
  trigger: 'when',
  access: 'access',
  beneficiary: 'access',
  end: 'access',
  reason: 'access',
  approval: 'approval',
  decision: 'decision',
  outcome: 'outcome',
};

/** The step on which something is said. */
export const stepOf = (path: string): StepKey => parts[path.split('.')[0] ?? ''] ?? 'save';

/** The first step, in the order of the steps, that has something wrong. */
export const firstWrongStep = (errors: Gaps): StepKey | undefined => {
  const wrong = new Set(Object.keys(errors).map(stepOf));
  return steps.find(({ key }) => wrong.has(key))?.key;
};

/** The sentence at a path or below it. */
export const errorAt = (errors: Gaps, path: string): string | undefined =>
  errors[path] ?? Object.entries(errors).find(([at]) => at.startsWith(`${path}.`))?.[1];

/** The errors without those at a path or below it: somebody is mending it. */
export const without = (errors: Gaps, path: string): Gaps =>
  Object.fromEntries(Object.entries(errors).filter(([at]) => at !== path && !at.startsWith(`${path}.`)));
