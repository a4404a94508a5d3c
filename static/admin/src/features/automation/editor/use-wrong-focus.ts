import { useEffect, useRef } from 'react';
import type { Gaps } from '../draft/gaps';
import { firstWrongStep, type StepKey } from '../draft/steps';

interface Refusal {
  readonly errors: Gaps;
}

/** Leads to the step that has something wrong, and there to the first wrong field. Otherwise to the step's heading. */
export function useWrongFocus(refusal: Refusal | undefined, step: StepKey, go: (step: StepKey) => void) {
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLDivElement>(null);
  const led = useRef<Refusal | undefined>(undefined);
  const shown = useRef(step);
  useEffect(() => {
    const isNews = refusal !== undefined && refusal !== led.current;
    const wrongStep = isNews ? firstWrongStep(refusal.errors) : undefined;
    if (wrongStep !== undefined && wrongStep !== step) return go(wrongStep);
    const wrong = section.current?.querySelector<HTMLElement>(
      '[aria-invalid="true"], [data-wrong] :is(input, button)',
    );
    if (isNews) (wrong ?? heading.current)?.focus();
    else if (shown.current !== step) heading.current?.focus();
    led.current = refusal;
    shown.current = step;
  }, [refusal, step, go]);
  return { section, heading };
}
