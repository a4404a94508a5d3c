import { z } from 'zod';
import { again } from './again';
import type { PortsFor } from './command';
import { readInvocation } from './invocation';
import { logFailure } from './log';

/** https://developer.atlassian.com/platform/forge/limits-invocation/ */
const SECONDS = 25;
const SOON_SECONDS = 60;

/** https://developer.atlassian.com/platform/forge/events-reference/jira/ All that is believed of an event. */
const heard = z.object({ issue: z.object({ id: z.string().regex(/^\d{1,19}$/) }) });

/** An issue was created, changed or deleted: somebody looks at it. An event is a hint, and never more. */
export const createOnIssue = (portsFor: PortsFor) => async (event: unknown, context: unknown) => {
  const parsed = heard.safeParse(event);
  if (!parsed.success) {
    logFailure(new Error('An event of an issue cannot be read.', { cause: parsed.error }));
    return undefined;
  }
  try {
    const ports = portsFor(readInvocation(context, SECONDS));
    await ports.queue.push([{ kind: 'request', issueId: parsed.data.issue.id }]);
    return undefined;
  } catch (error) {
    logFailure(error);
    return again(SOON_SECONDS);
  }
};
