import { useQueryClient } from '@tanstack/react-query';
import type { GrantView } from '@contract/request-views';
import { problemOf } from '../../../problem';
import { tell, warn } from '../../../ui/tell';
import { useAction } from '../../../ui/use-action';
import { useRememberGrant } from '../use-requests';
import { grantLook } from '../words/states';
import { notDone } from '../words/troubles';

interface Words {
  done(after: GrantView): string;
  /** Whether what is in the way of the grant afterwards means that it was not done. */
  mayBeStopped: boolean;
}

/** Something an administrator does with a grant. Whoever acted on an old look is shown the new one. */
export function useGrantAction<Input>(
  { issueId }: GrantView,
  act: (input: Input) => Promise<GrantView>,
  { done, mayBeStopped }: Words,
) {
  const client = useQueryClient();
  const remember = useRememberGrant();
  return useAction<Input>(async (input) => {
    try {
      const after = await act(input);
      if (mayBeStopped && after.problem) warn(notDone(after), after.problem.message);
      else tell(done(after), `State: ${grantLook(after).text}.`);
      await remember(after);
    } catch (error) {
      // Without an answer it may have been done all the same: what is shown is asked anew in both cases.
      if (['conflict', 'unanswered'].includes(problemOf(error).code)) {
        await client.invalidateQueries({ queryKey: ['request', issueId] });
      }
      throw error;
    }
  });
}
