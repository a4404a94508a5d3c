import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { steps, type StepKey } from '../draft/steps';

/** The step that the address names, so that going back in the browser goes back a step. */
export function useStep() {
  const [search, setSearch] = useSearchParams();
  const index = Math.max(
    0,
    steps.findIndex(({ key }) => key === search.get('step')),
  );
  const go = useCallback((key: StepKey) => setSearch({ step: key }), [setSearch]);
  return { step: steps[index] ?? steps[0], next: steps[index + 1], previous: steps[index - 1], go };
}
