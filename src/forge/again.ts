import { InvocationError, InvocationErrorCode } from '@forge/events';

/** https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ */
const LONGEST_SECONDS = 900;

/** Asks the platform to run this again after so many seconds. */
export const again = (seconds: number): InvocationError =>
  new InvocationError({
    retryAfter: Math.min(LONGEST_SECONDS, Math.max(1, Math.ceil(seconds))),
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
