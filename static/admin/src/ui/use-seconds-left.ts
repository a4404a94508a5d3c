import { useEffect, useState } from 'react';
import type { ShownProblem } from '../problem';

/** Counts down the seconds that the site asked to wait. 0 when there is nothing to wait for. */
export function useSecondsLeft(problem: ShownProblem): number {
  const wanted = Math.ceil(problem.retryAfterSeconds ?? 0);
  const [left, setLeft] = useState(wanted);
  useEffect(() => {
    setLeft(wanted);
    if (wanted === 0) return undefined;
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, [problem, wanted]);
  return left;
}
