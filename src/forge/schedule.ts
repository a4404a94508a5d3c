import { sweep } from '../app/discard';
import { watch } from '../app/watch';
import type { Ports } from '../app/ports';
import type { PortsFor } from './command';
import { readInvocation } from './invocation';
import { logFailure } from './log';

type Scheduled = (event: unknown, context: unknown) => Promise<{ statusCode: number }>;

/** A schedule is not repeated when it fails: the failure is logged, and the next round makes up for it. */
const scheduled =
  (portsFor: PortsFor, seconds: number, round: (ports: Ports) => () => Promise<unknown>): Scheduled =>
  async (_event, context) => {
    await Promise.resolve()
      .then(() => round(portsFor(readInvocation(context, seconds)))())
      .catch(logFailure);
    return { statusCode: 204 };
  };

/** Every hour, in the platform's 55 seconds: credentials that were never used, or replaced, are deleted. */
export const createOnHour = (portsFor: PortsFor): Scheduled => scheduled(portsFor, 55, sweep);

/** Every day, in the manifest's 300 seconds: each connection is checked, and the end of each token announced. */
export const createOnDay = (portsFor: PortsFor): Scheduled => scheduled(portsFor, 300, watch);
