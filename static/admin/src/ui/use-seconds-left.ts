import { useEffect, useState } from 'react';
import type { ShownProblem } from '../problem';

/** Counts down the seconds that the site asked to wait. 0 when there is nothing to wait for. */
export function useSecondsLeft(problem: ShownProblem): number {
  const wanted = Math.ceil(problem.retryAfterSeconds ?? 0);
  const [passed, setPassed] = useState({ problem, seconds: 0 });
  useEffect(() => {
    if (wanted === 0) return undefined;
    let seconds = 0;
    const timer = setInterval(() => setPassed({ problem, seconds: (seconds += 1) }), 1000);
    return () => clearInterval(timer);
  }, [problem, wanted]);
  return Math.max(0, wanted - (passed.problem === problem ? passed.seconds : 0));
}
