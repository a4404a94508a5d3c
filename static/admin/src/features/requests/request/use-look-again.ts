import type { RequestView } from '@contract/request-views';
import { api } from '../../../api';
import { tell } from '../../../ui/tell';
import { useAction } from '../../../ui/use-action';
import { useRememberRequest } from '../use-requests';
import { requestStates, standingOf } from '../words/states';

/** Has the ticket read again now, as if something had happened to it. */
export function useLookAgain({ issueId }: RequestView) {
  const remember = useRememberRequest();
  return useAction<void>(async () => {
    const request = await api.retryRequest({ issueId });
    await remember(request);
    tell(`Ticket ${request.key} was read again`, `State: ${requestStates[standingOf(request)].text}.`);
  });
}

export type Look = ReturnType<typeof useLookAgain>;
