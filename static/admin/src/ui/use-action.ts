import { useCallback, useState } from 'react';
import { problemOf, type ShownProblem } from '../problem';

export interface Action<Input> {
  readonly isRunning: boolean;
  readonly problem: ShownProblem | undefined;
  run(input: Input): Promise<void>;
  forget(): void;
}

/** Something that a person started: running, failed or neither. Keeps no trace of its input, which may hold a token. */
export function useAction<Input>(act: (input: Input) => Promise<void>): Action<Input> {
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<ShownProblem>();
  const run = async (input: Input) => {
    setRunning(true);
    setProblem(undefined);
    try {
      await act(input);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setRunning(false);
    }
  };
  const forget = useCallback(() => setProblem(undefined), []);
  return { isRunning, problem, run, forget };
}
