import { useQueryClient } from '@tanstack/react-query';
import type { GrantView } from '@contract/request-views';
import { problemOf } from '../../../problem';
import { tell } from '../../../ui/tell';
import { useAction } from '../../../ui/use-action';
import { useRememberGrant } from '../use-requests';
import { grantStates } from '../words/states';

/** Something an administrator does with a grant. Whoever acted on an old look is shown the new one. */
export function useGrantAction<Input>(
  { issueId }: GrantView,
  act: (input: Input) => Promise<GrantView>,
  done: (after: GrantView) => string,
) {
  const client = useQueryClient();
  const remember = useRememberGrant();
  return useAction<Input>(async (input) => {
    try {
      const after = await act(input);
      tell(done(after), after.problem ? after.problem.message : `State: ${grantStates[after.state].text}.`);
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
