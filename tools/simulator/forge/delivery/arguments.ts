import type { AppInstallation } from '../platform';
import { scheduleArgument } from '../runtime';
import type { EventDelivery, QueueDelivery, Waiting } from './delivery';
import { RETENTION_MS } from './retries';

/** The first argument of a trigger's or a consumer's function. */
export const argumentOf = (waiting: Waiting, installation: AppInstallation, now: number): unknown =>
  waiting.kind === 'event' ? triggerArgument(waiting, installation) : consumerArgument(waiting, now);

const triggerArgument = ({ argument, module, retry }: EventDelivery, installation: AppInstallation) => ({
  ...structuredClone(argument),
  ...scheduleArgument(installation, module),
  ...(retry && { retryContext: retry }),
});

function consumerArgument({ argument, job, name, since, retry }: QueueDelivery, now: number): object {
  const retentionWindow = {
    startTime: new Date(since).toISOString(),
    remainingTimeMs: Math.max(0, since + RETENTION_MS - now),
  };
  return {
    ...structuredClone(argument),
    jobId: job,
    queueName: name,
    ...(retry && { retryContext: { ...retry, retentionWindow } }),
  };
}
